/** What stands in a landscape: lighthouses, boats, hives. Sizes are for a view 540 units high, `u` scales them. */
import { oklch, type Palette } from '../colour.ts'
import { type Pen, swing } from '../pen.ts'
import type { Random } from '../random.ts'

export interface Site {
  readonly p: Pen
  readonly c: Palette
  readonly random: Random
  /** Hue of the land, degrees. */
  readonly hue: number
  readonly w: number
  readonly h: number
  /** The horizon. */
  readonly y: number
  /** One unit of a view 540 high. */
  readonly u: number
  readonly dark: string
  readonly night: boolean
  /** Place in the loop, [0, 1). */
  readonly t: number
}

type Landmark = (site: Site) => void

const lighthouse: Landmark = ({ p, c, w, y, u, dark, t }) => {
  p.put(w * 0.8, y + 46 * u, 0, u, () => {
    p.path('M-190 34 C-140 -20 -60 -30 0 -34 C70 -30 150 -6 260 34 Z', dark)
    p.faded(0.26 + 0.2 * swing(t), () => p.path('M-12 -214 L-520 -290 V-150 Z', oklch(0.97, 0.1, 90)))
    p.path('M-30 -20 L-20 -190 H20 L30 -20 Z', oklch(0.98, 0.01, 80))
    p.path('M-26 -70 L-23 -120 H23 L26 -70 Z', c.brand)
    p.box(-28, -196, 56, 10, dark, 3)
    p.box(-15, -228, 30, 34, oklch(0.92, 0.13, 85), 3)
    p.path('M-22 -226 L0 -252 L22 -226 Z', c.brand)
  })
}

const boat: Landmark = ({ p, c, w, h, y, u, t }) => {
  p.put(w * 0.42, y + (h - y) * 0.42, 0.006 * swing(t, 1, 0.2), 1.15 * u, () => {
    p.g.translate(0, 3 * swing(t))
    p.path('M-70 0 H74 L52 34 H-50 Z', c.deep)
    p.path('M-4 -8 V-128 L72 -8 Z', c.white)
    p.path('M-14 -8 V-104 L-62 -8 Z', c.accent)
    p.line('M-8 2 V-134', c.ink, 5)
  })
}

const tents: Landmark = ({ p, c, w, y, u, t }) => {
  for (const [x, s] of [
    [0.66, 1.15],
    [0.8, 0.8],
    [0.54, 0.6],
  ] as const)
    p.put(w * x, y + 60 * u * s, 0, u * s, () => {
      p.line('M-8 -130 L14 -166 M8 -130 L-14 -166', c.ink, 5)
      p.poly(
        [
          [0, -140],
          [84, 20],
          [-84, 20],
        ],
        c.brand,
      )
      p.poly(
        [
          [0, -140],
          [84, 20],
          [24, 20],
        ],
        c.deep,
      )
      p.poly(
        [
          [-6, -30],
          [16, 20],
          [-28, 20],
        ],
        oklch(0.9, 0.12, 82),
      )
      for (let i = 0; i < 3; i++) {
        const k = (i / 3 + t) % 1
        p.faded(0.6 * (1 - k), () => p.disc(14 * swing(k), -170 - 70 * k, 7 + 13 * k, oklch(0.97, 0.01, 240)))
      }
    })
}

const cranes: Landmark = ({ p, c, w, h, y, u, t }) => {
  for (const [x, s, k] of [
    [0.6, 1.1, 0],
    [0.74, 0.85, 0.5],
  ] as const)
    p.put(w * x, y + (h - y) * 0.5, 0, u * s, () => {
      p.line('M-6 40 V110 M12 40 L22 74 L8 110', c.ink, 4)
      p.path('M-60 30 C-40 -14 30 -10 44 20 C30 52 -30 54 -60 30 Z', c.white)
      p.path('M-84 44 C-60 10 -30 20 -8 34 C-30 54 -60 52 -84 44 Z', c.deep)
      const bow = 12 * swing(t, 1, k)
      p.line(`M38 16 C64 -20 40 -70 ${62 + bow * 0.4} ${-96 + bow}`, c.white, 11)
      p.disc(64 + bow * 0.4, -100 + bow, 12, c.white)
      p.disc(62 + bow * 0.4, -107 + bow, 7, oklch(0.58, 0.18, 28))
      p.line(`M74 ${-98 + bow} l34 8`, c.ink, 5)
    })
}

const hives: Landmark = ({ p, c, w, h, y, u, t }) => {
  for (const [x, s] of [
    [0.62, 1],
    [0.74, 1.2],
    [0.88, 0.95],
  ] as const)
    p.put(w * x, y + (h - y) * (0.3 + 0.2 * s), 0, u * s, () => {
      p.box(-44, -76, 88, 84, [c.brand, c.accent, c.mid][Math.round(x * 10) % 3] as string, 6)
      p.line('M-44 -34 H44', c.deep, 4)
      p.poly(
        [
          [-56, -72],
          [0, -104],
          [56, -72],
        ],
        c.deep,
      )
      p.box(-20, -16, 40, 9, c.ink, 4)
    })
  for (let i = 0; i < 9; i++) {
    const a = t + i / 9
    p.put(
      w * (0.7 + 0.14 * Math.cos(2 * Math.PI * a)),
      y - 6 * u + 56 * u * Math.sin(4 * Math.PI * a + i),
      0,
      u,
      () => {
        p.disc(0, -6, 7, oklch(0.98, 0.01, 230), 5)
        p.disc(0, 0, 7, c.accentDeep, 5)
        p.line('M1 -4 V4', c.ink, 2.5)
      },
    )
  }
}

const birches: Landmark = ({ p, c, random, hue, w, h, y, u, t }) => {
  for (const x of [0.05, 0.12, 0.86, 0.95]) {
    const top = y - h * random.between(0.3, 0.44)
    const bend = 3 * swing(t, 1, x)
    p.path(
      `M${w * x - 7 * u} ${h} L${w * x - 3 * u + bend} ${top} H${w * x + 3 * u + bend} L${w * x + 8 * u} ${h} Z`,
      oklch(0.97, 0.01, 85),
    )
    for (let i = 0; i < 6; i++) p.line(`M${w * x - 5 * u + (i % 2) * 4} ${top + (i + 1) * 46 * u} h${6 * u}`, c.ink, 3)
    for (let i = 0; i < 5; i++)
      p.disc(
        w * x + bend + random.between(-34, 34) * u,
        top + random.between(-26, 90) * u,
        random.between(20, 38) * u,
        oklch(0.72 + 0.05 * (i % 2), 0.11, (hue < 75 || hue > 300 ? 40 : 116) + (i % 3) * 14),
      )
  }
}

const orchard: Landmark = ({ p, c, w, h, y, u, t }) => {
  for (let i = 0; i < 9; i++) {
    const near = i / 9
    const side = i % 2 ? 1 : -1
    const x = w * (0.53 + side * (0.09 + 0.42 * near))
    const yy = y + 10 * u + (h - y) * 0.62 * near
    const s = u * (0.36 + 0.95 * near)
    p.put(x, yy, 0, s, () => {
      p.faded(0.15, () => p.disc(0, 4, 60, c.ink, 9))
      p.line('M0 0 V-66', c.deep, 11)
      for (const [bx, by, br] of [
        [-34, -92, 40],
        [34, -94, 42],
        [0, -126, 46],
        [0, -84, 40],
      ] as const)
        p.disc(bx + 2.4 * swing(t, 1, near), by, br, by < -90 ? oklch(0.93, 0.045, 5) : oklch(0.87, 0.075, 5))
    })
  }
  for (let i = 0; i < 12; i++) {
    const k = (t + i / 12) % 1
    p.faded(Math.sin(Math.PI * k), () =>
      p.disc(w * ((i * 0.137) % 1) + 40 * k, y - 40 * u + 190 * u * k, 3.4 * u, oklch(0.93, 0.05, 5)),
    )
  }
}

const birds: Landmark = ({ p, w, h, u, dark, t }) => {
  for (let i = 0; i < 5; i++) {
    const flap = 6 * swing(t, 6, i / 5)
    const x = w * (0.5 + i * 0.045) + 14 * swing(t, 1, i / 5)
    const yy = h * (0.2 + 0.03 * ((i * 2) % 3)) + 6 * swing(t, 1, i / 7)
    p.line(
      `M${x - 13 * u} ${yy - flap * u} Q${x - 4 * u} ${yy - 5 * u} ${x} ${yy} Q${x + 4 * u} ${yy - 5 * u} ${x + 13 * u} ${yy - flap * u}`,
      dark,
      3.2 * u,
    )
  }
}

const observatory: Landmark = ({ p, c, w, y, u, t }) => {
  p.put(w * 0.72, y + 40 * u, 0, u * 1.1, () => {
    p.box(-70, -60, 140, 80, oklch(0.96, 0.01, 240), 4)
    p.path('M-78 -58 A78 78 0 0 1 78 -58 Z', c.brand)
    p.put(0, -62, 0.06 + 0.012 * swing(t), 1, () => p.box(-11, -100, 22, 90, c.ink, 4))
    p.box(-16, -30, 32, 50, c.deep, [14, 14, 0, 0])
  })
}

const tram: Landmark = ({ p, c, w, h, y, u, t }) => {
  p.put(w * (0.5 + 0.03 * swing(t)), y + (h - y) * 0.36, 0, 1.05 * u, () => {
    p.line(`M-900 -150 H900 M0 -150 L-20 -118 H20 Z`, c.ink, 3)
    p.box(-170, -118, 340, 106, c.brand, [22, 22, 8, 8])
    p.box(-170, -46, 340, 14, c.accent)
    for (let i = 0; i < 5; i++) p.box(-152 + i * 63, -102, 52, 44, oklch(0.97, 0.03, 90), 6)
    p.disc(-96, -8, 14, c.ink)
    p.disc(96, -8, 14, c.ink)
    p.letter('5', 0, -129, 22, c.ink)
  })
}

const reeds: Landmark = ({ p, random, w, h, u, dark, t }) => {
  for (let i = 0; i < 22; i++) {
    const x = i < 13 ? w * random.between(-0.01, 0.2) : w * random.between(0.84, 1.01)
    const tall = random.between(70, 170) * u
    const bend = 9 * u * swing(t, 1, i / 22)
    p.line(`M${x} ${h + 4} Q${x} ${h - tall * 0.5} ${x + bend} ${h - tall}`, dark, 4 * u)
    if (i % 2) p.put(x + bend, h - tall, 0.008, u, () => p.box(-6, -36, 12, 42, oklch(0.45, 0.07, 50), 6))
  }
}

const house: Landmark = ({ p, c, w, y, u, dark, night, t }) => {
  p.put(w * 0.66, y + 34 * u, 0, u * 1.05, () => {
    p.box(-62, -64, 124, 80, night ? dark : oklch(0.94, 0.03, 80))
    p.poly(
      [
        [-80, -60],
        [-44, -112],
        [44, -112],
        [80, -60],
      ],
      c.brand,
    )
    p.box(26, -132, 18, 34, c.deep)
    for (const x of [-44, -6, 30]) p.box(x, -44, 20, 26, oklch(0.92, 0.13, 84), 3)
    for (let i = 0; i < 3; i++) {
      const k = (i / 3 + t) % 1
      p.faded(0.55 * (1 - k), () => p.disc(36 + 20 * k, -140 - 50 * k, 6 + 14 * k, oklch(0.97, 0.01, 80)))
    }
  })
}

const ferry: Landmark = ({ p, c, w, h, y, u, t }) => {
  p.put(w * (0.62 + 0.02 * swing(t)), y + (h - y) * 0.4, 0.003 * swing(t, 2), 1.1 * u, () => {
    for (let i = 0; i < 4; i++) {
      const k = (i / 4 + t) % 1
      p.faded(0.6 * (1 - k), () => p.disc(34 + 70 * k, -150 - 46 * k, 10 + 20 * k, oklch(0.98, 0.008, 80)))
    }
    p.box(14, -146, 34, 60, c.accentDeep, 3)
    p.box(-110, -92, 190, 46, c.white, 6)
    for (let i = 0; i < 6; i++) p.disc(-88 + i * 30, -69, 9, c.deep)
    p.box(-140, -50, 262, 44, c.paper, 6)
    for (let i = 0; i < 8; i++) p.box(-124 + i * 30, -40, 18, 22, c.mid, 4)
    p.path('M-176 -10 H170 L132 44 H-146 Z', c.brand)
    p.path('M-176 -10 H170 L160 4 H-168 Z', c.accent)
    p.line('M-150 -50 V-120', c.ink, 4)
    p.path(`M-150 -120 q22 ${-6 + 6 * swing(t, 2)} 44 2 V-94 q-22 6 -44 0 Z`, c.accent)
  })
}

const helicopter: Landmark = ({ p, c, w, h, u, t }) => {
  p.put(w * 0.66 + 14 * u * swing(t), h * 0.34 + 9 * u * swing(t, 1, 0.25), 0.012 * swing(t, 1, 0.1), 1.15 * u, () => {
    p.line('M30 66 V128', c.ink, 3)
    p.box(2, 126, 56, 48, c.accent, 5)
    p.line('M30 126 V174 M2 150 H58', c.accentDeep, 4)
    p.path('M60 -14 L212 -34 L216 -18 L74 30 Z', c.brand)
    p.path('M204 -22 L236 -66 L220 -10 Z', c.deep)
    p.path(
      'M-112 14 C-112 -44 -30 -52 30 -46 C84 -40 98 10 72 40 C50 62 -60 64 -88 52 C-104 46 -112 34 -112 14 Z',
      c.brand,
    )
    p.path('M-104 8 C-100 -30 -64 -40 -30 -40 V16 H-102 Z', c.white)
    p.box(-14, -30, 34, 34, c.white, 8)
    p.box(32, -30, 30, 34, c.white, 8)
    p.line('M-80 74 H66 M-54 56 V74 M38 56 V74', c.deep, 7)
    p.line('M-6 -46 V-70', c.deep, 9)
    const blade = 168 * Math.abs(Math.cos(2 * Math.PI * t * 8 + 0.3))
    p.line(`M${-6 - blade} -72 H${-6 + blade}`, c.ink, 6)
    p.put(226, -46, t * 12 + 0.1, 1, () => p.line('M0 -32 V32', c.ink, 5))
  })
}

const stones: Landmark = ({ p, w, h, y, u, t }) => {
  for (let i = 0; i < 9; i++) {
    const k = i / 8
    const s = u * (0.3 + 0.9 * k)
    p.put(w * (0.62 - 0.26 * k + 0.05 * Math.sin(i * 2.1)), y + 12 * u + (h - y) * 0.8 * k ** 1.4, 0, s, () => {
      p.faded(0.3, () => p.disc(0, 14, 78 + 6 * swing(t, 1, k), oklch(0.98, 0.01, 220), 15))
      p.path('M-56 12 C-62 -18 -30 -34 2 -32 C40 -30 62 -10 56 12 Z', oklch(0.62 + 0.05 * (i % 3), 0.02, 70))
      p.path('M-40 -14 C-20 -30 20 -32 36 -20 C10 -22 -20 -18 -40 -14 Z', oklch(0.85, 0.015, 80))
    })
  }
}

const turbines: Landmark = ({ p, c, w, y, u, t }) => {
  for (const [x, s, k] of [
    [0.62, 0.75, 0.1],
    [0.78, 1.1, 0],
    [0.92, 0.6, 0.2],
  ] as const)
    p.put(w * x, y + 36 * u * s, 0, u * s, () => {
      p.path('M-7 0 L-3 -220 H3 L7 0 Z', oklch(0.98, 0.006, 240))
      p.put(0, -220, t + k, 1, () => {
        for (let i = 0; i < 3; i++)
          p.put(0, 0, i / 3, 1, () => p.path('M-5 0 C-9 -40 -3 -90 2 -118 C6 -80 7 -30 5 0 Z', oklch(0.99, 0.005, 240)))
        p.disc(0, 0, 9, c.brand)
      })
    })
}

const mill: Landmark = ({ p, c, w, y, u, t }) => {
  p.put(w * 0.72, y + 40 * u, 0, 1.15 * u, () => {
    p.path('M-60 0 L-38 -150 H38 L60 0 Z', oklch(0.95, 0.02, 80))
    p.faded(0.14, () => p.path('M10 -150 H38 L60 0 H16 Z', c.ink))
    p.path('M-48 -148 L0 -206 L48 -148 Z', c.brand)
    p.box(-16, -46, 32, 46, c.deep, [16, 16, 0, 0])
    p.box(-11, -112, 22, 28, c.deep, 4)
    p.put(0, -156, t / 2 + 0.06, 1, () => {
      for (let i = 0; i < 4; i++)
        p.put(0, 0, i / 4, 1, () => {
          p.line('M0 0 V-138', c.deep, 6)
          p.box(2, -136, 30, 96, c.white, 2)
          p.line('M2 -112 H32 M2 -88 H32 M2 -64 H32 M17 -136 V-40', c.accentDeep, 3)
        })
      p.disc(0, 0, 10, c.deep)
    })
  })
}

const mist: Landmark = ({ p, w, y, u, t }) => {
  for (let i = 0; i < 4; i++)
    p.faded(0.42, () =>
      p.box(
        w * (-0.1 + i * 0.22) + 22 * u * swing(t, 1, i / 4),
        y - (66 - i * 20) * u,
        w * 0.55,
        17 * u,
        oklch(0.98, 0.012, 120),
        9 * u,
      ),
    )
}

const wheat: Landmark = ({ p, random, w, h, u, t }) => {
  for (let i = 0; i < 46; i++) {
    const x = (i / 45) * w
    const tall = random.between(70, 150) * u
    const bend = 10 * u + 12 * u * swing(t, 1, -i / 23)
    p.line(`M${x} ${h + 6} Q${x} ${h - tall * 0.5} ${x + bend} ${h - tall}`, oklch(0.66, 0.12, 72), 3 * u)
    for (let k = 0; k < 4; k++) {
      p.put(x + bend, h - tall + k * 11 * u, 0.07, u, () => p.disc(5, 0, 4, oklch(0.8, 0.13, 82), 9))
      p.put(x + bend, h - tall + k * 11 * u, -0.05, u, () => p.disc(-5, 0, 4, oklch(0.8, 0.13, 82), 9))
    }
  }
}

export const LANDMARKS = {
  lighthouse,
  boat,
  tents,
  cranes,
  hives,
  birches,
  orchard,
  birds,
  observatory,
  tram,
  reeds,
  house,
  ferry,
  helicopter,
  stones,
  turbines,
  mill,
  mist,
  wheat,
} satisfies Record<string, Landmark>
