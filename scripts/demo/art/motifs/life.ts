/** Growing, playing, eating and going somewhere. */
import { swing } from '../pen.ts'
import { type Motif, shade } from './motif.ts'

const leaf = (s: number): string =>
  `M0 0 C${s * 0.5} ${-s * 0.25} ${s * 0.62} ${-s * 0.8} 0 ${-s * 1.25} C${-s * 0.62} ${-s * 0.8} ${-s * 0.5} ${-s * 0.25} 0 0 Z`

export const plant: Motif = (p, c, t) => {
  shade(p, c, 130)
  p.path('M-100 40 H100 L76 172 H-76 Z', c.accentDeep)
  p.faded(0.18, () => p.path('M54 40 H100 L76 172 H42 Z', c.ink))
  p.box(-114, 24, 228, 36, c.accent, 8)
  const s = 0.012 * swing(t)
  p.put(0, 28, s, 1, () => {
    p.line('M0 0 C-6 -60 8 -120 0 -178', c.deep, 11)
    const sides = [
      [-24, -0.17, 92],
      [-52, 0.19, 104],
      [-86, -0.16, 92],
      [-112, 0.15, 84],
      [-142, -0.11, 68],
      [-158, 0.1, 58],
    ] as const
    for (const [i, [y, turn, size]] of sides.entries())
      p.put(0, y, turn + 0.014 * swing(t, 1, i / 6), 1, () => {
        p.path(leaf(size), i % 2 ? c.brand : c.mid)
        p.line(`M0 -6 V${-size * 0.95}`, c.deep, 3)
      })
    p.put(0, -172, 0, 1, () => p.path(leaf(44), c.brand))
  })
}

export const dandelion: Motif = (p, c, t) => {
  const sway = 8 * swing(t)
  p.line(`M-20 180 C-30 90 -10 20 ${-6 + sway} -50`, c.deep, 11)
  p.path('M-22 176 C-110 160 -150 110 -168 60 C-128 84 -116 70 -100 96 C-84 90 -60 120 -22 176 Z', c.brand)
  p.path('M-20 176 C40 160 92 130 116 90 C84 100 74 92 62 112 C40 108 0 140 -20 176 Z', c.mid)
  p.put(-6 + sway, -50, 0.006 * swing(t), 1, () => {
    p.faded(0.55, () => p.disc(0, 0, 112, c.white))
    for (let i = 0; i < 28; i++)
      p.put(0, 0, i / 28, 1, () => {
        const r = i % 2 ? 112 : 84
        p.line(`M0 -18 V${-r}`, c.mid, 2.5)
        p.line(`M-12 ${-r - 8} L0 ${-r} L12 ${-r - 8} M0 ${-r} V${-r - 13}`, i % 3 ? c.accentDeep : c.brand, 3)
      })
    p.disc(0, 0, 20, c.deep)
  })
  for (let i = 0; i < 5; i++) {
    const k = (t + i / 5) % 1
    p.faded(Math.sin(Math.PI * k), () =>
      p.put(40 + 170 * k, -90 - i * 14 - 70 * k + 12 * swing(k, 2), 0.08, 1, () => {
        p.line('M0 22 V0 M-14 -10 L0 0 L14 -10 M0 0 V-15', c.accentDeep, 3.5)
        p.disc(0, 24, 4, c.deep)
      }),
    )
  }
}

export const tree: Motif = (p, c, t) => {
  shade(p, c, 140)
  p.path(
    'M-22 172 C-10 110 -16 70 -70 0 L-52 -12 C-20 24 -6 40 0 60 C6 30 34 4 62 -24 L76 -8 C40 40 26 90 34 172 Z',
    c.deep,
  )
  const crowns = [
    [-86, -46, 84],
    [86, -54, 88],
    [0, -116, 96],
    [-34, -30, 76],
    [44, -24, 72],
  ] as const
  for (const [i, [x, y, r]] of crowns.entries())
    p.disc(x + 4 * swing(t, 1, i / 5), y + 2 * swing(t, 1, i / 5 + 0.3), r, i % 2 ? c.brand : c.mid)
  for (let i = 0; i < 18; i++) {
    const a = i * 2.4
    const r = 20 + i * 8
    p.put(Math.cos(a) * r * 0.95 + 4 * swing(t, 1, i / 18), -66 + Math.sin(a) * r * 0.62, a, 1, () =>
      p.path(leaf(26), i % 3 ? c.soft : c.accent),
    )
  }
  for (let i = 0; i < 4; i++) {
    const k = (t + i / 4) % 1
    p.faded(Math.sin(Math.PI * k), () =>
      p.put(-120 + i * 76 + 26 * swing(k, 1.5), -20 + 190 * k, k, 1, () => p.path(leaf(20), c.accent)),
    )
  }
}

export const snail: Motif = (p, c, t) => {
  shade(p, c, 180)
  p.path(
    'M-190 166 C-120 130 -60 150 0 146 C70 140 96 120 108 60 C116 20 156 10 172 40 C188 80 164 172 90 172 H-190 Z',
    c.mid,
  )
  const look = 6 * swing(t)
  p.line(`M136 34 L${120 + look} -30 M158 36 L${180 + look} -24`, c.mid, 11)
  p.disc(120 + look, -36, 12, c.deep)
  p.disc(180 + look, -30, 12, c.deep)
  p.line('M150 84 q12 8 22 -2', c.deep, 6)
  p.put(-30, 16, 0.006 * swing(t), 1, () => {
    p.disc(0, 0, 136, c.brand)
    p.faded(0.16, () => p.path('M0 -136 A136 136 0 0 1 0 136 A200 200 0 0 0 0 -136', c.ink))
    p.line(
      'M-100 60 C-150 -60 -40 -140 50 -90 C120 -44 90 66 10 66 C-50 60 -70 -10 -20 -38 C24 -54 50 -12 20 14',
      c.accent,
      19,
    )
  })
  p.line('M-180 168 C-188 120 -170 96 -184 60', c.deep, 7)
  p.put(-182, 84, -0.12 + 0.01 * swing(t), 1, () => p.path(leaf(54), c.deep))
}

export const paw: Motif = (p, c, t) => {
  p.disc(0, 0, 176, c.soft)
  const step = (x: number, y: number, s: number, turn: number, fill: string): void =>
    p.put(x, y, turn, s, () => {
      p.path('M0 -6 C44 -6 84 44 78 84 C70 118 34 104 0 104 C-34 104 -70 118 -78 84 C-84 44 -44 -6 0 -6 Z', fill)
      p.put(-72, -8, -0.08, 1, () => p.disc(0, 0, 25, fill, 36))
      p.put(-27, -52, -0.02, 1, () => p.disc(0, 0, 25, fill, 38))
      p.put(27, -52, 0.02, 1, () => p.disc(0, 0, 25, fill, 38))
      p.put(72, -8, 0.08, 1, () => p.disc(0, 0, 25, fill, 36))
    })
  step(-14, 10, 1.1 + 0.02 * swing(t), -0.03, c.brand)
  p.path('M-14 110 C-56 80 -46 44 -14 62 C18 44 28 80 -14 110 Z', c.paper)
  step(134, -126, 0.42, 0.09, c.accent)
}

// Bread is the colour of bread, whoever bakes it.
const CRUST = 'oklch(0.6 0.11 55)'
const CRUMB = 'oklch(0.75 0.115 66)'

export const bread: Motif = (p, c, t) => {
  shade(p, c, 186)
  p.box(-196, 130, 392, 40, c.deep, 16)
  p.path('M-170 134 C-196 20 -110 -46 0 -46 C110 -46 196 20 170 134 Z', CRUST)
  p.path('M-150 126 C-172 30 -96 -30 0 -34 C96 -30 160 24 150 70 C100 40 -60 40 -150 126 Z', CRUMB)
  for (const x of [-86, 0, 86])
    p.put(x, 30, 0.06, 1, () => p.path('M0 -62 C22 -30 22 30 0 62 C-22 30 -22 -30 0 -62 Z', c.paper))
  for (let i = 0; i < 3; i++) {
    const x = -76 + i * 76
    const a = 16 * swing(t, 1, i / 3)
    p.line(`M${x} -76 C${x - 26 + a} -106 ${x + 26 - a} -130 ${x} -168`, c.mid, 9)
  }
  p.put(148, 60, 0.06 + 0.01 * swing(t), 1, () => {
    p.line('M0 84 V-120', c.deep, 6)
    for (let i = 0; i < 5; i++) {
      p.put(0, -30 - i * 22, 0.1, 1, () => p.path(leaf(32), c.brand))
      p.put(0, -30 - i * 22, -0.1, 1, () => p.path(leaf(32), c.brand))
    }
    p.put(0, -128, 0, 1, () => p.path(leaf(34), c.brand))
  })
}

export const rain: Motif = (p, c, t) => {
  for (let i = 0; i < 16; i++) {
    const k = (t * 2 + ((i * 0.37) % 1)) % 1
    const x = -190 + i * 25
    p.line(`M${x} ${-190 + 380 * k} l-5 22`, i % 2 ? c.mid : c.brand, 5)
  }
  p.put(0, -20, 0.012 * swing(t), 1, () => {
    p.line('M0 -20 V140 C0 186 -60 186 -60 146', c.deep, 13)
    p.path(
      'M-166 0 A166 150 0 0 1 166 0 C140 -26 108 -26 84 0 C58 -26 26 -26 0 0 C-26 -26 -58 -26 -84 0 C-108 -26 -140 -26 -166 0 Z',
      c.accent,
    )
    p.path('M-84 0 C-70 -90 -36 -140 0 -150 C36 -140 70 -90 84 0 C58 -26 26 -26 0 0 C-26 -26 -58 -26 -84 0 Z', c.brand)
    p.line('M0 -150 V-170', c.deep, 9)
  })
  p.put(112, 120, 0, 1, () => {
    p.path('M-30 -70 H24 V16 C60 16 76 26 76 50 H-30 Z', c.deep)
    p.box(-30, -74, 54, 20, c.accent, 4)
    p.disc(30, 54, 90, c.mid, 12)
  })
}

export const tent: Motif = (p, c, t) => {
  for (const [x, h] of [
    [-170, 250],
    [-120, 190],
    [152, 230],
    [196, 170],
  ] as const) {
    for (let i = 0; i < 3; i++) {
      const y = 160 - h + i * h * 0.24
      const w = 34 + i * 18
      p.poly(
        [
          [x + 3 * swing(t, 1, x / 400), y],
          [x + w, y + h * 0.42],
          [x - w, y + h * 0.42],
        ],
        i === 1 ? c.deep : c.brand,
      )
    }
  }
  shade(p, c, 190)
  p.poly(
    [
      [0, -90],
      [150, 168],
      [-150, 168],
    ],
    c.accent,
  )
  p.poly(
    [
      [0, -90],
      [150, 168],
      [60, 168],
    ],
    c.accentDeep,
  )
  p.poly(
    [
      [0, -60],
      [46, 168],
      [-46, 168],
    ],
    c.ink,
  )
  p.poly(
    [
      [0, -60],
      [-46, 168],
      [-80, 168],
    ],
    c.paper,
  )
  p.put(-112, 158, 0, 1, () => {
    p.line('M-26 10 L26 -4 M26 10 L-26 -4', c.deep, 11)
    const f = 10 * swing(t, 4)
    p.path(`M-24 0 C-30 -36 -6 -40 ${-2 + f * 0.4} ${-84 - f} C14 -50 32 -34 22 0 Z`, c.accentDeep)
    p.path(`M-11 0 C-12 -20 0 -26 ${2 - f * 0.3} ${-46 + f} C10 -26 14 -16 10 0 Z`, c.white)
  })
  for (let i = 0; i < 5; i++) {
    const k = (t + i / 5) % 1
    p.faded(1 - k, () => p.disc(-112 + 22 * swing(k, 1, i / 5), 80 - 190 * k, 4, c.accent))
  }
}

export const compass: Motif = (p, c, t) => {
  p.disc(0, 0, 178, c.deep)
  p.disc(0, 0, 156, c.paper)
  for (let i = 0; i < 24; i++)
    p.put(0, 0, i / 24, 1, () => p.box(-3, -148, 6, i % 6 ? 16 : 32, i % 6 ? c.mid : c.deep, 3))
  p.line('M-60 96 C-100 40 40 40 20 -10 C0 -50 90 -50 70 -96', c.soft, 17)
  p.disc(-60, 96, 15, c.mid)
  p.put(0, 0, 0.09 + 0.035 * swing(t) + 0.012 * swing(t, 3), 1, () => {
    p.poly(
      [
        [0, -124],
        [30, 0],
        [-30, 0],
      ],
      c.brand,
    )
    p.poly(
      [
        [0, -124],
        [30, 0],
        [0, 0],
      ],
      c.accentDeep,
    )
    p.poly(
      [
        [0, 124],
        [30, 0],
        [-30, 0],
      ],
      c.mid,
    )
  })
  p.disc(0, 0, 17, c.ink)
}

export const suitcase: Motif = (p, c, t) => {
  shade(p, c, 186)
  p.box(-184, 26, 368, 146, c.brand, 18)
  p.box(-184, 92, 368, 14, c.deep)
  p.box(-30, 84, 60, 32, c.accent, 6)
  p.path('M-184 30 L-150 -150 H150 L184 30 Z', c.deep)
  p.path('M-156 16 L-130 -132 H130 L156 16 Z', c.paper)
  const up = 8 * swing(t)
  p.path(`M-96 20 V${-66 - up} C-96 ${-118 - up} -40 ${-118 - up} -40 ${-66 - up} V20 Z`, c.mid)
  p.path(`M-68 ${-108 - up} l-12 24 h24 Z`, c.accent)
  p.box(-14, -84 + up, 96, 104, c.accentDeep, 4)
  p.box(-4, -74 + up, 76, 84, c.white)
  p.path(`M-4 ${10 + up} L24 ${-34 + up} L44 ${-8 + up} L54 ${-20 + up} L72 ${10 + up} Z`, c.brand)
  p.disc(54, -52 + up, 9, c.accent)
  p.path(`M98 20 C92 -10 104 ${-40 - up} 116 ${-52 - up} C128 ${-40 - up} 138 -10 130 20 Z`, c.brand)
}

export const bus: Motif = (p, c, t) => {
  p.box(-230, 156, 460, 8, c.mid, 4)
  for (let i = 0; i < 5; i++) p.box(-230 + ((i / 5 + 1 - t) % 1) * 460, 176, 50, 6, c.mid, 3)
  p.put(0, 3 * swing(t, 4), 0, 1, () => {
    p.box(-186, -90, 372, 220, c.brand, [46, 60, 20, 20])
    p.box(-186, 56, 372, 22, c.accent)
    p.faded(0.16, () => p.box(-186, 96, 372, 34, c.ink, [0, 0, 20, 20]))
    for (let i = 0; i < 3; i++) {
      p.box(-160 + i * 82, -58, 70, 74, c.white, 12)
      p.disc(-125 + i * 82, -8, 17, i % 2 ? c.accentDeep : c.deep)
      p.path(
        `M${-150 + i * 82} 16 C${-150 + i * 82} -4 ${-100 + i * 82} -4 ${-100 + i * 82} 16 Z`,
        i % 2 ? c.brand : c.mid,
      )
    }
    p.path('M92 -58 H138 Q166 -58 168 -26 L172 56 H92 Z', c.white)
    p.disc(176, 92, 12, c.paper)
    p.box(-70, -108, 150, 22, c.deep, 8)
  })
  for (const x of [-106, 106])
    p.put(x, 132, t * 4, 1, () => {
      p.disc(0, 0, 42, c.ink)
      p.disc(0, 0, 18, c.soft)
      p.line('M-12 0 H12 M0 -12 V12', c.ink, 4)
    })
}

export const train: Motif = (p, c, t) => {
  p.poly(
    [
      [-60, 40],
      [60, 40],
      [220, 180],
      [-220, 180],
    ],
    c.soft,
  )
  for (let i = 0; i < 6; i++) {
    const k = ((i / 6 + t) % 1) ** 2
    p.box(-60 - 150 * k, 44 + 134 * k, 120 + 300 * k, 4 + 8 * k, c.mid, 3)
  }
  p.poly(
    [
      [-30, 40],
      [-24, 40],
      [-104, 180],
      [-124, 180],
    ],
    c.deep,
  )
  p.poly(
    [
      [30, 40],
      [24, 40],
      [104, 180],
      [124, 180],
    ],
    c.deep,
  )
  p.put(0, 2 * swing(t, 3), 0, 1, () => {
    p.box(-132, -160, 264, 296, c.brand, [90, 90, 30, 30])
    p.faded(0.16, () => p.path('M70 -156 Q132 -140 132 -60 V106 Q132 136 102 136 H60 Z', c.ink))
    p.path('M-100 -30 C-104 -120 -60 -134 0 -134 C60 -134 104 -120 100 -30 Z', c.ink)
    p.path('M-90 -36 C-92 -112 -54 -124 -4 -124 V-36 Z', c.mid)
    p.path('M4 -124 C56 -124 92 -112 90 -36 H4 Z', c.mid)
    p.path('M-132 0 C-60 46 60 46 132 0 V36 C60 82 -60 82 -132 36 Z', c.accent)
    for (const x of [-82, 82]) {
      p.disc(x, 84, 24, c.paper)
      p.faded(0.7 + 0.3 * swing(t, 2), () => p.disc(x, 84, 14, c.accent))
    }
    p.box(-46, 100, 92, 20, c.deep, 10)
  })
}

export const ship: Motif = (p, c, t) => {
  const wave = (y: number, amp: number, shift: number, fill: string): void => {
    let d = `M-230 240 L-230 ${y}`
    for (let x = -230; x <= 230; x += 10)
      d += ` L${x} ${y + amp * Math.sin((x / 115) * Math.PI * 2 * 0.5 + shift * Math.PI * 2)}`
    p.path(`${d} L230 240 Z`, fill)
  }
  const sea = (draw: () => void): void => {
    p.g.save()
    p.g.beginPath()
    p.g.arc(0, -10, 214, 0, 7)
    p.g.clip()
    draw()
    p.g.restore()
  }
  sea(() => wave(96, 7, -t, c.mid))
  p.put(0, 4 * swing(t), 0.007 * swing(t, 1, 0.25), 1, () => {
    p.line('M-70 80 V-150 M26 80 V-182 M108 80 V-120', c.deep, 9)
    const billow = 7 * swing(t, 1, 0.1)
    const sail = (x: number, y: number, w: number, h: number, fill: string): void =>
      p.path(
        `M${x - w / 2} ${y} H${x + w / 2} C${x + w / 2 + 14 + billow} ${y + h * 0.4} ${x + w / 2 + 10} ${y + h * 0.8} ${x + w / 2 + 4} ${y + h} H${x - w / 2 + 4} C${x - w / 2 + 12 + billow} ${y + h * 0.6} ${x - w / 2 + 10} ${y + h * 0.3} ${x - w / 2} ${y} Z`,
        fill,
      )
    sail(-70, -140, 62, 70, c.white)
    sail(-70, -62, 82, 96, c.paper)
    sail(26, -172, 66, 74, c.accent)
    sail(26, -90, 92, 118, c.white)
    sail(108, -110, 52, 60, c.paper)
    sail(108, -42, 66, 82, c.white)
    p.path('M136 40 L206 4 L128 -92 Z', c.soft)
    p.path('M-160 56 C-100 78 90 78 176 48 L138 132 H-120 Z', c.brand)
    p.path('M-160 56 C-100 78 90 78 176 48 L170 62 C90 92 -100 92 -156 70 Z', c.accent)
    p.path(`M26 -182 q30 ${-8 + 6 * swing(t, 2)} 52 4 q-24 10 -52 18 Z`, c.accentDeep)
  })
  sea(() => {
    wave(124, 9, t, c.brand)
    wave(150, 8, -t + 0.3, c.deep)
  })
}

export const ball: Motif = (p, c, t) => {
  const hop = t === 0 ? 0.4 : Math.abs(swing(t, 1.0))
  p.line('M-200 172 H200', c.deep, 6)
  p.line('M-200 172 C-160 60 -110 60 -80 172', c.soft, 9)
  p.faded(0.2, () => p.disc(10, 172, 110 - 40 * hop, c.ink, 10))
  p.put(10, 40 - 110 * hop, t, 1, () => {
    p.disc(0, 0, 128, c.accent)
    p.g.save()
    p.g.beginPath()
    p.g.arc(0, 0, 128, 0, 7)
    p.g.clip()
    p.disc(0, -170, 116, c.brand)
    p.disc(150, 90, 116, c.deep)
    p.disc(-150, 90, 116, c.paper)
    p.g.restore()
    p.arc(0, 0, 125, 6, c.ink)
    p.disc(-44, -58, 14, c.white)
  })
}

export const kite: Motif = (p, c, t) => {
  for (const [x, y, s, k] of [
    [-120, 110, 1, 0],
    [120, 40, 0.7, 0.4],
  ] as const)
    p.put(x + 16 * swing(t, 1, k), y, 0, s, () =>
      p.path('M-70 20 C-84 -16 -40 -26 -32 -10 C-26 -50 34 -46 34 -12 C68 -22 80 20 50 24 H-54 Z', c.white),
    )
  p.put(20 + 8 * swing(t), -46 + 10 * swing(t, 1, 0.2), 0.06 + 0.014 * swing(t), 1, () => {
    p.line(`M0 130 C${-40 + 26 * swing(t, 2)} 170 ${20 - 26 * swing(t, 2)} 200 -60 250`, c.deep, 4)
    for (let i = 0; i < 3; i++)
      p.put(-4 - i * 14 + 8 * swing(t, 2, i / 5), 152 + i * 28, 0.1 + 0.05 * swing(t, 2, i / 3), 1, () =>
        p.path('M0 0 L-24 -12 V12 Z M0 0 L24 -12 V12 Z', i % 2 ? c.brand : c.accentDeep),
      )
    p.poly(
      [
        [0, -146],
        [0, -20],
        [-104, -20],
      ],
      c.brand,
    )
    p.poly(
      [
        [0, -146],
        [104, -20],
        [0, -20],
      ],
      c.accent,
    )
    p.poly(
      [
        [-104, -20],
        [0, -20],
        [0, 132],
      ],
      c.deep,
    )
    p.poly(
      [
        [104, -20],
        [0, 132],
        [0, -20],
      ],
      c.mid,
    )
    p.line('M0 -146 V132 M-104 -20 H104', c.paper, 4)
  })
}
