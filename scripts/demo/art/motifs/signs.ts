/** Letters, signals and small trades: motifs that say what a house does by one sign. */
import { SANS, SERIF, swing } from '../pen.ts'
import { type Motif, shade } from './motif.ts'

export const yo: Motif = (p, c, t) => {
  p.letter('Е', -10, 26, 330, c.deep, SERIF)
  const dots = 8 * swing(t)
  p.disc(-52, -146 - dots, 29, c.accentDeep)
  p.disc(36, -146 + dots, 29, c.accentDeep)
  p.put(150, -96, 0.08 + 0.008 * swing(t), 1, () => {
    p.box(-14, -62, 28, 150, c.brand, [6, 6, 0, 0])
    p.poly(
      [
        [-14, 88],
        [14, 88],
        [0, 124],
      ],
      c.paper,
    )
    p.poly(
      [
        [-5, 111],
        [5, 111],
        [0, 124],
      ],
      c.ink,
    )
    p.box(-14, -62, 28, 22, c.accent, [10, 10, 0, 0])
  })
  p.line(`M-150 176 q18 ${12 + 3 * swing(t, 2)} 36 0 t36 0 t36 0 t36 0 t36 0 t36 0 t36 0`, c.accentDeep, 7)
}

export const wordOrder: Motif = (p, c, t) => {
  const tile = (text: string, x: number, y: number, w: number, fill: string, ink: string): void => {
    p.faded(0.12, () => p.box(x - w / 2 + 6, y - 34 + 10, w, 76, c.ink, 16))
    p.box(x - w / 2, y - 38, w, 76, fill, 16)
    p.letter(text, x, y, 38, ink, SANS)
  }
  const k = 0.5 - 0.5 * Math.cos(2 * Math.PI * t)
  tile('кошка', -70 + 96 * k, -112 - 26 * Math.sin(Math.PI * k), 200, c.brand, c.white)
  tile('моя', 112 - 190 * k, -112 + 26 * Math.sin(Math.PI * k), 134, c.accent, c.ink)
  tile('любит', -84, -8, 196, c.paper, c.deep)
  tile('снег', 108, -8 + 5 * swing(t), 160, c.mid, c.ink)
  p.line('M-170 84 H170', c.soft, 5)
  p.put(0, 132, 0, 1, () => p.path('M-26 22 C-40 -22 -22 -30 -16 -12 H16 C22 -30 40 -22 26 22 Z', c.deep))
  p.line(`M24 150 C60 150 52 118 ${74 + 6 * swing(t, 2)} 108`, c.deep, 8)
  p.disc(-9, 134, 3.5, c.accent)
  p.disc(9, 134, 3.5, c.accent)
}

export const glyph: Motif = (p, c, t) => {
  for (const y of [-118, -36, 112, 158]) p.line(`M-200 ${y} H200`, c.mid, 3)
  p.line('M-150 -190 V190 M132 -190 V190', c.soft, 3)
  p.letter('а', -10, -2, 340, c.deep, SERIF)
  const points = [
    [-92, -8],
    [-20, -60],
    [62, 2],
    [66, 108],
    [-96, 78],
  ] as const
  points.forEach(([x, y], i) => {
    const reach = 46 + 10 * swing(t, 1, i / 5)
    const a = 2 * Math.PI * (0.06 * swing(t, 1, i / 5) + i * 0.13)
    const dx = Math.cos(a) * reach
    const dy = Math.sin(a) * reach
    p.line(`M${x - dx} ${y - dy} L${x + dx} ${y + dy}`, c.accentDeep, 3)
    p.disc(x - dx, y - dy, 7, c.accentDeep)
    p.disc(x + dx, y + dy, 7, c.accentDeep)
    p.box(x - 9, y - 9, 18, 18, c.white, 2)
    p.box(x - 6, y - 6, 12, 12, c.accentDeep, 1)
  })
}

export const binary: Motif = (p, c, t) => {
  for (let row = 0; row < 5; row++)
    for (let col = 0; col < 5; col++) {
      const seed = (row * 7 + col * 13 + row * col) % 5
      const on = swing(t, 1, seed / 5 + col / 9) > 0.1
      const x = -152 + col * 76
      const y = -152 + row * 76
      p.box(x - 31, y - 31, 62, 62, on ? ((row + col) % 3 ? c.brand : c.accent) : c.soft, on ? 31 : 12)
      p.letter(on ? '0' : '1', x, y, 38, on ? c.paper : c.deep, SANS)
    }
}

export const terminal: Motif = (p, c, t) => {
  shade(p, c, 190)
  p.box(-188, -140, 376, 250, c.ink, 18)
  p.box(-188, -140, 376, 40, c.deep, [18, 18, 0, 0])
  for (const [i, fill] of [c.accentDeep, c.accent, c.mid].entries()) p.disc(-160 + i * 28, -120, 8, fill)
  const rows = [
    [0, 90, c.accent],
    [26, 130, c.mid],
    [26, 76, c.soft],
    [52, 150, c.mid],
    [26, 60, c.accent],
    [0, 40, c.soft],
  ] as const
  const typed = t === 0 ? rows.length : 1.5 + (rows.length - 1.5) * (0.5 - 0.5 * Math.cos(2 * Math.PI * t))
  rows.forEach(([indent, length, fill], i) => {
    const part = Math.max(0, Math.min(1, typed - i))
    if (part === 0) return
    p.box(-164 + indent, -76 + i * 29, 22, 12, c.brand, 6)
    p.box(-132 + indent, -76 + i * 29, Math.max(12, length * part), 12, fill, 6)
  })
  if (t === 0 || (t * 8) % 1 < 0.55) p.box(-164, 82, 16, 20, c.accent, 2)
  p.box(-40, 110, 80, 34, c.mid)
  p.box(-110, 140, 220, 26, c.brand, 12)
  p.put(134, 110, 0, 1, () => {
    p.box(-38, -20, 76, 78, c.accent, [6, 6, 24, 24])
    p.arc(42, 14, 20, 10, c.accent, -0.25, 0.25)
    for (let i = 0; i < 2; i++) p.line(`M${-14 + i * 26} -34 q${10 + 6 * swing(t, 1, i / 2)} -16 0 -34`, c.mid, 6)
  })
}

export const nightChat: Motif = (p, c, t) => {
  p.disc(40, -70, 92, c.accent)
  p.disc(76, -96, 78, c.white)
  for (let i = 0; i < 6; i++) p.disc(-170 + i * 64, -150 + ((i * 53) % 60), 4 + 2.5 * swing(t, 2, i / 6), c.mid)
  p.box(-172, 6 + 4 * swing(t), 250, 128, c.brand, 52)
  p.path(`M-120 ${118 + 4 * swing(t)} L-152 176 L-70 ${128 + 4 * swing(t)} Z`, c.brand)
  for (let i = 0; i < 3; i++) {
    const k = (t + i / 3) % 1
    p.faded(Math.sin(Math.PI * k), () => p.letter('z', 92 + 60 * k, 40 - 130 * k, 36 + 40 * k, c.deep, SANS))
  }
  p.line('M-116 66 q16 16 32 0 M-32 66 q16 16 32 0', c.paper, 9)
  p.line('M-66 96 q8 7 16 0', c.paper, 7)
}

export const antenna: Motif = (p, c, t) => {
  shade(p, c, 130)
  p.line(
    'M-70 170 L0 -80 L70 170 M-52 104 H52 M-34 40 H34 M-52 104 L34 40 M52 104 L-34 40 M-70 170 L52 104 M70 170 L-52 104',
    c.deep,
    9,
  )
  p.line('M0 -80 V-132', c.deep, 12)
  for (let i = 0; i < 3; i++) {
    const k = (t + i / 3) % 1
    p.faded(t === 0 ? 1 - i * 0.2 : Math.sin(Math.PI * k), () => {
      const r = t === 0 ? 52 + i * 44 : 34 + 110 * k
      p.arc(0, -136, r, 13, c.brand, -0.1, 0.1)
      p.arc(0, -136, r, 13, c.brand, 0.4, 0.6)
    })
  }
  p.disc(0, -136, 23, c.accent)
}

export const clinic: Motif = (p, c, t) => {
  for (let i = 0; i < 6; i++)
    p.put(0, 0, i / 6 + t / 6, 1, () =>
      p.line('M0 -92 V-184 M-26 -164 L0 -138 L26 -164 M-20 -126 L0 -106 L20 -126', c.mid, 9),
    )
  p.disc(0, 0, 104, c.brand)
  p.faded(0.14, () => p.path('M0 -104 A104 104 0 0 1 0 104 A150 150 0 0 0 0 -104', c.ink))
  const k = 1 + 0.03 * swing(t, 2)
  p.put(0, 0, 0, k, () => {
    p.box(-20, -62, 40, 124, c.paper, 8)
    p.box(-62, -20, 124, 40, c.paper, 8)
  })
}

export const needle: Motif = (p, c, t) => {
  shade(p, c, 130, 172, -50)
  p.path('M-136 170 L-122 -10 C-116 -62 16 -62 22 -10 L36 170 Z', c.accent)
  p.faded(0.18, () => p.path('M0 -34 C14 -28 20 -20 22 -10 L36 170 H2 Z', c.ink))
  p.box(-144, 140, 188, 32, c.accentDeep, 12)
  for (let r = 0; r < 5; r++)
    for (let i = 0; i < 5 - (r % 2); i++) p.disc(-98 + i * 25 + (r % 2) * 12, -10 + r * 28, 5.5, c.accentDeep)
  p.put(106, -26, 0.06 + 0.008 * swing(t), 1, () => {
    p.path('M0 190 L-9 -140 C-9 -166 9 -166 9 -140 Z', c.deep)
    p.box(-3, -146, 6, 36, c.white, 3)
  })
  const s = 20 * swing(t)
  p.line(`M136 -150 C${60 + s} -210 ${20 - s} -90 -60 -120 C-150 -150 ${-196 + s} -60 -160 10`, c.brand, 8)
}

export const stool: Motif = (p, c, t) => {
  shade(p, c, 160)
  p.line('M-70 -16 L-116 168 M70 -16 L116 168', c.deep, 22)
  p.line('M-30 -12 L-44 142 M30 -12 L44 142', c.brand, 18)
  p.line('M-98 92 H98', c.brand, 15)
  p.box(-130, -52, 260, 42, c.accent, 18)
  p.faded(0.2, () => p.box(-130, -26, 260, 16, c.ink, [0, 0, 18, 18]))
  p.line('M-96 -38 C-40 -46 20 -30 98 -38', c.accentDeep, 4)
  for (let i = 0; i < 5; i++) {
    const k = (t + i / 5) % 1
    p.faded(Math.sin(Math.PI * k), () =>
      p.put(-110 + i * 58 + 18 * swing(k), -170 + 110 * k, k, 1, () =>
        p.line('M0 0 c26 -10 30 22 6 24 c-20 2 -22 -22 -4 -20', i % 2 ? c.accentDeep : c.mid, 7),
      ),
    )
  }
}
