/**
 * Marks, 256 units square, of one or two colours. Each kind has its own tradition: businesses play with geometry and
 * letters, regions carry arms, institutions seals. The place in the list picks the construction, the id its details.
 */
import { type Palette, paletteOf } from './colour.ts'
import type { Exhibit } from './exhibit.ts'
import { type Pen, SANS, SERIF } from './pen.ts'
import { type Random, randomOf } from './random.ts'

type Mark = (p: Pen, c: Palette, random: Random, letter: string) => void

export function logo(p: Pen, exhibit: Exhibit): void {
  const random = randomOf(`logo ${exhibit.id}`)
  const c = paletteOf(exhibit.color, random.below(5))
  const family = FAMILIES[exhibit.kind]
  const mark = family[exhibit.index % family.length] as Mark
  p.put(128, 128, 0, 1, () => mark(p, c, random, initial(exhibit.shortName.ru)))
}

// «Колледж „Стружка“» is a С, not one more К.
const GENERIC =
  /^(колледж|институт|школа|центр|сад|музей|кампус|библиотека|планетарий|лицей|дворец|станция)\s+(?!на\s)/iu

const initial = (name: string): string => (/[\p{L}\d]/u.exec(name.replace(GENERIC, ''))?.[0] ?? 'А').toUpperCase()

const clipTo = (p: Pen, d: string, draw: () => void): void => {
  p.g.save()
  p.g.clip(new Path2D(d))
  draw()
  p.g.restore()
}

const CIRCLE = 'M-118 0 A118 118 0 1 1 118 0 A118 118 0 1 1 -118 0 Z'
const SQUIRCLE =
  'M-114 -50 C-114 -104 -104 -114 -50 -114 H50 C104 -114 114 -104 114 -50 V50 C114 104 104 114 50 114 H-50 C-104 114 -114 104 -114 50 Z'
const HEXAGON = 'M0 -120 L104 -60 V60 L0 120 L-104 60 V-60 Z'
const DROP = 'M-114 -114 H0 A114 114 0 1 1 -114 0 Z'
const ARCH = 'M-100 116 V-16 A100 100 0 0 1 100 -16 V116 Z'
const SHEET = 'M-96 -116 H54 L96 -74 V116 H-96 Z'

/** A letter on a ground, with one small liberty. */
const monogram: Mark = (p, c, random, letter) => {
  const ground = random.pick([CIRCLE, SQUIRCLE, HEXAGON, DROP, ARCH, SHEET])
  p.path(ground, c.panel)
  const font = random.pick([SERIF, SANS])
  const liberty = random.below(3)
  clipTo(p, ground, () => {
    if (liberty === 0) p.disc(118, 118, 84, c.accent)
    if (liberty === 1) p.box(-128, 74, 256, 60, c.accent)
    p.letter(letter, liberty === 0 ? -14 : 0, liberty === 2 ? 0 : -14, 150, c.white, font)
    if (liberty === 2) p.disc(70, -66, 21, c.accent)
  })
}

const petals: Mark = (p, c, random) => {
  const n = random.pick([5, 6, 8])
  const shape = random.below(3)
  for (let i = 0; i < n; i++)
    p.put(0, 0, i / n, 1, () => {
      const fill = i % 2 && n % 2 === 0 ? c.accent : c.brand
      if (shape === 0) p.path('M0 -16 C46 -40 46 -92 0 -122 C-46 -92 -46 -40 0 -16 Z', fill)
      else if (shape === 1) p.disc(0, -76, n === 8 ? 28 : 38, fill, 44)
      else p.path(`M0 -14 L${n === 8 ? 34 : 50} -70 A${n === 8 ? 34 : 50} 46 0 0 0 ${n === 8 ? -34 : -50} -70 Z`, fill)
    })
  p.disc(0, 0, 22, n % 2 ? c.accentDeep : c.deep)
}

/** Quarter circles in a square, turned so that no two rows agree. */
const quarters: Mark = (p, c, random) => {
  const n = random.pick([2, 2, 3])
  const s = 228 / n
  const turns = [0, 1, 2, 3].sort(() => random.next() - 0.5)
  for (let y = 0; y < n; y++)
    for (let x = 0; x < n; x++) {
      const accent = (x + y * n) % (n === 2 ? 4 : 5) === 1
      p.put(-114 + x * s + s / 2, -114 + y * s + s / 2, (turns[(x + y * n) % 4] as number) / 4, s / 100, () => {
        if (n === 3 && x === 1 && y === 1) return p.disc(0, 0, 40, c.accent)
        p.path('M-48 -48 A96 96 0 0 1 48 48 H-48 Z', accent ? c.accent : (x + y) % 2 ? c.brand : c.panel)
      })
    }
}

const rings: Mark = (p, c, random) => {
  const from = random.pick([0, 0.125, 0.25, 0.5, 0.625])
  const sweep = random.pick([0.5, 0.62, 0.75])
  const lean = random.pick([0, 0.08, -0.08])
  p.arc(0, 0, 104, 25, c.panel, from, from + sweep)
  p.arc(0, 0, 68, 25, c.brand, from + lean, from + lean + sweep)
  p.disc(0, 0, 30, c.accent)
}

const bars: Mark = (p, c, random) => {
  const ground = random.pick([CIRCLE, SQUIRCLE, HEXAGON])
  const turn = random.pick([0, 0.125, 0.25, -0.125])
  const n = random.pick([4, 5])
  const lit = 1 + random.below(n - 2)
  clipTo(p, ground, () =>
    p.put(0, 0, turn, 1, () => {
      const step = 260 / n
      for (let i = 0; i < n; i++) p.box(-180, -130 + i * step, 360, step - 9, i === lit ? c.accent : c.brand)
    }),
  )
}

/** Two plain shapes and what they share. */
const overlap: Mark = (p, c, random) => {
  const pair = random.below(4)
  const a = [
    'M-118 -26 A76 76 0 1 1 34 -26 A76 76 0 1 1 -118 -26 Z',
    'M-112 -112 H36 V36 H-112 Z',
    'M-20 -116 L80 64 H-120 Z',
    'M-116 -40 A76 76 0 0 1 36 -40 V60 H-116 Z',
  ][pair] as string
  const b = [
    'M-36 28 A76 76 0 1 1 116 28 A76 76 0 1 1 -36 28 Z',
    'M-44 36 A80 80 0 1 1 116 36 A80 80 0 1 1 -44 36 Z',
    'M-32 36 A76 76 0 1 1 120 36 A76 76 0 1 1 -32 36 Z',
    'M-36 -40 H116 V36 A76 76 0 0 1 -36 36 Z',
  ][pair] as string
  p.path(a, c.brand)
  p.path(b, c.accent)
  clipTo(p, a, () => p.path(b, c.deep))
}

/** A letter alone, cut by a horizon. */
const cut: Mark = (p, c, random, letter) => {
  const turn = random.between(-0.06, 0.06)
  const font = random.pick([SANS, SERIF])
  const half = (below: boolean): void => {
    p.g.save()
    p.g.rotate(turn * Math.PI * 2)
    p.g.beginPath()
    p.g.rect(-200, below ? 14 : -200, 400, below ? 186 : 206)
    p.g.clip()
    p.g.rotate(-turn * Math.PI * 2)
    p.letter(letter, 0, 0, 266, below ? c.accentDeep : c.panel, font)
    p.g.restore()
  }
  half(false)
  half(true)
}

/** Links of a chain that closes on itself. */
const knot: Mark = (p, c, random) => {
  const n = random.pick([3, 4, 5, 6])
  const wide = random.pick([34, 46])
  const tall = random.pick([52, 66])
  for (let i = 0; i < n; i++)
    p.put(0, 0, i / n, 1, () => {
      p.g.lineWidth = n > 4 ? 13 : 18
      p.g.strokeStyle = i === n - 1 ? c.accent : i % 2 ? c.panel : c.brand
      p.g.beginPath()
      p.g.ellipse(0, tall - 108, wide, tall, 0, 0, 7)
      p.g.stroke()
    })
}

const steps: Mark = (p, c, random) => {
  const n = 4
  const mirrored = random.below(2) ? 1 : -1
  p.g.scale(mirrored, 1)
  for (let i = 0; i < n; i++) {
    const h = 56 + i * 56
    p.box(-114 + i * 58, 114 - h, 52, h, i === n - 1 ? c.accent : i % 2 ? c.panel : c.brand, [26, 26, 4, 4])
  }
  if (random.below(2)) p.disc(-88, 14, 26, c.accent)
}

// Arms ---------------------------------------------------------------------------------------------------------------

const SHIELDS = [
  'M-98 -116 H98 V6 C98 66 50 100 0 122 C-50 100 -98 66 -98 6 Z',
  'M-100 -116 H100 V40 A100 82 0 0 1 -100 40 Z',
  'M0 -120 C34 -96 72 -94 102 -102 C112 -10 96 80 0 122 C-96 80 -112 -10 -102 -102 C-72 -94 -34 -96 0 -120 Z',
  CIRCLE,
]

const FIELDS: readonly ((p: Pen, c: Palette) => void)[] = [
  (p, c) => {
    p.box(-130, -130, 260, 260, c.panel)
    p.path('M-130 44 C-90 20 -60 20 -26 44 C6 66 40 66 70 44 C94 26 112 26 130 36 V130 H-130 Z', c.mid)
    p.path('M-130 82 C-90 58 -60 58 -26 82 C6 104 40 104 70 82 C94 64 112 64 130 74 V130 H-130 Z', c.white)
  },
  (p, c) => {
    p.box(-130, -130, 260, 260, c.brand)
    p.path('M-130 100 L-50 -2 L-12 44 L40 -30 L130 90 V130 H-130 Z', c.white)
    p.path('M-130 130 L-40 40 L10 88 L56 40 L130 130 Z', c.deep)
  },
  (p, c) => {
    p.box(-130, -130, 130, 260, c.panel)
    p.box(0, -130, 130, 260, c.mid)
  },
  (p, c) => {
    p.box(-130, -130, 260, 260, c.panel)
    p.path('M-130 130 L130 -24 V40 L0 130 Z', c.white)
  },
  (p, c) => {
    p.box(-130, -130, 260, 260, c.mid)
    p.box(-130, 36, 260, 100, c.panel)
    for (let i = 0; i < 4; i++) p.box(-130, 52 + i * 22, 260, 6, c.mid)
  },
  (p, c) => {
    p.box(-130, -130, 260, 260, c.panel)
    p.path('M-130 60 L0 -10 L130 60 V130 H-130 Z', c.brand)
    p.line('M-130 60 L0 -10 L130 60', c.white, 9)
  },
]

const star = (p: Pen, x: number, y: number, r: number, points: number, fill: string, waist = 0.42): void => {
  const at = (i: number): readonly [number, number] => {
    const a = (i / (points * 2)) * Math.PI * 2 - Math.PI / 2
    const k = i % 2 ? r * waist : r
    return [x + Math.cos(a) * k, y + Math.sin(a) * k]
  }
  p.poly(
    Array.from({ length: points * 2 }, (_, i) => at(i)),
    fill,
  )
}

const CHARGES: readonly ((p: Pen, fill: string) => void)[] = [
  (p, f) => {
    p.disc(0, 0, 25, f)
    for (let i = 0; i < 12; i++)
      p.put(0, 0, i / 12, 1, () =>
        p.poly(
          [
            [-6, -31],
            [0, -50],
            [6, -31],
          ],
          f,
        ),
      )
  },
  (p, f) => star(p, 0, 0, 50, 8, f, 0.36),
  (p, f) => {
    for (let i = 0; i < 3; i++)
      p.poly(
        [
          [0, -56 + i * 26],
          [22 + i * 9, -14 + i * 28],
          [-22 - i * 9, -14 + i * 28],
        ],
        f,
      )
    p.box(-7, 36, 14, 18, f)
  },
  (p, f) =>
    p.path(
      'M-58 -18 C-30 -30 -12 -16 0 6 C12 -16 30 -30 58 -18 C34 -8 22 14 6 44 C4 22 2 20 0 16 C-2 20 -4 22 -6 44 C-22 14 -34 -8 -58 -18 Z',
      f,
    ),
  (p, f) => {
    p.line('M0 54 V-24', f, 8)
    for (let i = 0; i < 4; i++)
      for (const side of [-1, 1]) p.put(0, 28 - i * 22, side * 0.11, 1, () => p.disc(0, -19, 8, f, 19))
    p.disc(0, -44, 9, f, 18)
  },
  (p, f) => p.path('M-50 30 C-50 6 -40 6 -36 -12 H36 C40 6 50 6 50 30 Z M-28 -18 L-16 -54 H16 L28 -18 Z', f),
  (p, f) => {
    p.path('M0 -30 C30 -54 56 -18 38 20 C28 44 10 46 0 38 C-10 46 -28 44 -38 20 C-56 -18 -30 -54 0 -30 Z', f)
    p.path('M4 -36 C6 -54 22 -58 32 -54 C28 -38 16 -34 4 -36 Z', f)
  },
  (p, f) => {
    for (let i = 0; i < 6; i++)
      p.put(0, 0, i / 6, 1, () =>
        p.poly(
          [
            [-15, -22],
            [0, -31],
            [15, -22],
            [15, -45],
            [0, -54],
            [-15, -45],
          ],
          f,
        ),
      )
    p.poly(
      [
        [-17, -10],
        [0, -20],
        [17, -10],
        [17, 10],
        [0, 20],
        [-17, 10],
      ],
      f,
    )
  },
  (p, f) => {
    p.path('M-50 6 A50 50 0 0 0 50 6 L40 14 A40 30 0 0 1 -40 14 Z M-50 6 L-58 22 L-38 20 Z M50 6 L58 22 L38 20 Z', f)
    p.line('M0 -30 V48 M-24 -10 H24', f, 9)
    p.arc(0, -42, 11, 8, f)
  },
  (p, f) => {
    for (let i = 0; i < 5; i++) p.put(0, 0, i / 5, 1, () => p.disc(0, -30, 18, f, 21))
  },
  (p, f) => p.path('M-44 46 V-30 H-28 V-12 H-10 V-46 H10 V-12 H28 V-30 H44 V46 H14 V22 A14 14 0 0 0 -14 22 V46 Z', f),
]

const arms: Mark = (p, c, random) => {
  const shield = random.pick(SHIELDS)
  const field = random.below(FIELDS.length)
  const charge = random.pick(CHARGES)
  clipTo(p, shield, () => {
    FIELDS[field]?.(p, c)
    const centred = field === 2
    p.put(0, centred ? -4 : field === 3 ? -44 : -48, 0, centred ? 1.25 : 0.96, () =>
      charge(p, field === 1 || field === 4 ? c.white : c.accent),
    )
  })
  p.g.lineWidth = 7
  p.g.strokeStyle = c.deep
  p.g.stroke(new Path2D(shield))
}

const quarteredArms: Mark = (p, c, random) => {
  const shield = random.pick(SHIELDS)
  const first = random.below(CHARGES.length)
  const second = (first + 1 + random.below(CHARGES.length - 1)) % CHARGES.length
  clipTo(p, shield, () => {
    p.box(-130, -130, 260, 260, c.white)
    p.box(-130, -130, 130, 126, c.panel)
    p.box(0, -4, 130, 134, c.panel)
    p.box(0, -130, 130, 126, c.accent)
    p.box(-130, -4, 130, 134, c.accent)
    p.put(-48, -58, 0, 0.66, () => CHARGES[first]?.(p, c.white))
    p.put(44, 38, 0, 0.6, () => CHARGES[second]?.(p, c.white))
    p.put(48, -58, 0, 0.6, () => CHARGES[second]?.(p, c.deep))
    p.put(-44, 38, 0, 0.6, () => CHARGES[first]?.(p, c.deep))
  })
}

/** A badge for regions that have left heraldry behind: their land in a roundel. */
const roundel: Mark = (p, c, random) => {
  const ground = random.pick([CIRCLE, SQUIRCLE, HEXAGON, ARCH])
  const low = random.below(2) ? c.white : c.deep
  const scene = random.pick([
    (): void => {
      p.disc(random.between(-30, 46), random.between(-48, -20), 40, c.accent)
      const a = random.between(-50, 30)
      p.path(`M-130 40 L${-60 + a * 0.4} -24 L${-20 + a * 0.3} 16 L${40 + a * 0.6} -40 L130 44 V130 H-130 Z`, c.brand)
      p.path('M-130 60 C-80 30 -30 84 20 56 C66 30 100 44 130 62 V130 H-130 Z', c.panel)
      p.path('M-130 94 C-80 72 -30 114 20 92 C66 72 100 82 130 98 V130 H-130 Z', low)
    },
    (): void => {
      p.disc(0, 6, 62, c.accent)
      for (let i = 0; i < 5; i++) p.box(-130, 6 + i * 26, 260, 14, i % 2 ? low : c.panel)
    },
    (): void => {
      p.box(-130, 60, 260, 80, c.panel)
      for (const [x, s, fill] of [
        [-58, 1, c.brand],
        [56, 1.1, c.brand],
        [0, 1.5, c.deep],
      ] as const)
        for (let i = 0; i < 3; i++)
          p.poly(
            [
              [x, 60 - 96 * s + i * 26 * s],
              [x + (18 + i * 9) * s, 60 - (56 - i * 28) * s],
              [x - (18 + i * 9) * s, 60 - (56 - i * 28) * s],
            ],
            fill,
          )
      p.disc(64, -74, 22, c.accent)
    },
    (): void => {
      p.disc(-6, -30, 46, c.accent)
      p.path('M-130 10 C-84 -18 -50 38 0 10 C50 -18 84 38 130 10 V130 H-130 Z', c.brand)
      p.path('M-130 46 C-84 18 -50 74 0 46 C50 18 84 74 130 46 V130 H-130 Z', c.panel)
      p.path('M-130 82 C-84 54 -50 110 0 82 C50 54 84 110 130 82 V130 H-130 Z', low)
    },
  ])
  clipTo(p, ground, () => {
    p.box(-130, -130, 260, 260, c.mid)
    scene()
  })
}

// Seals --------------------------------------------------------------------------------------------------------------

const sealLetter: Mark = (p, c, random, letter) => {
  p.disc(0, 0, 120, c.panel)
  p.arc(0, 0, 98, 4, c.accent)
  const n = random.pick([12, 16, 24])
  for (let i = 0; i < n; i++) p.put(0, 0, i / n, 1, () => p.disc(0, -109, 3.4, c.white))
  p.letter(letter, 0, 0, 128, c.white, SERIF)
}

const openBook: Mark = (p, c, random) => {
  const rays = random.pick([5, 7])
  for (let i = 0; i < rays; i++)
    p.put(0, 40, (i - (rays - 1) / 2) * (0.42 / rays), 1, () => p.path('M-7 -84 L0 -156 L7 -84 Z', c.accent))
  p.path('M-4 10 C-34 -24 -84 -30 -120 -18 V86 C-84 74 -34 80 -4 112 Z', c.brand)
  p.path('M4 10 C34 -24 84 -30 120 -18 V86 C84 74 34 80 4 112 Z', c.panel)
  p.put(0, -44, 0, 0.5, () => random.pick(CHARGES)(p, c.accentDeep))
}

const portal: Mark = (p, c, random) => {
  const n = 3
  const pointed = random.below(2)
  for (let i = 0; i < n; i++) {
    const w = 112 - i * 37
    const top = 6 - i * 2
    const fill = [c.panel, c.mid, c.accent][i] as string
    if (pointed)
      p.path(
        `M${-w} 116 V${top} C${-w} ${top - 60} ${-w * 0.4} ${top - w} 0 ${top - w * 1.12} C${w * 0.4} ${top - w} ${w} ${top - 60} ${w} ${top} V116 Z`,
        fill,
      )
    else p.path(`M${-w} 116 V${top} A${w} ${w} 0 0 1 ${w} ${top} V116 Z`, fill)
  }
}

const temple: Mark = (p, c, random) => {
  const n = random.pick([3, 4, 5])
  const round = random.below(2)
  if (round) p.path('M-92 -30 A92 84 0 0 1 92 -30 Z', c.panel)
  else
    p.poly(
      [
        [-120, -34],
        [0, -116],
        [120, -34],
      ],
      c.panel,
    )
  p.disc(0, round ? -66 : -62, 16, c.accent)
  for (let i = 0; i < n; i++) {
    const x = -96 + (192 / (n - 1)) * i
    p.box(x - 14, -20, 28, 100, i % 2 ? c.accent : c.brand, 4)
  }
  p.box(-120, 90, 240, 24, c.panel, 4)
}

const duo: Mark = (p, c, random, letter) => {
  const ground = random.pick([ARCH, SHIELDS[0] as string, SHEET, SQUIRCLE])
  p.path(ground, c.panel)
  clipTo(p, ground, () => {
    p.path('M-130 60 C-60 30 -30 96 0 70 C30 96 60 30 130 60 V130 H-130 Z', c.accent)
    p.line('M0 70 V130', c.panel, 8)
  })
  p.letter(letter, 0, -28, 124, c.white, SERIF)
}

const laurel: Mark = (p, c, random, letter) => {
  const leaves = 7
  for (const side of [-1, 1])
    for (let i = 0; i < leaves; i++) {
      const a = 0.25 + side * (0.045 + i * 0.056)
      p.put(Math.cos(a * 6.2832) * 98, Math.sin(a * 6.2832) * 98, a + 0.5 + side * 0.06, 1, () =>
        p.disc(0, 0, 11, i % 2 ? c.brand : c.panel, 24),
      )
    }
  if (random.below(2)) p.letter(letter, 0, 0, 132, c.accentDeep, SERIF)
  else p.put(0, 0, 0, 1.1, () => random.pick(CHARGES)(p, c.accentDeep))
}

const FAMILIES: Record<Exhibit['kind'], readonly Mark[]> = {
  business: [monogram, petals, quarters, cut, overlap, rings, bars, knot, monogram, steps],
  region: [arms, roundel, arms, quarteredArms],
  institution: [sealLetter, openBook, portal, duo, temple, laurel, quarters, cut],
}
