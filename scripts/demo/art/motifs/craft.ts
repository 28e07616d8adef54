/** Arts, crafts and ways of speaking. */
import { swing } from '../pen.ts'
import { type Motif, shade } from './motif.ts'

export const loom: Motif = (p, c, t) => {
  p.box(-190, -176, 28, 350, c.deep, 8)
  p.box(162, -176, 28, 350, c.deep, 8)
  for (let i = 0; i < 25; i++) p.line(`M${-150 + i * 12.5} -160 V160`, c.mid, 2.5)
  const fills = [c.brand, c.paper, c.accent, c.paper, c.brand, c.deep]
  for (let row = 0; row < 13; row++)
    for (let i = 0; i < 25; i++) {
      const y = 148 - row * 15
      const pattern = Math.abs(((i + 12) % 12) - 6) + (row % 6)
      if (pattern % 2 === 0) p.box(-156 + i * 12.5, y, 12.5, 15, fills[(Math.abs(i - 12) + row) % 6] as string)
      else p.box(-156 + i * 12.5, y, 12.5, 15, row % 4 < 2 ? c.brand : c.accentDeep)
    }
  p.box(-198, -184, 396, 26, c.brand, 8)
  p.box(-198, 158, 396, 22, c.brand, 8)
  p.box(-170, -70 + 14 * swing(t, 2), 340, 18, c.deep, 6)
  p.put(120 * swing(t), -26, 0, 1, () => {
    p.path('M-62 0 C-30 -24 30 -24 62 0 C30 24 -30 24 -62 0 Z', c.accent)
    p.box(-26, -8, 52, 16, c.deep, 6)
  })
}

export const theatre: Motif = (p, c, t) => {
  p.box(-190, -170, 380, 340, c.ink, 8)
  p.faded(0.55 + 0.1 * swing(t), () => p.path('M-40 -170 H40 L130 150 H-130 Z', c.accent))
  p.disc(0, 148, 130, c.paper, 18)
  p.put(0, 30 + 4 * swing(t), 0.01 * swing(t), 1, () => {
    p.path('M-74 -70 C-20 -90 20 -90 74 -70 C84 10 50 84 0 100 C-50 84 -84 10 -74 -70 Z', c.white)
    p.path('M0 -85 C20 -90 44 -84 74 -70 C84 10 50 84 0 100 Z', c.soft)
    p.path(
      'M-52 -26 C-40 -42 -22 -40 -14 -24 C-26 -16 -42 -16 -52 -26 Z M52 -26 C40 -42 22 -40 14 -24 C26 -16 42 -16 52 -26 Z',
      c.ink,
    )
    p.path('M-38 34 C-16 44 16 44 38 34 C30 72 -30 72 -38 34 Z', c.accentDeep)
  })
  const drape = 12 * swing(t, 1, 0.1)
  const side = (k: number): void => {
    for (let i = 3; i >= 0; i--) {
      const w = 34 + i * 24
      p.path(
        `M${k * 200} -180 H${k * (200 - w)} C${k * (196 - w + drape * 0.4)} -40 ${k * (214 - w * 0.8 + drape)} 90 ${k * (200 - w * 0.66 + drape)} 176 H${k * 200} Z`,
        i % 2 ? c.brand : c.mid,
      )
    }
  }
  side(-1)
  side(1)
  let d = 'M-204 -186 H204 V-136'
  for (let i = 0; i < 6; i++) d += ` q-34 46 -68 0`
  p.path(`${d} Z`, c.brand)
  p.box(-204, -196, 408, 20, c.accent, 4)
}

export const film: Motif = (p, c, t) => {
  shade(p, c, 150)
  p.box(-150, -26, 240, 150, c.brand, 20)
  p.faded(0.16, () => p.box(-150, 84, 240, 40, c.ink, [0, 0, 20, 20]))
  p.poly(
    [
      [92, 30],
      [176, -16],
      [176, 116],
      [92, 70],
    ],
    c.deep,
  )
  for (const [x, y, r, k] of [
    [-96, -96, 74, 1],
    [42, -86, 58, 1],
  ] as const)
    p.put(x, y, t * k, 1, () => {
      p.disc(0, 0, r, c.deep)
      for (let i = 0; i < 5; i++) p.put(0, 0, i / 5, 1, () => p.disc(0, -r * 0.56, r * 0.24, c.soft))
      p.disc(0, 0, r * 0.16, c.accent)
    })
  p.disc(-92, 50, 34, c.paper)
  p.disc(-92, 50, 20, c.ink)
  p.line('M-20 40 H50 M-20 70 H26', c.paper, 10)
  p.line('M-60 124 L-96 172 M0 124 L38 172', c.deep, 14)
  if (t === 0 || (t * 4) % 1 < 0.6) p.disc(66, 4, 10, c.accent)
}

export const music: Motif = (p, c, t) => {
  for (let i = 0; i < 5; i++) {
    let d = ''
    for (let x = -210; x <= 210; x += 14)
      d += `${x === -210 ? 'M' : 'L'}${x} ${-96 + i * 40 + 26 * Math.sin((x / 210) * Math.PI + 2 * Math.PI * t)}`
    p.line(d, c.mid, 4)
  }
  const y = (x: number, i: number): number => -96 + i * 40 + 26 * Math.sin((x / 210) * Math.PI + 2 * Math.PI * t)
  const note = (x: number, i: number, fill: string, stem = 100): void => {
    p.put(x, y(x, i), -0.05, 1, () => p.disc(0, 0, 31, fill, 23))
    p.line(`M${x + 27} ${y(x, i) - 8} V${y(x, i) - stem}`, fill, 9)
  }
  note(-150, 4, c.deep)
  note(-40, 3, c.brand)
  note(50, 2.5, c.brand)
  p.line(`M-13 ${y(-40, 3) - 100} L77 ${y(50, 2.5) - 100}`, c.brand, 20)
  note(150, 3.5, c.accentDeep, 124)
  p.path(`M177 ${y(150, 3.5) - 124} c40 26 44 60 22 96 c4 -36 -6 -50 -22 -58 Z`, c.accentDeep)
  p.disc(-96, y(-96, 1), 12, c.accent)
}

export const wave: Motif = (p, c, t) => {
  for (let i = 0; i < 17; i++) {
    const env = Math.sin((Math.PI * (i + 1)) / 18)
    const h = 40 + env * (150 + 90 * Math.sin(i * 1.9) + 54 * swing(t, 2, i * 0.31))
    p.box(-196 + i * 23.6, -h / 2, 15, h, i % 5 === 2 ? c.accent : i % 2 ? c.brand : c.deep, 8)
  }
}

export const paint: Motif = (p, c, t) => {
  p.path(
    'M-20 -150 C110 -170 200 -70 170 20 C150 80 90 40 66 84 C48 122 70 160 10 166 C-110 172 -186 80 -180 0 C-172 -84 -110 -140 -20 -150 Z',
    c.paper,
  )
  p.faded(0.12, () =>
    p.path('M170 20 C150 80 90 40 66 84 C48 122 70 160 10 166 C90 140 20 90 80 50 C120 30 140 50 170 20 Z', c.ink),
  )
  p.disc(16, 104, 23, c.soft)
  const dab = (x: number, y: number, r: number, fill: string, phase: number): void =>
    p.put(x, y, 0.02 * swing(t, 1, phase), 1, () => {
      p.disc(0, 0, r, fill, r * 0.86)
      p.disc(-r * 0.3, -r * 0.3, r * 0.24, c.white, r * 0.15)
    })
  dab(-112, 22, 36, c.brand, 0)
  dab(-92, -66, 34, c.accent, 0.2)
  dab(-10, -98, 37, c.deep, 0.4)
  dab(78, -74, 33, c.accentDeep, 0.6)
  dab(-74, 100, 32, c.mid, 0.8)
  p.put(76, 6, 0.14 + 0.012 * swing(t), 1, () => {
    p.box(-11, -190, 22, 190, c.brand, 10)
    p.box(-15, -20, 30, 40, c.mid, 4)
    p.path('M-17 18 H17 C28 52 10 76 0 96 C-10 76 -28 52 -17 18 Z', c.deep)
  })
}

export const hands: Motif = (p, c, t) => {
  const hand = (flip: number, fill: string, dark: string, spread: number): void => {
    p.g.save()
    p.g.scale(flip, 1)
    const finger = (x: number, y: number, turn: number, len: number): void =>
      p.put(x, y, turn * spread, 1, () => p.box(-17, -len, 34, len + 30, fill, 17))
    finger(-44, -8, -0.045, 118)
    finger(-12, -20, -0.012, 140)
    finger(24, -16, 0.02, 130)
    finger(56, 4, 0.055, 100)
    p.put(-62, 56, -0.15 * spread, 1, () => p.box(-18, -92, 36, 120, fill, 18))
    p.box(-64, -14, 136, 120, fill, [24, 24, 54, 54])
    p.box(-40, 92, 92, 96, dark, [10, 10, 0, 0])
    p.line('M-34 40 C-6 30 10 44 14 82', dark, 5)
    p.g.restore()
  }
  p.put(-96, -4 + 7 * swing(t), -0.05 + 0.012 * swing(t), 0.98, () => hand(-1, c.brand, c.deep, 1 + 0.2 * swing(t)))
  p.put(100, -4 + 7 * swing(t, 1, 0.4), 0.05 - 0.012 * swing(t), 0.98, () =>
    hand(1, c.mid, c.brand, 1 + 0.2 * swing(t, 1, 0.4)),
  )
}

export const braille: Motif = (p, c, t) => {
  // ш · е · с · т · ь, Russian Braille, column-major dots 1–6.
  const cells = [
    [1, 0, 0, 0, 1, 1],
    [1, 0, 0, 0, 1, 0],
    [0, 1, 1, 1, 0, 0],
    [0, 1, 1, 1, 1, 0],
    [0, 1, 1, 1, 1, 1],
    [1, 1, 1, 1, 0, 1],
  ]
  cells.forEach((dots, cell) => {
    const cx = -130 + (cell % 3) * 130
    const cy = -92 + Math.floor(cell / 3) * 184
    p.box(cx - 58, cy - 84, 116, 168, cell % 2 ? c.paper : c.white, 18)
    dots.forEach((up, i) => {
      const x = cx + (i < 3 ? -26 : 26)
      const y = cy - 50 + (i % 3) * 50
      if (!up) {
        p.disc(x, y, 6, c.soft)
        return
      }
      const k = 1 + 0.12 * Math.max(0, swing(t, 1, -(cell + i / 6) / 6))
      p.faded(0.2, () => p.disc(x + 4, y + 5, 18 * k, c.ink))
      p.disc(x, y, 18 * k, cell === 1 || cell === 5 ? c.accent : c.brand)
      p.disc(x - 5, y - 5, 5, c.white)
    })
  })
}

export const bubbles: Motif = (p, c, t) => {
  const say = (
    x: number,
    y: number,
    s: number,
    fill: string,
    ink: string,
    flip: number,
    text: string,
    phase: number,
  ): void =>
    p.put(x, y + 7 * swing(t, 1, phase), 0, s * (1 + 0.015 * swing(t, 1, phase)), () => {
      p.box(-100, -74, 200, 140, fill, 62)
      p.path(`M${flip * 20} 50 L${flip * 74} 104 L${flip * 72} 36 Z`, fill)
      p.letter(text, 0, -6, 78, ink)
    })
  say(-76, -84, 1.12, c.brand, c.paper, -1, 'Да?', 0)
  say(104, 0, 0.86, c.accent, c.ink, 1, 'Oui!', 0.33)
  say(-58, 104, 0.94, c.paper, c.deep, -1, '¿Qué?', 0.66)
}

export const chair: Motif = (p, c, t) => {
  shade(p, c, 150)
  const rise = 8 * swing(t)
  p.line(`M-74 ${40 - rise} L-92 168 M64 ${40 - rise} L84 168`, c.deep, 15)
  p.line(`M-40 ${40 - rise} L-52 150 M34 ${40 - rise} L46 150`, c.mid, 12)
  p.line(`M-84 110 H76`, c.deep, 10)
  p.path(`M-104 ${34 - rise} C-60 ${14 - rise} 60 ${14 - rise} 96 ${30 - rise} L92 ${56 - rise} H-100 Z`, c.accentDeep)
  p.path(`M-104 ${34 - rise} C-60 ${14 - rise} 60 ${14 - rise} 96 ${30 - rise} L92 ${42 - rise} H-100 Z`, c.accent)
  p.line(`M-80 ${34 - rise} L-104 -110 M72 ${34 - rise} L92 -110`, c.deep, 14)
  p.path(
    'M-124 -170 C-60 -150 50 -150 112 -170 C124 -140 116 -96 104 -76 C50 -60 -60 -60 -116 -76 C-128 -100 -134 -140 -124 -170 Z',
    c.brand,
  )
  p.path(`M-102 -40 C-50 -26 44 -26 92 -40 L88 -4 C44 8 -50 8 -98 -4 Z`, c.mid)
  p.line('M152 168 V-160', c.deep, 5)
  for (let i = 0; i < 12; i++) p.line(`M152 ${-150 + i * 28} h${i % 4 ? 14 : 28}`, c.deep, 5)
  p.poly(
    [
      [148, 20 - rise * 3],
      [126, 8 - rise * 3],
      [126, 32 - rise * 3],
    ],
    c.accentDeep,
  )
}
