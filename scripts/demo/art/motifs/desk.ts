/** Things of a classroom and a nursery: what lies on desks and shelves. */
import { SANS, SERIF, swing } from '../pen.ts'
import { type Motif, shade } from './motif.ts'

export const books: Motif = (p, c, t) => {
  shade(p, c, 170)
  const spine = (x: number, y: number, w: number, h: number, fill: string, band: string, turn = 0): void =>
    p.put(x + w / 2, y + h, turn, 1, () => {
      p.box(-w / 2, -h, w, h, fill, 5)
      p.box(-w / 2, -h + 22, w, 9, band)
      p.box(-w / 2, -46, w, 22, band)
      p.faded(0.18, () => p.box(w / 2 - 8, -h, 8, h, c.ink, [0, 5, 5, 0]))
    })
  spine(-150, -90, 46, 260, c.brand, c.soft)
  spine(-100, -30, 36, 200, c.accent, c.deep)
  spine(-60, -120, 54, 290, c.deep, c.accent)
  spine(-2, -56, 40, 226, c.mid, c.paper)
  spine(56, -76, 48, 246, c.brand, c.accent, -0.035 + 0.006 * swing(t))
  p.put(20, -150 + 5 * swing(t, 1, 0.2), 0, 1, () => {
    const lift = 10 * (1 + swing(t, 2))
    p.path(`M0 10 C40 -22 96 ${-26 - lift} 132 ${-8 - lift} L126 42 C92 26 40 34 0 56 Z`, c.white)
    p.path(`M0 10 C-40 -22 -96 ${-26 - lift} -132 ${-8 - lift} L-126 42 C-92 26 -40 34 0 56 Z`, c.paper)
    p.line('M0 10 V56', c.deep, 5)
    p.line(`M22 12 C52 0 84 ${-4 - lift} 108 ${4 - lift} M22 30 C52 16 84 ${12 - lift} 106 ${20 - lift}`, c.mid, 4)
    p.line(
      `M-22 12 C-52 0 -84 ${-4 - lift} -108 ${4 - lift} M-22 30 C-52 16 -84 ${12 - lift} -106 ${20 - lift}`,
      c.mid,
      4,
    )
  })
}

export const letters: Motif = (p, c, t) => {
  const tile = (
    s: string,
    x: number,
    y: number,
    size: number,
    turn: number,
    fill: string,
    ink: string,
    phase: number,
  ): void =>
    p.put(x, y + 9 * swing(t, 1, phase), turn + 0.008 * swing(t, 1, phase + 0.2), 1, () => {
      p.faded(0.14, () => p.box(-size / 2 + 8, -size / 2 + 12, size, size, c.ink, 22))
      p.box(-size / 2, -size / 2, size, size, fill, 22)
      p.letter(s, 0, 0, size * 0.74, ink, SERIF)
    })
  tile('А', -92, -78, 178, -0.025, c.brand, c.paper, 0)
  tile('ё', 100, -104, 132, 0.03, c.accent, c.ink, 0.3)
  tile('ъ', -118, 106, 126, 0.02, c.paper, c.deep, 0.55)
  tile('Ж', 66, 82, 196, -0.015, c.deep, c.accent, 0.75)
}

export const pen: Motif = (p, c, t) => {
  p.box(-170, -150, 300, 320, c.white, 10)
  for (let i = 0; i < 7; i++) p.line(`M-140 ${-100 + i * 38} H100`, c.soft, 3)
  p.line('M-118 -150 V170', c.accent, 3)
  const reach = 0.5 - 0.5 * Math.cos(2 * Math.PI * t)
  const end = t === 0 ? 1 : reach
  p.g.save()
  p.g.beginPath()
  p.g.rect(-170, -150, 60 + 240 * end, 330)
  p.g.clip()
  p.line(
    'M-104 -62 C-84 -112 -60 -96 -72 -66 C-80 -44 -60 -52 -40 -76 C-16 -104 -4 -84 -18 -66 C-28 -50 4 -60 16 -74 C34 -96 52 -80 44 -66 C40 -52 64 -60 84 -72',
    c.brand,
    9,
  )
  p.line('M-104 16 C-60 -8 -40 40 0 14 C30 -6 52 30 88 8', c.mid, 7)
  p.g.restore()
  p.put(-80 + 180 * end, -40 + 6 * swing(t, 4), 0.1, 1, () => {
    p.path('M0 30 L-24 -34 L-18 -50 H18 L24 -34 Z', c.accent)
    p.line('M0 26 V-22', c.ink, 4)
    p.disc(0, -24, 7, c.ink)
    p.box(-24, -66, 48, 24, c.deep, 6)
    p.box(-21, -190, 42, 128, c.brand, [20, 20, 4, 4])
    p.faded(0.25, () => p.box(6, -186, 12, 120, c.ink, 6))
  })
}

export const board: Motif = (p, c, t) => {
  shade(p, c, 180)
  p.line('M-110 90 L-136 172 M110 90 L136 172', c.deep, 12)
  p.box(-190, -140, 380, 250, c.deep, 14)
  p.box(-176, -126, 352, 222, c.brand, 6)
  const grown = t === 0 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * t)
  p.arc(-66, -16, 74, 7, c.paper, -0.25, -0.25 + Math.max(0.02, grown))
  p.line('M-66 -16 L-14 -68', c.accent, 6)
  p.disc(-66, -16, 8, c.accent)
  p.line('M44 -80 V60 H150', c.soft, 5)
  p.line(`M44 56 C70 56 ${70 + 30 * grown} ${56 - 130 * grown} ${60 + 84 * grown} ${56 - 120 * grown}`, c.accent, 7)
  p.box(-190, 100, 380, 18, c.ink, 6)
  p.box(-60, 92, 62, 13, c.white, 6)
  p.box(40, 92, 38, 13, c.accent, 6)
}

export const abacus: Motif = (p, c, t) => {
  shade(p, c, 170)
  p.box(-180, -170, 360, 340, c.deep, 22)
  p.box(-154, -144, 308, 288, c.soft, 8)
  const rows = [3, 6, 1, 5, 2, 4]
  rows.forEach((left, row) => {
    const y = -118 + row * 47
    p.line(`M-154 ${y} H154`, c.mid, 5)
    const slide = t === 0 ? 0 : Math.max(0, swing(t, 1, row / 6)) ** 2
    for (let i = 0; i < 8; i++) {
      const moved = i === left - 1 ? slide : 0
      const home = i < left ? -132 + i * 26 : 132 - (7 - i) * 26
      const x = home + moved * (132 - (8 - left) * 26 - home)
      p.box(x - 11, y - 20, 22, 40, i === 3 || i === 4 ? c.ink : row % 2 ? c.accent : c.brand, 11)
    }
  })
}

export const cards: Motif = (p, c, t) => {
  shade(p, c, 180)
  for (let i = 0; i < 6; i++) {
    const lift = i === 3 ? 46 + 14 * swing(t) : 4 * swing(t, 1, i / 6)
    p.put(-30 + i * 14, -30 + i * 18 - lift, -0.01 + i * 0.003, 1, () => {
      p.box(-120, -90, 240, 180, i === 3 ? c.accent : i % 2 ? c.white : c.paper, 8)
      p.box(-120 + i * 30, -112, 66, 30, i === 3 ? c.accent : i % 2 ? c.white : c.paper, [8, 8, 0, 0])
      p.line('M-96 -54 H60 M-96 -24 H92', i === 3 ? c.deep : c.mid, 7)
    })
  }
  p.box(-172, 62, 344, 110, c.brand, 14)
  p.box(-50, 92, 100, 42, c.paper, 6)
  p.line('M-30 113 H30', c.deep, 6)
}

export const chart: Motif = (p, c, t) => {
  shade(p, c, 190)
  const heights = [96, 158, 124, 214, 268]
  const fills = [c.mid, c.brand, c.mid, c.brand, c.accent]
  heights.forEach((h, i) => {
    const tall = h + 14 * swing(t, 1, i / 5)
    p.box(-180 + i * 76, 170 - tall, 56, tall, fills[i] as string, [12, 12, 0, 0])
  })
  const at = (i: number): string => `${-152 + i * 76} ${130 - (heights[i] as number) - 14 * swing(t, 1, i / 5)}`
  p.line(`M${at(0)} L${at(1)} L${at(2)} L${at(3)} L${at(4)}`, c.deep, 7)
  heights.forEach((h, i) => {
    const y = 130 - h - 14 * swing(t, 1, i / 5)
    p.disc(-152 + i * 76, y, 14, c.paper)
    p.disc(-152 + i * 76, y, 8, c.deep)
  })
}

export const lamp: Motif = (p, c, t) => {
  shade(p, c, 150)
  const glow = 0.62 + 0.12 * swing(t)
  p.faded(glow, () => p.path('M30 -76 L-190 172 H150 L112 -50 Z', c.accent))
  p.disc(-120, 168, 84, c.deep, 14)
  p.line('M-120 160 L-156 -10 L20 -116', c.brand, 18)
  p.disc(-156, -10, 17, c.deep)
  p.put(52, -98, 0.06, 1, () => {
    p.path('M-74 50 C-70 -46 70 -46 74 50 Z', c.brand)
    p.disc(0, 50, 74, c.white, 16)
    p.faded(0.3, () => p.path('M22 -18 C60 -8 72 20 74 50 H40 Z', c.ink))
  })
  p.path(
    'M-30 150 C0 128 50 126 70 146 C92 126 142 130 168 152 L166 168 C130 150 92 150 70 166 C44 148 0 150 -30 168 Z',
    c.white,
  )
  p.line('M70 146 V166', c.deep, 4)
}

export const question: Motif = (p, c, t) => {
  for (let i = 0; i < 8; i++) {
    const a = i / 8 + t / 8
    p.put(Math.cos(a * 2 * Math.PI) * 176, Math.sin(a * 2 * Math.PI) * 176, a, 1, () =>
      i % 2
        ? p.disc(0, 0, 13, c.accent)
        : p.poly(
            [
              [-15, -12],
              [15, 0],
              [-15, 12],
            ],
            c.mid,
          ),
    )
  }
  p.disc(0, 0, 142, c.brand)
  p.faded(0.16, () => p.path('M0 -142 A142 142 0 0 1 0 142 A190 190 0 0 0 0 -142', c.ink))
  p.put(0, 4 * swing(t, 2), 0.012 * swing(t), 1, () => p.letter('?', 0, -4, 226, c.paper, SERIF))
}

export const press: Motif = (p, c, t) => {
  const sorts = ['Л', 'И', 'Т', 'Е', 'Р', 'А']
  shade(p, c, 180)
  sorts.forEach((s, i) => {
    const x = -124 + (i % 3) * 124
    const y = -78 + Math.floor(i / 3) * 136
    const lift = 12 * Math.max(0, swing(t, 1, i / 6))
    p.box(x - 54, y - 56, 108, 132, c.deep, 10)
    p.box(x - 54, y - 60 - lift, 108, 112, i % 2 ? c.mid : c.accent, 10)
    p.put(x, y - 4 - lift, 0, 1, () => p.letter(s, 0, 0, 84, c.ink, SERIF))
  })
  p.box(-196, 146, 392, 24, c.brand, 8)
}

export const solids: Motif = (p, c, t) => {
  shade(p, c, 186)
  const bob = (phase: number): number => 6 * swing(t, 1, phase)
  p.put(-92, 82 + bob(0), 0, 1, () => {
    p.poly(
      [
        [0, -96],
        [84, -50],
        [0, -4],
        [-84, -50],
      ],
      c.mid,
    )
    p.poly(
      [
        [-84, -50],
        [0, -4],
        [0, 92],
        [-84, 46],
      ],
      c.brand,
    )
    p.poly(
      [
        [84, -50],
        [0, -4],
        [0, 92],
        [84, 46],
      ],
      c.deep,
    )
  })
  p.put(96, 70 + bob(0.3), 0, 1, () => {
    p.path('M0 -130 L78 84 A78 20 0 0 1 -78 84 Z', c.accent)
    p.path('M0 -130 L78 84 A78 20 0 0 1 20 103 Z', c.accentDeep)
  })
  p.put(6, -104 + bob(0.6), 0, 1, () => {
    p.disc(0, 0, 74, c.brand)
    p.faded(0.25, () => p.path('M20 -71 A74 74 0 1 1 -60 43 A84 84 0 0 0 20 -71', c.ink))
    p.g.save()
    p.g.beginPath()
    p.g.arc(0, 0, 74, 0, 7)
    p.g.clip()
    for (let i = -2; i < 3; i++) {
      const k = ((i + t) / 2.5) * 74
      p.g.beginPath()
      p.g.ellipse(0, 0, Math.abs(k), 74, 0, k < 0 ? Math.PI / 2 : -Math.PI / 2, k < 0 ? Math.PI * 1.5 : Math.PI / 2)
      p.g.strokeStyle = c.soft
      p.g.lineWidth = 3
      p.g.stroke()
    }
    p.g.restore()
  })
  p.line('M-180 -140 l34 0 m-17 -17 l0 34', c.accent, 7)
  p.letter('π', 150, -110, 84, c.deep, SERIF)
}

export const blocks: Motif = (p, c, t) => {
  shade(p, c, 180)
  const cube = (x: number, y: number, s: number, fill: string, draw: () => void, turn = 0): void =>
    p.put(x, y, turn, 1, () => {
      p.box(-s / 2, -s / 2, s, s, fill, 12)
      p.faded(0.2, () => p.box(s / 2 - 16, -s / 2, 16, s, c.ink, [0, 12, 12, 0]))
      p.box(-s / 2 + 14, -s / 2 + 14, s - 40, s - 28, c.paper, 8)
      p.put(-6, 0, 0, 1, draw)
    })
  cube(-92, 98, 144, c.brand, () => p.letter('А', 0, 0, 84, c.brand, SANS))
  cube(74, 98, 144, c.accent, () => p.disc(0, 0, 36, c.accentDeep))
  cube(
    -8 + 2 * swing(t),
    -46,
    138,
    c.deep,
    () =>
      p.poly(
        [
          [0, -40],
          [40, 34],
          [-40, 34],
        ],
        c.deep,
      ),
    0.008 * swing(t),
  )
  p.put(-8 + 5 * swing(t), -116, 0.015 * swing(t, 1, -0.05), 1, () => {
    p.path('M-70 0 A70 70 0 0 1 70 0 Z', c.mid)
    p.path('M-26 0 A26 26 0 0 1 26 0 Z', c.paper)
  })
  p.disc(178, 140, 30, c.mid)
  p.faded(0.2, () => p.disc(186, 146, 20, c.ink))
}

export const bear: Motif = (p, c, t) => {
  shade(p, c, 150)
  p.disc(0, 104, 108, c.brand, 76)
  p.disc(0, 112, 66, c.soft, 52)
  const wave = 0.05 * swing(t, 2)
  p.put(-96, 74, 0.1, 1, () => p.disc(0, 28, 32, c.brand, 58))
  p.put(98, 66, 0.62 + wave, 1, () => p.disc(0, 34, 32, c.brand, 60))
  p.disc(-62, 164, 46, c.deep, 26)
  p.disc(62, 164, 46, c.deep, 26)
  p.put(0, -50, 0.01 * swing(t), 1, () => {
    p.disc(-84, -84, 40, c.brand)
    p.disc(84, -84, 40, c.brand)
    p.disc(-84, -84, 22, c.soft)
    p.disc(84, -84, 22, c.soft)
    p.disc(0, 0, 122, c.brand, 106)
    p.disc(0, 42, 58, c.soft, 42)
    p.disc(-46, -14, 11, c.ink)
    p.disc(46, -14, 11, c.ink)
    p.disc(0, 26, 18, c.ink, 13)
    p.line('M0 38 V52 M-22 58 C-12 68 12 68 22 58', c.ink, 6)
  })
  p.path('M0 56 L-48 30 V84 Z M0 56 L48 30 V84 Z', c.accent)
  p.disc(0, 57, 14, c.accentDeep)
}

export const chess: Motif = (p, c, t) => {
  for (let row = 0; row < 3; row++)
    for (let col = 0; col < 6; col++) {
      const near = row / 3
      const far = (row + 1) / 3
      const x = (k: number, d: number): number => (k - 3) * (44 + d * 24)
      p.poly(
        [
          [x(col, near), 96 + row * 30],
          [x(col + 1, near), 96 + row * 30],
          [x(col + 1, far), 126 + row * 30],
          [x(col, far), 126 + row * 30],
        ],
        (row + col) % 2 ? c.brand : c.paper,
      )
    }
  const hop = Math.max(0, swing(t))
  p.put(-20 + 34 * swing(t, 1, -0.25) + 34, -24 * hop, 0, 1, () => {
    p.faded(0.2, () => p.disc(0, 142, 92, c.ink, 16))
    p.box(-84, 104, 168, 36, c.deep, 12)
    p.box(-66, 76, 132, 30, c.deep, 8)
    p.path(
      'M-58 78 C-62 10 -2 -14 -6 -52 C-34 -34 -58 -22 -84 -26 C-104 -30 -104 -58 -86 -70 C-64 -86 -52 -112 -38 -132 L-34 -170 L-8 -146 C54 -140 86 -70 78 0 C74 34 62 54 60 78 Z',
      c.deep,
    )
    p.line('M12 -128 C52 -104 62 -46 52 10', c.accent, 9)
    p.disc(-32, -96, 9, c.accent)
  })
}

export const door: Motif = (p, c, t) => {
  shade(p, c, 190)
  p.path('M-110 172 V-70 A110 110 0 0 1 110 -70 V172 Z', c.accent)
  const rays = 0.5 + 0.2 * swing(t)
  p.faded(rays, () => p.path('M-80 172 V-66 A80 80 0 0 1 80 -66 V172 Z', c.white))
  p.path('M-186 172 L190 172 L110 130 H-80 Z', c.soft)
  const open = 62 + 10 * swing(t)
  p.path(
    `M-110 172 V-70 A110 110 0 0 1 -90 -134 L${-90 - open} -112 Q${-112 - open} -70 ${-110 - open} -40 V198 Z`,
    c.brand,
  )
  p.disc(-98 - open, 70, 8, c.accent)
  p.path('M190 172 L20 172 L190 104 Z', c.deep)
  p.put(96, 82, 0, 1, () => {
    p.arc(0, 32, 36, 9, c.paper)
    p.disc(-6, -56, 16, c.paper)
    p.line('M-6 -34 V10 H30 L46 50', c.paper, 12)
  })
}

export const house: Motif = (p, c, t) => {
  shade(p, c, 180)
  p.box(-130, -40, 260, 212, c.paper, 6)
  p.faded(0.16, () => p.box(84, -40, 46, 212, c.ink))
  p.poly(
    [
      [-170, -34],
      [0, -164],
      [170, -34],
    ],
    c.brand,
  )
  p.box(84, -146, 40, 74, c.deep, 4)
  for (let i = 0; i < 3; i++) {
    const k = (i / 3 + t) % 1
    p.faded(0.5 * (1 - k), () => p.disc(104 + 30 * k, -160 - 60 * k, 12 + 18 * k, c.mid))
  }
  p.box(-30, 60, 76, 112, c.deep, [38, 38, 0, 0])
  p.box(-104, 10, 60, 60, c.accent, 6)
  p.line('M-74 10 V70 M-104 40 H-44', c.paper, 6)
  p.box(62, 10, 46, 60, c.accent, 6)
  p.put(8, -76, 0, 1, () => p.path('M0 22 C-46 -8 -30 -38 0 -20 C30 -38 46 -8 0 22 Z', c.accent))
}

export const clock: Motif = (p, c, t) => {
  shade(p, c, 120)
  p.line('M-84 120 L-112 168 M84 120 L112 168', c.deep, 20)
  p.disc(-96, -120, 46, c.accent)
  p.disc(96, -120, 46, c.accent)
  p.disc(0, 0, 160, c.brand)
  p.disc(0, 0, 130, c.white)
  for (let i = 0; i < 12; i++)
    p.put(0, 0, i / 12, 1, () => p.box(-4, -118, 8, i % 3 ? 14 : 26, i % 3 ? c.mid : c.deep, 4))
  p.put(0, 0, -0.16 + t, 1, () => p.line('M0 12 V-64', c.deep, 13))
  p.put(0, 0, 0.18 + 2 * t, 1, () => p.line('M0 16 V-98', c.accentDeep, 8))
  p.disc(0, 0, 13, c.ink)
}
