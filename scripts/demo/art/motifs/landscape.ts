/**
 * Regions: wide landscapes built of light and ridges. Each recipe names a land, its hour and what stands in it,
 * so that thirty-five regions are thirty-five places. Drawn into any rectangle.
 */
import { oklch, type Palette } from '../colour.ts'
import { type Pen, swing } from '../pen.ts'
import { type Random, randomOf } from '../random.ts'

type Ridge = 'hills' | 'peaks' | 'flat' | 'spruce' | 'birch' | 'city' | 'volcano'

interface Recipe {
  /** Lightness and hue of the top and bottom of the sky. */
  readonly sky: readonly [number, number, number, number]
  readonly sun: { readonly x: number; readonly y: number; readonly r: number } | null
  readonly ridges: readonly Ridge[]
  /** Hue of the nearest land. */
  readonly land: number
  readonly ground: 'water' | 'field' | 'grass' | 'snow' | 'flowers' | 'street'
  readonly things: readonly (
    | 'lighthouse'
    | 'boat'
    | 'tents'
    | 'cranes'
    | 'hives'
    | 'birches'
    | 'orchard'
    | 'stars'
    | 'aurora'
    | 'birds'
    | 'observatory'
    | 'tram'
    | 'reeds'
    | 'house'
    | 'hotair'
    | 'wheat'
    | 'ferry'
    | 'helicopter'
    | 'stones'
    | 'turbines'
    | 'mill'
    | 'mist'
  )[]
}

const LANDS: Record<string, Recipe> = {
  taiga: {
    sky: [0.86, 205, 0.95, 95],
    sun: { x: 0.72, y: 0.34, r: 0.11 },
    ridges: ['hills', 'spruce', 'spruce'],
    land: 165,
    ground: 'snow',
    things: ['birds', 'house'],
  },
  lake: {
    sky: [0.84, 225, 0.95, 70],
    sun: { x: 0.68, y: 0.4, r: 0.1 },
    ridges: ['hills', 'spruce'],
    land: 155,
    ground: 'water',
    things: ['boat', 'reeds', 'birds'],
  },
  hills: {
    sky: [0.88, 210, 0.96, 90],
    sun: { x: 0.3, y: 0.3, r: 0.09 },
    ridges: ['hills', 'hills', 'spruce'],
    land: 135,
    ground: 'grass',
    things: ['birds', 'house'],
  },
  tundra: {
    sky: [0.83, 250, 0.95, 60],
    sun: { x: 0.6, y: 0.48, r: 0.13 },
    ridges: ['peaks', 'hills'],
    land: 230,
    ground: 'snow',
    things: ['tents', 'birds'],
  },
  steppe: {
    sky: [0.87, 215, 0.95, 80],
    sun: { x: 0.64, y: 0.42, r: 0.15 },
    ridges: ['flat', 'flat'],
    land: 95,
    ground: 'field',
    things: ['wheat', 'birds'],
  },
  sea: {
    sky: [0.85, 215, 0.95, 75],
    sun: { x: 0.36, y: 0.46, r: 0.12 },
    ridges: ['flat'],
    land: 220,
    ground: 'water',
    things: ['lighthouse', 'boat', 'birds'],
  },
  river: {
    sky: [0.86, 220, 0.95, 70],
    sun: { x: 0.7, y: 0.34, r: 0.1 },
    ridges: ['hills', 'hills', 'spruce'],
    land: 145,
    ground: 'water',
    things: ['boat', 'birches'],
  },
  aurora: {
    sky: [0.28, 275, 0.5, 230],
    sun: null,
    ridges: ['peaks', 'spruce'],
    land: 250,
    ground: 'snow',
    things: ['stars', 'aurora', 'house'],
  },
  city: {
    sky: [0.87, 55, 0.95, 80],
    sun: { x: 0.66, y: 0.38, r: 0.15 },
    ridges: ['city', 'city'],
    land: 40,
    ground: 'street',
    things: ['tram', 'birds'],
  },
  mountains: {
    sky: [0.82, 245, 0.95, 65],
    sun: { x: 0.74, y: 0.3, r: 0.09 },
    ridges: ['peaks', 'peaks', 'spruce'],
    land: 165,
    ground: 'grass',
    things: ['birds'],
  },
  autumn: {
    sky: [0.88, 230, 0.95, 80],
    sun: { x: 0.26, y: 0.32, r: 0.09 },
    ridges: ['hills', 'birch'],
    land: 55,
    ground: 'grass',
    things: ['birches', 'house'],
  },
  dusk: {
    sky: [0.62, 320, 0.88, 50],
    sun: { x: 0.6, y: 0.54, r: 0.16 },
    ridges: ['hills', 'hills', 'birch'],
    land: 330,
    ground: 'water',
    things: ['birds', 'reeds'],
  },
  marsh: {
    sky: [0.87, 190, 0.96, 80],
    sun: { x: 0.62, y: 0.4, r: 0.13 },
    ridges: ['flat', 'spruce'],
    land: 140,
    ground: 'water',
    things: ['reeds', 'cranes'],
  },
  ice: {
    sky: [0.78, 240, 0.95, 210],
    sun: { x: 0.34, y: 0.44, r: 0.07 },
    ridges: ['peaks', 'flat'],
    land: 225,
    ground: 'snow',
    things: ['observatory', 'stars'],
  },
  spring: {
    sky: [0.87, 225, 0.96, 60],
    sun: { x: 0.7, y: 0.3, r: 0.09 },
    ridges: ['hills', 'hills'],
    land: 130,
    ground: 'grass',
    things: ['orchard', 'birds'],
  },
  heath: {
    sky: [0.85, 260, 0.95, 70],
    sun: { x: 0.64, y: 0.4, r: 0.12 },
    ridges: ['hills', 'hills'],
    land: 325,
    ground: 'flowers',
    things: ['house', 'birds'],
  },
  meadow: {
    sky: [0.88, 210, 0.96, 85],
    sun: { x: 0.3, y: 0.28, r: 0.1 },
    ridges: ['hills', 'birch'],
    land: 120,
    ground: 'flowers',
    things: ['hives', 'birds'],
  },
  volcano: {
    sky: [0.8, 25, 0.94, 75],
    sun: { x: 0.22, y: 0.36, r: 0.08 },
    ridges: ['volcano', 'hills', 'spruce'],
    land: 40,
    ground: 'grass',
    things: ['birds'],
  },
  sky: {
    sky: [0.8, 235, 0.95, 85],
    sun: { x: 0.62, y: 0.58, r: 0.12 },
    ridges: ['flat', 'flat'],
    land: 130,
    ground: 'field',
    things: ['hotair', 'birds'],
  },
  ferry: {
    sky: [0.84, 225, 0.95, 70],
    sun: { x: 0.32, y: 0.42, r: 0.11 },
    ridges: ['hills', 'birch'],
    land: 165,
    ground: 'water',
    things: ['ferry', 'reeds', 'birds'],
  },
  airlift: {
    sky: [0.83, 235, 0.95, 75],
    sun: { x: 0.78, y: 0.46, r: 0.1 },
    ridges: ['peaks', 'spruce', 'spruce'],
    land: 150,
    ground: 'water',
    things: ['helicopter'],
  },
  ford: {
    sky: [0.87, 205, 0.95, 75],
    sun: { x: 0.5, y: 0.34, r: 0.09 },
    ridges: ['hills', 'birch'],
    land: 110,
    ground: 'water',
    things: ['stones', 'birches', 'birds'],
  },
  nightsteppe: {
    sky: [0.3, 285, 0.62, 40],
    sun: null,
    ridges: ['flat', 'flat'],
    land: 70,
    ground: 'field',
    things: ['stars', 'observatory', 'wheat'],
  },
  turbines: {
    sky: [0.82, 245, 0.95, 65],
    sun: { x: 0.44, y: 0.34, r: 0.08 },
    ridges: ['peaks', 'hills', 'hills'],
    land: 165,
    ground: 'grass',
    things: ['turbines', 'birds'],
  },
  mill: {
    sky: [0.87, 200, 0.95, 75],
    sun: { x: 0.5, y: 0.46, r: 0.14 },
    ridges: ['flat', 'hills'],
    land: 85,
    ground: 'flowers',
    things: ['mill', 'birds'],
  },
  mist: {
    sky: [0.88, 160, 0.96, 90],
    sun: { x: 0.7, y: 0.3, r: 0.09 },
    ridges: ['spruce', 'spruce', 'spruce'],
    land: 150,
    ground: 'grass',
    things: ['mist', 'house'],
  },
  evening: {
    sky: [0.72, 345, 0.92, 60],
    sun: { x: 0.66, y: 0.46, r: 0.15 },
    ridges: ['hills', 'hills'],
    land: 345,
    ground: 'flowers',
    things: ['birches', 'house'],
  },
  island: {
    sky: [0.84, 215, 0.95, 65],
    sun: { x: 0.3, y: 0.42, r: 0.11 },
    ridges: ['flat'],
    land: 215,
    ground: 'water',
    things: ['lighthouse', 'house', 'birds'],
  },
}

/** `seed` moves ridges and hours about, so that two lake regions are two lakes. */
export function landscape(p: Pen, c: Palette, land: string, seed: string, w: number, h: number, t: number): void {
  const recipe = LANDS[land]
  if (!recipe) throw new Error(`No landscape is called ${land}`)
  const random = randomOf(`land ${seed}`)
  const night = recipe.sky[0] < 0.5
  const horizon = h * random.between(0.62, 0.68)
  const dx = random.between(-0.08, 0.08)
  const lean = ((c.hue - recipe.land + 540) % 360) - 180
  const landHue = recipe.land + Math.max(-38, Math.min(38, lean))

  const sky = p.g.createLinearGradient(0, 0, 0, horizon)
  sky.addColorStop(0, oklch(recipe.sky[0], night ? 0.07 : 0.06, recipe.sky[1]))
  sky.addColorStop(1, oklch(recipe.sky[2], night ? 0.08 : 0.055, recipe.sky[3]))
  p.g.fillStyle = sky
  p.g.fillRect(0, 0, w, h)
  if (recipe.things.includes('stars')) stars(p, random, w, horizon, t)
  if (recipe.things.includes('aurora')) aurora(p, w, horizon, t)
  if (recipe.sun) {
    const { x, y, r } = recipe.sun
    const sx = (x + dx) * w
    p.faded(0.3 + 0.05 * swing(t), () => p.disc(sx, y * h, r * h * 1.7, oklch(0.95, 0.07, 80)))
    p.disc(sx, y * h, r * h, oklch(0.93, 0.1, 78))
  }
  if (!night) clouds(p, random, w, h, t)
  if (recipe.things.includes('hotair')) balloons(p, c, w, h, t)

  const n = recipe.ridges.length
  recipe.ridges.forEach((ridge, i) => {
    const near = (i + 1) / (n + 0.4)
    const light = night ? 0.42 - 0.2 * near : 0.86 - 0.4 * near
    const fill = oklch(light, 0.03 + 0.055 * near, landHue + (1 - near) * 50)
    drawRidge(p, random, ridge, w, horizon - (1 - near) * h * 0.06 + h * 0.02, h * (0.34 - 0.2 * near), fill, night, t)
  })
  ground(p, c, random, recipe, landHue, w, h, horizon, night, t)
  for (const thing of recipe.things) draw(p, c, random, thing, landHue, w, h, horizon, night, t)
}

function drawRidge(
  p: Pen,
  random: Random,
  kind: Ridge,
  w: number,
  base: number,
  height: number,
  fill: string,
  night: boolean,
  t: number,
): void {
  const a = random.between(0, 6)
  const b = random.between(0, 6)
  const soft = (x: number): number => 0.5 + 0.3 * Math.sin((x / w) * 5 + a) + 0.2 * Math.sin((x / w) * 11 + b)
  const outline = (at: (x: number) => number, step = 8): void => {
    let d = `M0 ${base + 60}`
    for (let x = 0; x <= w + step; x += step) d += ` L${x} ${at(x).toFixed(1)}`
    p.path(`${d} L${w} ${base + 60} Z`, fill)
  }
  if (kind === 'hills') return outline((x) => base - height * 0.75 * soft(x))
  if (kind === 'flat') return outline((x) => base - height * 0.16 * soft(x))
  if (kind === 'peaks' || kind === 'volcano') {
    const count = kind === 'volcano' ? 1 : 3 + random.below(2)
    for (let i = 0; i < count; i++) {
      const cx = kind === 'volcano' ? w * 0.62 : w * ((i + random.between(0.2, 0.8)) / count)
      const tall = height * (kind === 'volcano' ? 2.1 : random.between(0.85, 1.35))
      const half = tall * random.between(1.0, 1.35)
      const top = base - tall
      const cut = kind === 'volcano' ? half * 0.12 : 0
      p.path(`M${cx - half} ${base + 40} L${cx - cut} ${top} L${cx + cut} ${top} L${cx + half} ${base + 40} Z`, fill)
      p.faded(night ? 0.25 : 0.8, () => {
        const s = 0.34
        p.path(
          `M${cx - cut} ${top} L${cx + cut} ${top} L${cx + cut + half * s * 0.9} ${top + tall * s} l${-half * 0.12} ${-tall * 0.06} l${-half * 0.1} ${tall * 0.09} l${-half * 0.12} ${-tall * 0.1} l${-half * 0.1} ${tall * 0.07} L${cx - half * s} ${top + tall * s * 0.9} Z`,
          oklch(0.98, 0.012, 80),
        )
      })
      p.faded(0.13, () =>
        p.path(
          `M${cx + cut} ${top} L${cx + half} ${base + 40} L${cx + half * 0.1} ${base + 40} L${cx - half * 0.08} ${top + tall * 0.5} Z`,
          oklch(0.3, 0.05, 270),
        ),
      )
      if (kind === 'volcano')
        for (let k = 0; k < 6; k++) {
          const up = (k / 6 + t) % 1
          p.faded(0.6 * (1 - up), () =>
            p.disc(cx + 60 * up + 8 * swing(up, 1), top - 4 - height * 0.9 * up, 12 + 44 * up, oklch(0.92, 0.02, 50)),
          )
        }
    }
    return
  }
  if (kind === 'city') {
    for (let x = -10; x < w; ) {
      const bw = random.between(w * 0.035, w * 0.075)
      const bh = height * random.between(0.5, 1.5)
      p.box(x, base - bh, bw - 3, bh + 60, fill)
      const roof = random.below(4)
      if (roof === 0)
        p.poly(
          [
            [x, base - bh],
            [x + (bw - 3) / 2, base - bh - bw * 0.5],
            [x + bw - 3, base - bh],
          ],
          fill,
        )
      if (roof === 1) p.path(`M${x} ${base - bh} A${(bw - 3) / 2} ${bw * 0.5} 0 0 1 ${x + bw - 3} ${base - bh} Z`, fill)
      if (roof === 2) p.box(x + bw * 0.4, base - bh - bw * 0.7, 4, bw * 0.7, fill)
      for (let r = 0; r < bh / 24 - 1; r++)
        for (let k = 0; k < 3; k++)
          if (random.next() < 0.5)
            p.faded(0.5, () =>
              p.box(x + bw * 0.16 + k * bw * 0.26, base - bh + 12 + r * 24, bw * 0.13, 10, oklch(0.95, 0.08, 85)),
            )
      x += bw
    }
    return
  }
  outline((x) => base - height * 0.22 * soft(x))
  const dense = kind === 'spruce' ? w / 17 : w / 26
  for (let x = -10; x < w + 10; x += dense * random.between(0.28, 0.6)) {
    const y = base - height * 0.18 * soft(x) + 8
    const s = height * random.between(0.32, 0.66)
    const lean = 1.6 * swing(t, 1, x / w)
    if (kind === 'spruce')
      p.poly(
        [
          [x + lean, y - s],
          [x + s * 0.2, y],
          [x - s * 0.2, y],
        ],
        fill,
      )
    else p.disc(x + lean, y - s * 0.42, s * 0.36, fill, s * 0.44)
  }
}

function ground(
  p: Pen,
  c: Palette,
  random: Random,
  recipe: Recipe,
  hue: number,
  w: number,
  h: number,
  y: number,
  night: boolean,
  t: number,
): void {
  const top = {
    water: oklch(night ? 0.4 : 0.87, 0.045, 215),
    field: oklch(0.83, 0.1, 88),
    grass: oklch(0.8, 0.095, 122),
    snow: oklch(night ? 0.62 : 0.97, 0.018, 235),
    flowers: oklch(0.76, 0.09, hue),
    street: oklch(0.86, 0.035, 70),
  }[recipe.ground]
  const low = {
    water: oklch(night ? 0.3 : 0.64, 0.075, 222),
    field: oklch(0.7, 0.115, 78),
    grass: oklch(0.6, 0.1, 135),
    snow: oklch(night ? 0.48 : 0.86, 0.035, 240),
    flowers: oklch(0.56, 0.09, hue - 14),
    street: oklch(0.72, 0.05, 55),
  }[recipe.ground]
  const fill = p.g.createLinearGradient(0, y, 0, h)
  fill.addColorStop(0, top)
  fill.addColorStop(1, low)
  p.g.fillStyle = fill
  p.g.fillRect(0, y, w, h - y)
  if (recipe.ground === 'water') {
    const sx = (recipe.sun?.x ?? 0.5) * w
    for (let i = 0; i < 26; i++) {
      const k = (i / 26) ** 1.5
      const yy = y + 6 + k * (h - y)
      const len = w * (0.03 + 0.12 * k) * random.between(0.5, 1.3)
      const shine = i % 2 === 0
      const x = shine ? sx + random.between(-0.05, 0.05) * w * (0.4 + k) : random.between(0, w)
      p.faded(shine ? 0.75 : 0.35, () =>
        p.box(x - len / 2 + 12 * swing(t, 1, i * 0.37), yy, len, 2 + 4 * k, oklch(0.97, shine ? 0.05 : 0.015, 85), 3),
      )
    }
    return
  }
  if (recipe.ground === 'street') return p.box(0, y + (h - y) * 0.36, w, 5, oklch(0.5, 0.04, 50))
  // A path that leads in, unless the corn has closed over it.
  const px = w * random.between(0.4, 0.62)
  if (!recipe.things.includes('wheat'))
    p.path(
      `M${px - 3} ${y + 2} C${px + w * 0.08} ${y + (h - y) * 0.2} ${px - w * 0.16} ${y + (h - y) * 0.4} ${px - w * 0.08} ${h} H${px + w * 0.1} C${px - w * 0.02} ${y + (h - y) * 0.45} ${px + w * 0.12} ${y + (h - y) * 0.2} ${px + 3} ${y + 2} Z`,
      oklch(night ? 0.7 : 0.93, 0.035, night ? 240 : 82),
    )
  if (recipe.ground === 'flowers')
    for (let i = 0; i < 70; i++) {
      const k = random.next() ** 0.7
      const x = random.between(0, w)
      p.disc(x + 2 * swing(t, 1, x / w), y + 8 + k * (h - y), 2 + 6 * k, [c.accent, c.white, c.brand][i % 3] as string)
    }
  else
    for (let i = 0; i < 34; i++) {
      const k = random.next()
      const x = random.between(0, w)
      const yy = y + 10 + k * (h - y - 14)
      p.faded(0.4, () =>
        p.line(
          `M${x} ${yy} q${5 + 3 * swing(t, 1, x / w)} ${-8 - 10 * k} ${9 + 4 * swing(t, 1, x / w)} ${-13 - 15 * k}`,
          low,
          2 + 2 * k,
        ),
      )
    }
}

function clouds(p: Pen, random: Random, w: number, h: number, t: number): void {
  for (let i = 0; i < 3; i++) {
    const s = h * random.between(0.045, 0.075)
    const x = w * ((i + 0.5) / 3 + random.between(-0.1, 0.1)) + w * 0.012 * swing(t, 1, i / 3)
    const y = h * random.between(0.1, 0.28)
    p.faded(0.75, () => {
      p.disc(x - s, y, s * 0.8, oklch(0.99, 0.008, 80), s * 0.6)
      p.disc(x, y - s * 0.4, s, oklch(0.99, 0.008, 80), s * 0.8)
      p.disc(x + s * 1.1, y, s * 0.9, oklch(0.99, 0.008, 80), s * 0.6)
      p.box(x - s * 1.8, y, s * 3.8, s * 0.6, oklch(0.99, 0.008, 80), s * 0.3)
    })
  }
}

function stars(p: Pen, random: Random, w: number, horizon: number, t: number): void {
  for (let i = 0; i < 60; i++) {
    const x = random.between(0, w)
    const y = random.between(0, horizon * 0.8)
    p.faded(0.55 + 0.45 * swing(t, 1 + (i % 2), i / 60), () => p.disc(x, y, 1 + (i % 3) * 0.8, oklch(0.98, 0.03, 90)))
  }
}

function aurora(p: Pen, w: number, horizon: number, t: number): void {
  for (let band = 0; band < 3; band++)
    for (let x = 0; x < w; x += 6) {
      const y =
        horizon * (0.5 - band * 0.11) +
        26 * Math.sin((x / w) * 8 + band * 2 + 2 * Math.PI * t) +
        14 * Math.sin((x / w) * 17 - 2 * Math.PI * t)
      const tall = 84 + 34 * Math.sin((x / w) * 12 + band + 2 * Math.PI * t)
      const g = p.g.createLinearGradient(0, y - tall, 0, y)
      g.addColorStop(0, oklch(0.75, 0.14, 165 + band * 40, 0))
      g.addColorStop(1, oklch(0.85, 0.15, 160 + band * 40, 0.42))
      p.g.fillStyle = g
      p.g.fillRect(x, y - tall, 6, tall)
    }
}

function balloons(p: Pen, c: Palette, w: number, h: number, t: number): void {
  const one = (x: number, y: number, s: number, fill: string, stripe: string, phase: number): void =>
    p.put(x * w + 6 * swing(t, 1, phase), y * h + 9 * swing(t, 1, phase + 0.25), 0, (s * h) / 540, () => {
      p.path('M0 90 C-26 60 -80 30 -80 -24 A80 80 0 0 1 80 -24 C80 30 26 60 0 90 Z', fill)
      p.path('M0 90 C-12 60 -34 30 -34 -24 A34 80 0 0 1 34 -24 C34 30 12 60 0 90 Z', stripe)
      p.line('M-16 78 L-12 108 M16 78 L12 108', c.ink, 3)
      p.box(-17, 106, 34, 24, c.deep, 5)
    })
  one(0.72, 0.3, 1.25, c.brand, c.accent, 0)
  one(0.46, 0.22, 0.6, c.accentDeep, c.paper, 0.4)
  one(0.9, 0.5, 0.44, c.deep, c.mid, 0.7)
}

function draw(
  p: Pen,
  c: Palette,
  random: Random,
  thing: Recipe['things'][number],
  hue: number,
  w: number,
  h: number,
  y: number,
  night: boolean,
  t: number,
): void {
  const u = h / 540
  const dark = oklch(night ? 0.2 : 0.36, 0.05, hue)
  switch (thing) {
    case 'lighthouse':
      return p.put(w * 0.8, y + 46 * u, 0, u, () => {
        p.path('M-190 34 C-140 -20 -60 -30 0 -34 C70 -30 150 -6 260 34 Z', dark)
        p.faded(0.26 + 0.2 * swing(t), () => p.path('M-12 -214 L-520 -290 V-150 Z', oklch(0.97, 0.1, 90)))
        p.path('M-30 -20 L-20 -190 H20 L30 -20 Z', oklch(0.98, 0.01, 80))
        p.path('M-26 -70 L-23 -120 H23 L26 -70 Z', c.brand)
        p.box(-28, -196, 56, 10, dark, 3)
        p.box(-15, -228, 30, 34, oklch(0.92, 0.13, 85), 3)
        p.path('M-22 -226 L0 -252 L22 -226 Z', c.brand)
      })
    case 'boat':
      return p.put(w * 0.42, y + (h - y) * 0.42, 0.006 * swing(t, 1, 0.2), 1.15 * u, () => {
        p.g.translate(0, 3 * swing(t))
        p.path('M-70 0 H74 L52 34 H-50 Z', c.deep)
        p.path('M-4 -8 V-128 L72 -8 Z', c.white)
        p.path('M-14 -8 V-104 L-62 -8 Z', c.accent)
        p.line('M-8 2 V-134', c.ink, 5)
      })
    case 'tents':
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
      return
    case 'cranes':
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
      return
    case 'hives':
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
      return
    case 'birches':
      for (const x of [0.05, 0.12, 0.86, 0.95]) {
        const top = y - h * random.between(0.3, 0.44)
        const bend = 3 * swing(t, 1, x)
        p.path(
          `M${w * x - 7 * u} ${h} L${w * x - 3 * u + bend} ${top} H${w * x + 3 * u + bend} L${w * x + 8 * u} ${h} Z`,
          oklch(0.97, 0.01, 85),
        )
        for (let i = 0; i < 6; i++)
          p.line(`M${w * x - 5 * u + (i % 2) * 4} ${top + (i + 1) * 46 * u} h${6 * u}`, c.ink, 3)
        for (let i = 0; i < 5; i++)
          p.disc(
            w * x + bend + random.between(-34, 34) * u,
            top + random.between(-26, 90) * u,
            random.between(20, 38) * u,
            oklch(0.72 + 0.05 * (i % 2), 0.11, (hue < 75 || hue > 300 ? 40 : 116) + (i % 3) * 14),
          )
      }
      return
    case 'orchard':
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
      return
    case 'birds':
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
      return
    case 'observatory':
      return p.put(w * 0.72, y + 40 * u, 0, u * 1.1, () => {
        p.box(-70, -60, 140, 80, oklch(0.96, 0.01, 240), 4)
        p.path('M-78 -58 A78 78 0 0 1 78 -58 Z', c.brand)
        p.put(0, -62, 0.06 + 0.012 * swing(t), 1, () => p.box(-11, -100, 22, 90, c.ink, 4))
        p.box(-16, -30, 32, 50, c.deep, [14, 14, 0, 0])
      })
    case 'tram':
      return p.put(w * (0.5 + 0.03 * swing(t)), y + (h - y) * 0.36, 0, 1.05 * u, () => {
        p.line(`M-900 -150 H900 M0 -150 L-20 -118 H20 Z`, c.ink, 3)
        p.box(-170, -118, 340, 106, c.brand, [22, 22, 8, 8])
        p.box(-170, -46, 340, 14, c.accent)
        for (let i = 0; i < 5; i++) p.box(-152 + i * 63, -102, 52, 44, oklch(0.97, 0.03, 90), 6)
        p.disc(-96, -8, 14, c.ink)
        p.disc(96, -8, 14, c.ink)
        p.letter('5', 0, -129, 22, c.ink)
      })
    case 'reeds':
      for (let i = 0; i < 22; i++) {
        const x = i < 13 ? w * random.between(-0.01, 0.2) : w * random.between(0.84, 1.01)
        const tall = random.between(70, 170) * u
        const bend = 9 * u * swing(t, 1, i / 22)
        p.line(`M${x} ${h + 4} Q${x} ${h - tall * 0.5} ${x + bend} ${h - tall}`, dark, 4 * u)
        if (i % 2) p.put(x + bend, h - tall, 0.008, u, () => p.box(-6, -36, 12, 42, oklch(0.45, 0.07, 50), 6))
      }
      return
    case 'house':
      return p.put(w * 0.66, y + 34 * u, 0, u * 1.05, () => {
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
    case 'ferry':
      return p.put(w * (0.62 + 0.02 * swing(t)), y + (h - y) * 0.4, 0.003 * swing(t, 2), 1.1 * u, () => {
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
    case 'helicopter':
      return p.put(
        w * 0.66 + 14 * u * swing(t),
        h * 0.34 + 9 * u * swing(t, 1, 0.25),
        0.012 * swing(t, 1, 0.1),
        1.15 * u,
        () => {
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
        },
      )
    case 'stones':
      for (let i = 0; i < 9; i++) {
        const k = i / 8
        const s = u * (0.3 + 0.9 * k)
        p.put(w * (0.62 - 0.26 * k + 0.05 * Math.sin(i * 2.1)), y + 12 * u + (h - y) * 0.8 * k ** 1.4, 0, s, () => {
          p.faded(0.3, () => p.disc(0, 14, 78 + 6 * swing(t, 1, k), oklch(0.98, 0.01, 220), 15))
          p.path('M-56 12 C-62 -18 -30 -34 2 -32 C40 -30 62 -10 56 12 Z', oklch(0.62 + 0.05 * (i % 3), 0.02, 70))
          p.path('M-40 -14 C-20 -30 20 -32 36 -20 C10 -22 -20 -18 -40 -14 Z', oklch(0.85, 0.015, 80))
        })
      }
      return
    case 'turbines':
      for (const [x, s, k] of [
        [0.62, 0.75, 0.1],
        [0.78, 1.1, 0],
        [0.92, 0.6, 0.2],
      ] as const)
        p.put(w * x, y + 36 * u * s, 0, u * s, () => {
          p.path('M-7 0 L-3 -220 H3 L7 0 Z', oklch(0.98, 0.006, 240))
          p.put(0, -220, t + k, 1, () => {
            for (let i = 0; i < 3; i++)
              p.put(0, 0, i / 3, 1, () =>
                p.path('M-5 0 C-9 -40 -3 -90 2 -118 C6 -80 7 -30 5 0 Z', oklch(0.99, 0.005, 240)),
              )
            p.disc(0, 0, 9, c.brand)
          })
        })
      return
    case 'mill':
      return p.put(w * 0.72, y + 40 * u, 0, 1.15 * u, () => {
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
    case 'mist':
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
      return
    case 'wheat':
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
      return
  }
}
