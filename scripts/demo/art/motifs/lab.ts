/** Laboratories, workshops and machines. */
import { swing } from '../pen.ts'
import { type Motif, shade } from './motif.ts'

export const flask: Motif = (p, c, t) => {
  shade(p, c, 180)
  p.path('M-38 -170 H38 V-50 L134 130 Q146 170 104 172 H-104 Q-146 170 -134 130 L-38 -50 Z', c.white)
  const level = 40 + 4 * swing(t)
  p.path(
    `M-84 ${level} C-40 ${level - 16 * swing(t)} 40 ${level + 16 * swing(t)} 84 ${level} L130 134 Q138 162 104 164 H-104 Q-138 162 -130 134 Z`,
    c.brand,
  )
  p.faded(0.22, () => p.path('M60 0 L130 134 Q138 162 104 164 H50 Z', c.ink))
  for (let i = 0; i < 7; i++) {
    const k = (i / 7 + t) % 1
    const x = -60 + ((i * 53) % 120)
    p.faded(1 - k * k, () => p.disc(x * (1 - 0.5 * k), 140 - 250 * k, 9 + (i % 3) * 5, i % 2 ? c.accent : c.soft))
  }
  p.line('M-38 -164 V-50 L-128 124', c.deep, 6)
  p.box(-54, -186, 108, 24, c.deep, 10)
  p.put(152, 60, 0, 1, () => {
    p.box(-22, -120, 44, 232, c.white, [4, 4, 22, 22])
    p.box(-22, -20 - 6 * swing(t, 1, 0.4), 44, 132 + 6 * swing(t, 1, 0.4), c.accent, [0, 0, 22, 22])
    p.box(-30, -128, 60, 14, c.deep, 6)
  })
}

export const microscope: Motif = (p, c, t) => {
  shade(p, c, 150)
  p.box(-130, 140, 250, 32, c.deep, 12)
  p.path('M10 -120 C140 -110 170 60 96 144 H40 C110 80 84 -50 -4 -62 Z', c.brand)
  p.box(-110, 78, 150, 22, c.deep, 6)
  p.box(-74, 66, 70, 12, c.accent, 3)
  p.put(-36, -60, 0.045, 1, () => {
    p.box(-34, -110, 68, 138, c.mid, 10)
    p.box(-26, -152, 52, 48, c.deep, 8)
    p.box(-22, 24, 44, 40, c.deep, [0, 0, 10, 10])
    p.box(-12, 60, 24, 28, c.accent, [0, 0, 8, 8])
    p.faded(0.2, () => p.box(12, -110, 22, 138, c.ink))
  })
  p.disc(110, 20, 28, c.accent)
  p.put(110, 20, t, 1, () => p.line('M-12 0 H12 M0 -12 V12', c.deep, 7))
  p.put(-150, -90, 0, 1, () => {
    p.disc(0, 0, 54, c.white)
    for (let i = 0; i < 5; i++) {
      const a = i / 5 + t
      p.disc(Math.cos(a * 6.283) * 24, Math.sin(a * 6.283) * 24, 9 + (i % 2) * 4, i % 2 ? c.brand : c.accent)
    }
    p.disc(0, 0, 10, c.deep)
    p.arc(0, 0, 54, 7, c.deep)
  })
}

export const planets: Motif = (p, c, t) => {
  p.arc(0, 0, 186, 2, c.mid)
  p.arc(0, 0, 128, 2, c.mid)
  const on = (r: number, turn: number, draw: () => void): void =>
    p.put(Math.cos(turn * 6.283) * r, Math.sin(turn * 6.283) * r, 0, 1, draw)
  p.disc(0, 0, 82, c.brand)
  p.g.save()
  p.g.beginPath()
  p.g.arc(0, 0, 82, 0, 7)
  p.g.clip()
  p.path('M-90 -20 C-40 -44 30 4 90 -24 V8 C30 36 -40 -8 -90 16 Z', c.mid)
  p.path('M-90 40 C-30 22 30 60 90 40 V90 H-90 Z', c.deep)
  p.g.restore()
  on(128, t + 0.62, () => {
    p.put(0, 0, t + 0.62, 1, () => {
      p.box(-64, -17, 44, 34, c.accent, 3)
      p.box(20, -17, 44, 34, c.accent, 3)
      p.line('M-42 -17 V17 M42 -17 V17 M-64 0 H-20 M20 0 H64', c.deep, 3)
      p.box(-22, -26, 44, 52, c.white, 6)
      p.disc(0, 0, 11, c.deep)
      p.line('M0 -26 V-46', c.deep, 5)
    })
  })
  on(186, 0.08 - t, () => {
    p.disc(0, 0, 34, c.accent)
    p.put(0, 0, -0.05, 1, () => {
      p.g.beginPath()
      p.g.ellipse(0, 0, 60, 14, 0, -0.3, Math.PI + 0.3)
      p.g.lineWidth = 7
      p.g.strokeStyle = c.deep
      p.g.stroke()
    })
  })
  on(186, 0.42 - t, () => p.disc(0, 0, 17, c.mid))
}

export const rocket: Motif = (p, c, t) => {
  for (let i = 0; i < 6; i++) {
    const k = (i / 6 + t) % 1
    p.faded(0.75 * (1 - k), () =>
      p.disc(-26 + ((i * 37) % 52) - 8, 132 + 70 * k, 20 + 34 * k, i % 2 ? c.soft : c.paper),
    )
  }
  p.put(0, -14 + 6 * swing(t, 2), 0, 1, () => {
    const flame = 60 + 16 * swing(t, 6)
    p.path(`M-34 96 Q0 ${130 + flame} 34 96 Z`, c.accent)
    p.path(`M-18 96 Q0 ${108 + flame * 0.5} 18 96 Z`, c.white)
    p.path('M-52 20 L-104 100 L-96 124 L-46 92 Z M52 20 L104 100 L96 124 L46 92 Z', c.deep)
    p.path('M0 -176 C66 -120 76 -10 48 98 H-48 C-76 -10 -66 -120 0 -176 Z', c.white)
    p.path('M0 -176 C66 -120 76 -10 48 98 H14 C40 -10 40 -120 0 -176 Z', c.soft)
    p.path('M0 -176 C28 -152 46 -122 55 -90 H-55 C-46 -122 -28 -152 0 -176 Z', c.brand)
    p.disc(0, -24, 32, c.deep)
    p.disc(0, -24, 21, c.accent)
    p.box(-50, 72, 100, 26, c.brand, 6)
  })
}

export const telescope: Motif = (p, c, t) => {
  shade(p, c, 130)
  for (let i = 0; i < 6; i++) {
    const s = 9 + 5 * swing(t, 2, i / 6)
    p.put(-150 + ((i * 97) % 300), -160 + ((i * 61) % 130), 0, 1, () =>
      p.path(
        `M0 ${-s} L${s * 0.3} ${-s * 0.3} L${s} 0 L${s * 0.3} ${s * 0.3} L0 ${s} L${-s * 0.3} ${s * 0.3} L${-s} 0 L${-s * 0.3} ${-s * 0.3} Z`,
        c.accent,
      ),
    )
  }
  p.line('M0 30 L-84 170 M0 30 L84 170 M0 30 V170', c.deep, 13)
  p.put(0, 18, -0.085 + 0.012 * swing(t), 1, () => {
    p.box(-160, -34, 120, 54, c.deep, 8)
    p.box(-54, -44, 130, 74, c.brand, 8)
    p.box(70, -56, 104, 98, c.mid, 8)
    p.box(164, -64, 20, 114, c.deep, 8)
    p.faded(0.2, () => p.box(-160, 0, 340, 20, c.ink))
    p.box(-60, -44, 14, 74, c.accent)
  })
  p.disc(0, 30, 20, c.accent)
}

export const circuit: Motif = (p, c, t) => {
  p.box(-176, -160, 352, 330, c.deep, 24)
  const tracks = [
    'M-70 -40 H-120 V-130',
    'M-70 0 H-150',
    'M-70 40 H-116 V140',
    'M70 -40 H112 V-130',
    'M70 0 H150',
    'M70 40 H120 V140',
    'M-30 -70 V-130',
    'M30 -70 V-110 H60 V-140',
    'M-30 70 V140',
    'M30 70 V140',
  ]
  for (const d of tracks) p.line(d, c.brand, 7)
  p.g.setLineDash([26, 300])
  tracks.forEach((d, i) => {
    p.g.lineDashOffset = -326 * ((t + i / tracks.length) % 1)
    p.line(d, c.accent, 7)
  })
  p.g.setLineDash([])
  for (const [x, y] of [
    [-120, -132],
    [-152, 0],
    [-116, 142],
    [112, -132],
    [152, 0],
    [120, 142],
    [-30, -132],
    [60, -140],
    [-30, 142],
    [30, 142],
  ] as const) {
    p.disc(x, y, 13, c.accent)
    p.disc(x, y, 6, c.deep)
  }
  p.box(-74, -74, 148, 148, c.paper, 14)
  p.box(-52, -52, 104, 104, c.brand, 8)
  p.faded(0.75 + 0.25 * swing(t, 2), () => p.path('M10 -40 L-26 8 H-2 L-10 40 L26 -8 H2 Z', c.accent))
}

export const robot: Motif = (p, c, t) => {
  shade(p, c, 140)
  p.line('M-44 130 V160 M44 130 V160', c.deep, 22)
  p.box(-86, 152, 76, 22, c.deep, 11)
  p.box(10, 152, 76, 22, c.deep, 11)
  p.put(-100, 30, 0.02 * swing(t), 1, () => {
    p.line('M0 0 L-40 56 L-30 94', c.mid, 20)
    p.arc(-28, 112, 20, 12, c.deep, -0.1, 0.55)
  })
  p.put(100, 24, 0.03 * swing(t, 2), 1, () => {
    p.line('M0 0 L50 -34 L62 -88', c.mid, 20)
    p.arc(64, -108, 20, 12, c.deep, 0.42, 1.05)
  })
  p.box(-100, -6, 200, 144, c.brand, 26)
  p.faded(0.18, () => p.box(60, -6, 40, 144, c.ink, [0, 26, 26, 0]))
  p.box(-62, 26, 124, 78, c.paper, 14)
  p.put(-24, 65, t, 1, () => {
    for (let i = 0; i < 8; i++) p.put(0, 0, i / 8, 1, () => p.box(-5, -29, 10, 14, c.deep, 2))
    p.disc(0, 0, 21, c.deep)
    p.disc(0, 0, 8, c.paper)
  })
  p.put(30, 65, 0, 1, () => {
    for (let i = 0; i < 3; i++) p.box(-14, -24 + i * 19, 28 + 8 * swing(t, 1, i / 3), 10, i === 1 ? c.accent : c.mid, 5)
  })
  p.put(0, -84 + 4 * swing(t, 2), 0.012 * swing(t), 1, () => {
    p.box(-24, 60, 48, 26, c.deep, 4)
    p.line('M0 -62 V-96', c.deep, 9)
    p.disc(0, -102, 15, c.accent)
    p.box(-92, -62, 184, 126, c.mid, 34)
    p.box(-68, -34, 136, 64, c.ink, 32)
    const look = 8 * swing(t)
    p.disc(-30 + look, -2, 18, c.accent)
    p.disc(30 + look, -2, 18, c.accent)
    p.disc(-25 + look, -8, 6, c.white)
    p.disc(35 + look, -8, 6, c.white)
    p.box(-112, -24, 22, 50, c.deep, 10)
    p.box(90, -24, 22, 50, c.deep, 10)
  })
}

export const gears: Motif = (p, c, t) => {
  const gear = (x: number, y: number, r: number, teeth: number, turn: number, fill: string, hub: string): void =>
    p.put(x, y, turn, 1, () => {
      for (let i = 0; i < teeth; i++)
        p.put(0, 0, i / teeth, 1, () =>
          p.poly(
            [
              [-15, -r + 4],
              [-9, -r - 20],
              [9, -r - 20],
              [15, -r + 4],
            ],
            fill,
          ),
        )
      p.disc(0, 0, r, fill)
      for (let i = 0; i < 5; i++) p.put(0, 0, i / 5, 1, () => p.disc(0, -r * 0.58, r * 0.19, hub))
      p.disc(0, 0, r * 0.26, hub)
      p.disc(0, 0, r * 0.13, fill)
    })
  gear(-62, 34, 112, 16, t / 16, c.brand, c.soft)
  gear(106, -86, 66, 10, -t / 10 + 0.03, c.accent, c.paper)
  gear(124, 108, 52, 8, -t / 8 + 0.01, c.deep, c.mid)
}

export const drone: Motif = (p, c, t) => {
  p.faded(0.14 - 0.03 * swing(t), () => p.disc(0, 164, 130, c.ink, 14))
  p.put(0, -26 + 14 * swing(t), 0.012 * swing(t, 1, 0.25), 1, () => {
    p.line('M-150 -50 L-40 10 M150 -50 L40 10', c.deep, 17)
    p.line('M-104 64 L-40 30 M104 64 L40 30', c.deep, 15)
    for (const [x, y, r] of [
      [-150, -62, 78],
      [150, -62, 78],
      [-108, 54, 54],
      [108, 54, 54],
    ] as const) {
      p.faded(0.4, () => p.disc(x, y - 12, r, c.mid, r * 0.2))
      const blade = Math.cos(2 * Math.PI * t * 8 + x) * r
      p.line(`M${x - blade} ${y - 12} L${x + blade} ${y - 12}`, c.ink, 7)
      p.box(x - 11, y - 14, 22, 34, c.brand, 8)
    }
    p.box(-72, -30, 144, 88, c.brand, 36)
    p.faded(0.2, () => p.path('M30 -30 H36 Q72 -30 72 6 V22 Q72 58 36 58 H10 Q50 20 30 -30', c.ink))
    p.disc(0, 18, 32, c.ink)
    p.disc(0, 18, 19, c.accent)
    p.disc(-7, 11, 6, c.white)
    p.line('M-48 58 L-70 104 H-30 M48 58 L70 104 H30', c.deep, 10)
  })
  p.faded(0.5, () => p.line('M-180 130 H-120 M120 130 H180 M-150 148 H-84 M92 148 H148', c.mid, 6))
}

export const network: Motif = (p, c, t) => {
  const nodes = [
    [0, 0, 54],
    [-138, -96, 34],
    [130, -112, 40],
    [158, 50, 28],
    [66, 148, 36],
    [-96, 132, 42],
    [-168, 26, 24],
    [0, -164, 26],
  ] as const
  const edges = [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
    [0, 5],
    [1, 6],
    [1, 7],
    [2, 7],
    [2, 3],
    [5, 6],
    [4, 3],
    [0, 7],
  ] as const
  const at = (i: number): readonly [number, number, number] => {
    const [x, y, r] = nodes[i] as (typeof nodes)[number]
    return i === 0 ? [x, y, r] : [x + 6 * swing(t, 1, i / 8), y + 6 * swing(t, 1, i / 8 + 0.25), r]
  }
  edges.forEach(([a, b], i) => {
    const [ax, ay] = at(a)
    const [bx, by] = at(b)
    p.line(`M${ax} ${ay} L${bx} ${by}`, c.mid, 6)
    const k = (t + i / edges.length) % 1
    p.disc(ax + (bx - ax) * k, ay + (by - ay) * k, 8, c.accentDeep)
  })
  nodes.forEach((_, i) => {
    const [x, y, r] = at(i)
    p.disc(x, y, r, i === 0 ? c.deep : i % 3 === 1 ? c.accent : c.brand)
    p.disc(x, y - r * 0.24, r * 0.25, c.paper)
    p.path(
      `M${x - r * 0.45} ${y + r * 0.5} C${x - r * 0.45} ${y - r * 0.06} ${x + r * 0.45} ${y - r * 0.06} ${x + r * 0.45} ${y + r * 0.5} Z`,
      c.paper,
    )
  })
}

export const spark: Motif = (p, c, t) => {
  p.box(-170, -130, 262, 300, c.white, 12)
  p.line('M-138 -84 H50 M-138 -42 H34 M-138 0 H56 M-138 42 H-10 M-138 84 H44', c.soft, 11)
  p.line('M-138 -42 H-30', c.mid, 11)
  const drawn = t === 0 ? 1 : 0.5 - 0.5 * Math.cos(2 * Math.PI * t)
  p.line(`M-138 56 q10 9 20 0 t20 0 t20 0 t20 0 t20 0`, c.accentDeep, 5 * Math.max(0.2, drawn))
  const star = (x: number, y: number, s: number, fill: string, phase: number): void => {
    const k = s * (1 + 0.13 * swing(t, 1, phase))
    p.path(
      `M${x} ${y - k} C${x + k * 0.12} ${y - k * 0.2} ${x + k * 0.2} ${y - k * 0.12} ${x + k} ${y} C${x + k * 0.2} ${y + k * 0.12} ${x + k * 0.12} ${y + k * 0.2} ${x} ${y + k} C${x - k * 0.12} ${y + k * 0.2} ${x - k * 0.2} ${y + k * 0.12} ${x - k} ${y} C${x - k * 0.2} ${y - k * 0.12} ${x - k * 0.12} ${y - k * 0.2} ${x} ${y - k} Z`,
      fill,
    )
  }
  star(88, -60, 120, c.brand, 0)
  star(152, 62, 58, c.accent, 0.35)
  star(30, 96, 40, c.deep, 0.7)
}

export const visor: Motif = (p, c, t) => {
  p.g.save()
  p.g.beginPath()
  p.g.roundRect(-190, -110, 380, 220, 84)
  p.g.clip()
  p.box(-190, -110, 380, 220, c.deep)
  p.path(
    `M-200 ${20 + 6 * swing(t)} C-100 ${-20 - 6 * swing(t)} 100 ${50 + 10 * swing(t)} 200 10 V120 H-200 Z`,
    c.brand,
  )
  for (let i = 0; i < 7; i++) {
    const sway = 10 * swing(t, 1, i / 7)
    const x = -165 + i * 55
    p.line(`M${x} 116 C${x - 14} 70 ${x + 14 + sway} 60 ${x + sway} ${20 + (i % 3) * 16}`, i % 2 ? c.accent : c.mid, 13)
  }
  const swim = ((t + 0.4) % 1) * 520 - 260
  const fish = (x: number, y: number, s: number, fill: string): void =>
    p.path(
      `M${x} ${y} q${s * 0.6} ${-s * 0.5} ${s * 1.4} 0 q${-s * 0.8} ${s * 0.5} ${-s * 1.4} 0 l${-s * 0.5} ${-s * 0.4} v${s * 0.8} Z`,
      fill,
    )
  fish(swim, -34, 46, c.accent)
  fish(((t + 0.9) % 1) * 520 - 260, -68, 26, c.paper)
  fish(((t + 0.75) % 1) * 520 - 260, 4, 22, c.paper)
  for (let i = 0; i < 5; i++) {
    const k = (t + i / 5) % 1
    p.faded(0.7, () => p.arc(-120 + i * 62, 90 - 200 * k, 6 + (i % 3) * 3, 3, c.soft))
  }
  p.g.restore()
  p.g.lineWidth = 20
  p.g.strokeStyle = c.ink
  p.g.beginPath()
  p.g.roundRect(-190, -110, 380, 220, 84)
  p.g.stroke()
  p.path('M-44 122 Q0 70 44 122 Z', c.ink)
  p.box(-214, -44, 26, 88, c.brand, 12)
  p.box(188, -44, 26, 88, c.brand, 12)
}

export const lock: Motif = (p, c, t) => {
  shade(p, c, 130)
  p.line(`M-70 -16 V${-82 - 8 * swing(t)} A70 70 0 0 1 70 ${-82 - 8 * swing(t)} V-16`, c.mid, 34)
  p.box(-130, -34, 260, 206, c.brand, 34)
  p.faded(0.18, () => p.box(82, -34, 48, 206, c.ink, [0, 34, 34, 0]))
  p.disc(0, 50, 32, c.accent)
  p.path('M-14 60 H14 L24 124 H-24 Z', c.accent)
}

export const heart: Motif = (p, c, t) => {
  const beat = 1 + 0.03 * Math.max(0, swing(t, 3)) ** 3
  p.put(0, 16, 0, beat, () => {
    p.path(
      'M0 140 C-190 20 -170 -130 -70 -130 C-26 -130 0 -96 0 -80 C0 -96 26 -130 70 -130 C170 -130 190 20 0 140 Z',
      c.brand,
    )
    p.faded(0.16, () => p.path('M0 140 C190 20 170 -130 70 -130 C150 -90 130 40 0 140 Z', c.ink))
    p.disc(-82, -76, 24, c.mid, 18)
  })
  p.line('M-200 24 H-84 L-56 -34 L-18 84 L18 -10 L38 24 H200', c.paper, 15)
  p.line('M-200 24 H-84 L-56 -34 L-18 84 L18 -10 L38 24 H200', c.deep, 5)
  const k = (t + 0.2) % 1
  p.disc(-200 + 400 * k, 24, 12, c.accent)
}

export const coins: Motif = (p, c, t) => {
  shade(p, c, 180)
  const stack = (x: number, n: number): void => {
    for (let i = 0; i < n; i++) {
      p.box(x - 54, 140 - i * 28, 108, 28, i % 2 ? c.accent : c.accentDeep, 12)
      p.line(`M${x - 30} ${154 - i * 28} h8 m14 0 h8 m14 0 h8`, c.deep, 4)
    }
    p.disc(x, 142 - (n - 1) * 28, 54, c.accent, 14)
  }
  stack(-118, 3)
  stack(0, 6)
  stack(118, 8)
  const drop = t === 0 ? 0.3 : (t * 2) % 1
  p.put(0, -170 + 150 * drop * drop, 0, 1, () => {
    const w = 46 * Math.abs(Math.cos(2 * Math.PI * t)) + 6
    p.disc(0, 0, w, c.brand, 46)
    p.disc(0, 0, w * 0.72, c.soft, 33)
  })
}
