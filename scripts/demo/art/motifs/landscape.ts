/**
 * Regions: wide landscapes built of light and ridges. Each recipe names a land, its hour and what stands in it,
 * so that thirty-five regions are thirty-five places. Drawn into any rectangle.
 */
import { oklch, type Palette } from '../colour.ts'
import { type Pen, swing } from '../pen.ts'
import { type Random, randomOf } from '../random.ts'
import { LANDMARKS } from './landmarks.ts'
import { LANDS, type Recipe } from './lands.ts'
import { drawRidge } from './ridges.ts'

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
    drawRidge(ridge, {
      p,
      random,
      w,
      base: horizon - (1 - near) * h * 0.06 + h * 0.02,
      height: h * (0.34 - 0.2 * near),
      fill,
      night,
      t,
    })
  })
  ground(p, c, random, recipe, landHue, w, h, horizon, night, t)
  const site = {
    p,
    c,
    random,
    hue: landHue,
    w,
    h,
    y: horizon,
    u: h / 540,
    dark: oklch(night ? 0.2 : 0.36, 0.05, landHue),
    night,
    t,
  }
  for (const thing of recipe.things) if (thing in LANDMARKS) LANDMARKS[thing as keyof typeof LANDMARKS](site)
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
  if (recipe.ground === 'street') {
    p.box(0, y + (h - y) * 0.36, w, 5, oklch(0.5, 0.04, 50))
    return
  }
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
  const white = oklch(0.982, 0.012, 80)
  for (let i = 0; i < 3; i++) {
    const s = h * random.between(0.045, 0.075)
    const x = w * ((i + 0.5) / 3 + random.between(-0.1, 0.1)) + w * 0.012 * swing(t, 1, i / 3)
    const y = h * random.between(0.1, 0.28)
    p.disc(x - s, y, s * 0.8, white, s * 0.6)
    p.disc(x, y - s * 0.4, s, white, s * 0.8)
    p.disc(x + s * 1.1, y, s * 0.9, white, s * 0.6)
    p.box(x - s * 1.8, y, s * 3.8, s * 0.6, white, s * 0.3)
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
