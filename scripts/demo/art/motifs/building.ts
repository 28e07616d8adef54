/** Houses of learning, drawn as motifs. */
import { swing } from '../pen.ts'
import { type Motif, shade } from './motif.ts'

export const columns: Motif = (p, c, t) => {
  shade(p, c, 200)
  p.box(-176, -46, 352, 200, c.mid)
  p.poly(
    [
      [-200, -46],
      [0, -150],
      [200, -46],
    ],
    c.brand,
  )
  p.poly(
    [
      [-140, -60],
      [0, -132],
      [140, -60],
    ],
    c.soft,
  )
  p.disc(0, -88, 22, c.accent)
  p.box(-200, -52, 400, 22, c.deep, 4)
  for (let i = 0; i < 6; i++) {
    const x = -160 + i * 64
    p.box(x - 15, -30, 30, 170, c.paper, 3)
    p.faded(0.14, () => p.box(x + 4, -30, 11, 170, c.ink))
    p.box(x - 22, -30, 44, 12, c.white, 3)
    p.box(x - 22, 132, 44, 12, c.white, 3)
  }
  p.box(-18, 40, 36, 104, c.deep, [18, 18, 0, 0])
  p.box(-196, 142, 392, 14, c.soft)
  p.box(-212, 156, 424, 16, c.white)
  p.line('M0 -150 V-196', c.deep, 6)
  p.path(
    `M0 -196 q24 ${-8 + 8 * swing(t, 2)} 46 2 q22 ${8 - 8 * swing(t, 2)} 40 0 V-166 q-20 ${8 - 8 * swing(t, 2)} -42 0 q-22 ${-8 + 8 * swing(t, 2)} -44 2 Z`,
    c.accent,
  )
}

export const tower: Motif = (p, c, t) => {
  shade(p, c, 200)
  const lit = (i: number): string => (swing(t, 1, (i * 0.37) % 1) > 0.2 || i % 4 === 0 ? c.accent : c.deep)
  const block = (x: number, y: number, w: number, fill: string): void => {
    p.box(x, y, w, 172 - y, fill)
    p.faded(0.15, () => p.box(x + w * 0.68, y, w * 0.32, 172 - y, c.ink))
    for (let r = 0; r < Math.floor((160 - y) / 26); r++)
      for (let k = 0; k < Math.floor(w / 24); k++)
        p.box(x + 9 + k * 23, y + 14 + r * 26, 12, 14, lit(r * 7 + k + Math.round(w)), 2)
  }
  block(-190, 40, 116, c.mid)
  block(76, 60, 116, c.mid)
  block(-118, -20, 78, c.brand)
  block(42, -4, 78, c.brand)
  block(-58, -104, 116, c.brand)
  p.poly(
    [
      [-58, -104],
      [0, -150],
      [58, -104],
    ],
    c.deep,
  )
  p.line('M0 -150 V-200', c.deep, 7)
  p.disc(0, -202, 9 + 2 * swing(t, 2), c.accent)
  p.disc(0, -118, 15, c.paper)
  p.box(-20, 124, 40, 48, c.paper, [18, 18, 0, 0])
}

export const dome: Motif = (p, c, t) => {
  shade(p, c, 200)
  for (let i = 0; i < 9; i++)
    p.faded(0.6 + 0.4 * swing(t, 1, i / 9), () =>
      p.disc(Math.cos(i * 2.4) * 190, -90 + Math.sin(i * 2.4) * 96, 4 + (i % 3) * 2, c.accentDeep),
    )
  p.path('M-150 40 A150 150 0 0 1 150 40 Z', c.brand)
  p.g.save()
  p.g.clip(new Path2D('M-150 40 A150 150 0 0 1 150 40 Z'))
  for (let i = -3; i < 4; i++) p.line(`M${i * 50} 40 Q${i * 40} -70 0 -112`, c.mid, 4)
  p.faded(0.16, () => p.box(70, -120, 90, 170, c.ink))
  p.put(40, -110, 0.03, 1, () => p.box(-17, -10, 34, 160, c.ink))
  p.g.restore()
  p.faded(0.28 + 0.08 * swing(t), () =>
    p.poly(
      [
        [64, -84],
        [120, -210],
        [220, -150],
      ],
      c.accent,
    ),
  )
  p.box(-172, 36, 344, 24, c.deep, 6)
  p.box(-156, 60, 312, 112, c.paper)
  for (let i = 0; i < 6; i++) if (i !== 3) p.box(-138 + i * 48, 84, 30, 88, i % 2 ? c.mid : c.soft, [15, 15, 0, 0])
  p.box(-4, 92, 48, 80, c.deep, [24, 24, 0, 0])
}

export const glass: Motif = (p, c, t) => {
  shade(p, c, 200)
  const frond = (x: number, s: number, fill: string, k: number): void => {
    for (let i = -3; i <= 3; i++)
      p.put(x, 150, i * 0.055 + 0.008 * swing(t, 1, k + i / 9), s, () =>
        p.path('M0 0 C18 -50 20 -110 0 -160 C-20 -110 -18 -50 0 0 Z', fill),
      )
  }
  p.faded(0.6, () =>
    p.path(
      'M-190 172 V20 C-190 -30 -130 -50 -104 -50 C-90 -130 -40 -160 0 -160 C40 -160 90 -130 104 -50 C130 -50 190 -30 190 20 V172 Z',
      c.white,
    ),
  )
  frond(-128, 0.72, c.mid, 0)
  frond(128, 0.7, c.mid, 0.5)
  frond(0, 1.5, c.brand, 0.25)
  frond(-60, 0.8, c.deep, 0.6)
  frond(64, 0.75, c.deep, 0.8)
  p.disc(-30, 56, 16, c.accent)
  p.disc(36, 20, 13, c.accent)
  p.disc(8, 96, 15, c.accentDeep)
  p.line(
    'M-190 172 V20 C-190 -30 -130 -50 -104 -50 C-90 -130 -40 -160 0 -160 C40 -160 90 -130 104 -50 C130 -50 190 -30 190 20 V172 M-104 -50 V172 M104 -50 V172 M0 -160 V-60 M-104 -50 H104 M-190 60 H-104 M104 60 H190 M-147 -34 V172 M147 -34 V172 M-52 -140 V172 M52 -140 V172',
    c.deep,
    6,
  )
  p.box(-206, 162, 412, 16, c.deep, 4)
}

export const schoolhouse: Motif = (p, c, t) => {
  shade(p, c, 200)
  p.box(-180, 10, 360, 162, c.brand)
  for (let i = 0; i < 6; i++) p.line(`M-180 ${34 + i * 26} H180`, c.deep, 2.5)
  p.poly(
    [
      [-206, 14],
      [-150, -70],
      [150, -70],
      [206, 14],
    ],
    c.deep,
  )
  p.box(-40, -126, 80, 90, c.paper)
  p.poly(
    [
      [-58, -122],
      [0, -188],
      [58, -122],
    ],
    c.accentDeep,
  )
  p.box(-22, -106, 44, 52, c.ink, [22, 22, 0, 0])
  p.put(0, -98, 0.05 * swing(t, 2), 1, () =>
    p.path('M-16 32 C-12 4 -10 2 0 0 C10 2 12 4 16 32 Z M-4 32 A4 5 0 0 0 4 32 Z', c.accent),
  )
  for (const x of [-150, -92, 48, 106]) {
    p.box(x, 44, 46, 64, c.white, 4)
    p.box(x + 5, 49, 36, 54, c.accent, 2)
    p.line(`M${x + 23} 49 V103 M${x + 5} 74 H${x + 41}`, c.white, 4)
  }
  p.box(-28, 66, 56, 106, c.deep, [6, 6, 0, 0])
  p.disc(16, 122, 4, c.accent)
  p.put(142, 158, 0, 1, () => {
    p.path('M-26 14 C-34 -16 -10 -26 6 -18 C14 -24 12 -44 20 -46 L26 -36 L36 -44 C44 -30 40 -16 34 -12 V14 Z', c.ink)
    p.line(`M-24 10 C-50 8 -46 -20 ${-52 + 6 * swing(t)} -26`, c.ink, 7)
  })
}

export const city: Motif = (p, c, t) => {
  shade(p, c, 200)
  p.box(-188, -36, 150, 208, c.brand)
  p.box(-188, -36, 150, 20, c.deep)
  for (let r = 0; r < 4; r++)
    for (let k = 0; k < 3; k++) p.box(-170 + k * 44, 2 + r * 42, 28, 26, (r + k) % 3 ? c.paper : c.accent, 3)
  p.path('M-38 172 V60 A80 80 0 0 1 122 60 V172 Z', c.accent)
  p.path('M-14 172 V64 A56 56 0 0 1 98 64 V172 Z', c.paper)
  p.line('M42 8 V172 M-14 96 H98', c.accentDeep, 5)
  p.poly(
    [
      [96, 172],
      [96, -110],
      [192, -70],
      [192, 172],
    ],
    c.mid,
  )
  for (let r = 0; r < 6; r++)
    p.poly(
      [
        [110, -74 + r * 40],
        [178, -48 + r * 38],
        [178, -30 + r * 38],
        [110, -54 + r * 40],
      ],
      r % 3 === 1 ? c.accent : c.deep,
    )
  p.line('M-150 -36 V-150 M-150 -146 H-20', c.deep, 7)
  const x = -70 + 26 * swing(t)
  p.line(`M${x} -146 V${-96 + 8 * swing(t, 1, 0.2)}`, c.deep, 3)
  p.box(x - 20, -96 + 8 * swing(t, 1, 0.2), 40, 30, c.accentDeep, 3)
}
