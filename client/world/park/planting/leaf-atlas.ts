/**
 * Sprays of leaves and blossom, flowers and grass, drawn on a canvas once a page: twelve cells of one texture.
 *
 * A card shows a whole spray, so its leaves are leaf-sized (6–9 cm) while a crown of a thousand cards stays cheap.
 */
import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RGBAFormat,
  SRGBColorSpace,
  type Texture,
  UnsignedByteType,
} from 'three'
import { Chance } from '../random.ts'
import type { PlantingLook, Theme } from '../themes.ts'

/** Cells by what they show; the index is what shaders read. */
export const SPRAYS = [
  'linden',
  'cherry',
  'apple',
  'birch',
  'hedge',
  'tulips',
  'grass',
  'rose',
  'violets',
  'daisies',
  'fern',
  'marigolds',
] as const
export type Spray = (typeof SPRAYS)[number]
export const sprayIndex = (spray: Spray): number => SPRAYS.indexOf(spray)

export const ATLAS_COLUMNS = 4
export const ATLAS_ROWS = 3
const CELL = 512

type Ink = CanvasRenderingContext2D
const drawn = new WeakMap<Theme, Promise<Texture>>()

/** The atlas of a theme; a cell a task, so that drawing it never holds a frame up for long. */
export function leafAtlas(theme: Theme): Promise<Texture> {
  const known = drawn.get(theme)
  if (known) return known
  const made = draw(theme)
  drawn.set(theme, made)
  return made
}

async function draw(theme: Theme): Promise<Texture> {
  const width = CELL * ATLAS_COLUMNS
  const data = new Uint8Array(width * CELL * ATLAS_ROWS * 4)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = CELL
  const ink = canvas.getContext('2d', { willReadFrequently: true })
  if (!ink) throw new Error('This browser has no 2D canvas to draw leaves on.')
  for (const [index, spray] of SPRAYS.entries()) {
    ink.clearRect(0, 0, CELL, CELL)
    PAINTERS[spray](ink, new Chance(spray), theme)
    copyCell(ink.getImageData(0, 0, CELL, CELL).data, data, index, width)
    await new Promise((resolve) => setTimeout(resolve))
  }
  const texture = new DataTexture(data, width, CELL * ATLAS_ROWS, RGBAFormat, UnsignedByteType)
  texture.colorSpace = SRGBColorSpace
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 4
  texture.needsUpdate = true
  return texture
}

/** Copies a cell, painting what is transparent in the cell's mean colour: mipmaps then have no dark fringes. */
function copyCell(from: Uint8ClampedArray, to: Uint8Array, index: number, width: number): void {
  let red = 0
  let green = 0
  let blue = 0
  let weight = 0
  for (let i = 0; i < from.length; i += 16) {
    const alpha = from[i + 3] as number
    red += (from[i] as number) * alpha
    green += (from[i + 1] as number) * alpha
    blue += (from[i + 2] as number) * alpha
    weight += alpha
  }
  const mean = [red / weight, green / weight, blue / weight] as const
  const left = (index % ATLAS_COLUMNS) * CELL
  const top = Math.floor(index / ATLAS_COLUMNS) * CELL
  for (let y = 0; y < CELL; y++) {
    // Rows from the bottom up, as textures count them.
    let target = ((top + y) * width + left) * 4
    let source = (CELL - 1 - y) * CELL * 4
    for (let x = 0; x < CELL; x++, target += 4, source += 4) {
      const alpha = from[source + 3] as number
      const share = alpha > 200 ? 1 : alpha / 255
      for (let c = 0; c < 3; c++)
        to[target + c] = (from[source + c] as number) * share + (mean[c] as number) * (1 - share)
      to[target + 3] = alpha
    }
  }
}

const PAINTERS: Record<Spray, (ink: Ink, chance: Chance, theme: Theme) => void> = {
  linden: (ink, chance, theme) => spray(ink, chance, theme.planting.linden, { shape: 'heart', size: 31, twigs: 8 }),
  cherry: (ink, chance, theme) => spray(ink, chance, theme.planting.cherry, { shape: 'oval', size: 28, twigs: 8 }),
  apple: (ink, chance, theme) => spray(ink, chance, theme.planting.apple, { shape: 'oval', size: 28, twigs: 8 }),
  birch: (ink, chance, theme) => spray(ink, chance, theme.planting.birch, { shape: 'rhomb', size: 25, twigs: 9 }),
  hedge: (ink, chance) => greens(ink, chance, 430, ['#5d7d38', '#4f7032', '#6f9144', '#44622b'], [26, 42]),
  tulips: (ink, chance) =>
    bed(ink, chance, {
      greens: ['#5b7f43', '#6d9150'],
      blooms: ['#c8473f', '#d8653f', '#e0a63c'],
      heart: '#f0cf62',
      size: [15, 22],
      count: 30,
    }),
  violets: (ink, chance) =>
    bed(ink, chance, {
      greens: ['#58733f', '#6b8650'],
      blooms: ['#7a62ad', '#9683c4', '#5d4b97'],
      heart: '#efd98a',
      size: [11, 16],
      count: 58,
    }),
  daisies: (ink, chance) =>
    bed(ink, chance, {
      greens: ['#64864a', '#557a3c'],
      blooms: ['#fbf8f0', '#f4efe2'],
      heart: '#e3b23b',
      size: [12, 17],
      count: 40,
    }),
  marigolds: (ink, chance) =>
    bed(ink, chance, {
      greens: ['#587a38', '#4b6b31'],
      blooms: ['#e7a637', '#dd8433', '#efc04e'],
      heart: '#b9702a',
      size: [12, 18],
      count: 44,
    }),
  fern: (ink, chance) => {
    for (let i = 0; i < 17; i++) {
      let angle = (i / 17) * Math.PI * 2 + chance.about(0.2)
      let x = 256
      let y = 256
      const green = shade(chance.pick(['#5f8a45', '#4f7a3c', '#729a52']), chance.about(0.15))
      for (let step = 0; step < 24; step++) {
        const toX = x + Math.cos(angle) * 9.4
        const toY = y + Math.sin(angle) * 9.4
        stroke(ink, x, y, toX, toY, 2.4, green)
        const length = 34 * Math.sin(((step + 1.5) / 26) * Math.PI)
        for (const side of [-1.15, 1.15])
          leaf(ink, toX, toY, { length, angle: angle + side, shape: 'oval', color: green })
        x = toX
        y = toY
        angle += 0.035
      }
    }
  },
  grass: (ink, chance) => {
    for (let i = 0; i < 150; i++) {
      const from = chance.about(120)
      const lean = from * 1.1 + chance.about(70)
      const top = 512 - chance.between(90, 470) * (1 - Math.abs(from) / 190)
      const color = shade(chance.pick(['#66803f', '#7b9450', '#556d35']), chance.about(0.18))
      stroke(ink, 256 + from, 512, 256 + from + lean, top, chance.between(5, 9), color)
    }
  },
  rose: (ink, chance) => {
    greens(ink, chance, 230, ['#5b7f37', '#6f9644', '#486a2e'], [26, 42])
    for (let i = 0; i < 26; i++) {
      const { x, y } = within(chance, 215)
      bloom(
        ink,
        x,
        y,
        chance.between(17, 27),
        chance.pick(['#f3d9d5', '#e9b0b4', '#faf1e4']),
        '#efd27e',
        chance.next() * 7,
      )
    }
  },
}

interface Bed {
  readonly greens: readonly string[]
  readonly blooms: readonly string[]
  readonly heart: string
  readonly size: readonly [number, number]
  readonly count: number
}

/** Leaves with blooms over them, as one looks down on a bed. */
function bed(ink: Ink, chance: Chance, form: Bed): void {
  greens(ink, chance, 150, form.greens, [30, 52])
  for (let i = 0; i < form.count; i++) {
    const { x, y } = within(chance, 218)
    bloom(
      ink,
      x,
      y,
      chance.between(...form.size),
      shade(chance.pick(form.blooms), chance.about(0.12)),
      form.heart,
      chance.next() * 7,
    )
  }
}

function greens(
  ink: Ink,
  chance: Chance,
  count: number,
  colors: readonly string[],
  lengths: readonly [number, number],
): void {
  for (let i = 0; i < count; i++) {
    const { x, y } = within(chance, 235)
    leaf(ink, x, y, {
      length: chance.between(...lengths),
      angle: chance.next() * 7,
      shape: 'oval',
      color: shade(chance.pick(colors), chance.about(0.2)),
    })
  }
}

/** A place in the cell's disc. */
function within(chance: Chance, radius: number): { x: number; y: number } {
  const angle = chance.next() * 7
  const reach = Math.sqrt(chance.next()) * radius
  return { x: 256 + Math.cos(angle) * reach, y: 256 + Math.sin(angle) * reach }
}

interface SprayForm {
  readonly shape: LeafShape
  readonly size: number
  readonly twigs: number
}

/** Twigs from the middle outwards with leaves along them, then what blossoms. */
function spray(ink: Ink, chance: Chance, look: PlantingLook, form: SprayForm): void {
  const places: { x: number; y: number; angle: number }[] = []
  const bark = look.bark === '#e9e4d8' ? '#6a5140' : look.bark
  const twig = (fromX: number, fromY: number, heading: number, steps: number, width: number): void => {
    let angle = heading
    let x = fromX
    let y = fromY
    for (let step = 0; step < steps; step++) {
      const toX = x + Math.cos(angle) * 17
      const toY = y + Math.sin(angle) * 17
      stroke(ink, x, y, toX, toY, width * (1 - step / (steps + 3)), bark)
      x = toX
      y = toY
      angle += chance.about(0.42)
      places.push({ x, y, angle: angle + 0.9 + chance.about(0.7) }, { x, y, angle: angle - 0.9 + chance.about(0.7) })
      // Twigs fork as they go out, so that a spray fills its disc evenly.
      if (steps > 5 && step > 2 && chance.next() < 0.42)
        twig(x, y, angle + (chance.next() < 0.5 ? 0.8 : -0.8), 5, width * 0.6)
    }
    places.push({ x, y, angle })
  }
  for (let i = 0; i < form.twigs; i++) {
    const angle = ((i + chance.about(0.5)) / form.twigs) * Math.PI * 2
    const reach = chance.between(0, 70)
    twig(256 + Math.cos(angle + 1) * reach, 256 + Math.sin(angle + 1) * reach, angle, 12, 4.2)
  }
  const inside = (place: { x: number; y: number }): boolean => Math.hypot(place.x - 256, place.y - 256) < 228
  const kept = places.filter(inside)
  for (const place of kept) {
    if (look.blossom && chance.next() < look.inBloom * 0.85) continue
    const color = shade(chance.pick(look.leaves), chance.about(0.22))
    leaf(ink, place.x, place.y, { ...form, length: form.size * chance.between(0.75, 1.2), angle: place.angle, color })
  }
  const blossom = look.blossom
  if (!blossom) return
  const small = look.inBloom < 0.5
  for (const place of kept) {
    if (chance.next() > look.inBloom) continue
    const count = small ? 4 : 2
    for (let i = 0; i < count; i++) {
      const x = place.x + chance.about(small ? 15 : 17)
      const y = place.y + chance.about(small ? 15 : 17)
      const color = shade(chance.pick(blossom), chance.about(0.1))
      if (small) dot(ink, x, y, chance.between(3, 5), color)
      else bloom(ink, x, y, chance.between(9, 13), color, chance.pick(['#d98a96', '#e7c77a']), chance.next() * 7)
    }
  }
}

type LeafShape = 'heart' | 'oval' | 'rhomb'

function leaf(
  ink: Ink,
  x: number,
  y: number,
  form: { length: number; angle: number; shape: LeafShape; color: string },
): void {
  const { length, shape } = form
  ink.save()
  ink.translate(x, y)
  ink.rotate(form.angle)
  for (const side of [1, -1]) {
    ink.beginPath()
    ink.moveTo(0, 0)
    const wide = length * (shape === 'heart' ? 0.52 : shape === 'oval' ? 0.32 : 0.36) * side
    if (shape === 'heart') {
      ink.bezierCurveTo(-length * 0.12, wide * 0.7, length * 0.18, wide * 1.25, length * 0.5, wide * 0.85)
      ink.quadraticCurveTo(length * 0.8, wide * 0.5, length * 1.05, 0)
    } else if (shape === 'oval') {
      ink.bezierCurveTo(length * 0.2, wide * 1.2, length * 0.75, wide * 1.1, length, 0)
    } else {
      ink.lineTo(length * 0.4, wide)
      ink.quadraticCurveTo(length * 0.75, wide * 0.5, length, 0)
    }
    ink.closePath()
    ink.fillStyle = side > 0 ? form.color : shade(form.color, -0.12)
    ink.fill()
  }
  ink.strokeStyle = shade(form.color, 0.22)
  ink.lineWidth = 1.4
  ink.beginPath()
  ink.moveTo(0, 0)
  ink.lineTo(length * 0.9, 0)
  ink.stroke()
  ink.restore()
}

/** Five petals around a heart. */
function bloom(ink: Ink, x: number, y: number, radius: number, color: string, heart: string, turn: number): void {
  for (let i = 0; i < 5; i++) {
    const angle = turn + (i / 5) * Math.PI * 2
    ink.fillStyle = shade(color, i % 2 === 0 ? 0.03 : -0.06)
    ink.beginPath()
    ink.ellipse(
      x + Math.cos(angle) * radius * 0.55,
      y + Math.sin(angle) * radius * 0.55,
      radius * 0.56,
      radius * 0.42,
      angle,
      0,
      7,
    )
    ink.fill()
  }
  dot(ink, x, y, radius * 0.24, heart)
}

function dot(ink: Ink, x: number, y: number, radius: number, color: string): void {
  ink.fillStyle = color
  ink.beginPath()
  ink.arc(x, y, radius, 0, 7)
  ink.fill()
}

function stroke(ink: Ink, x: number, y: number, toX: number, toY: number, width: number, color: string): void {
  ink.strokeStyle = color
  ink.lineWidth = width
  ink.lineCap = 'round'
  ink.beginPath()
  ink.moveTo(x, y)
  ink.quadraticCurveTo(x + (toX - x) * 0.2, y + (toY - y) * 0.6, toX, toY)
  ink.stroke()
}

/** Lighter (towards 1) or darker (towards −1). */
function shade(color: string, amount: number): string {
  const value = Number.parseInt(color.slice(1, 7), 16)
  const channel = (shift: number): number => {
    const c = (value >> shift) & 255
    return Math.round(amount > 0 ? c + (255 - c) * amount : c * (1 + amount))
  }
  return `#${((1 << 24) | (channel(16) << 16) | (channel(8) << 8) | channel(0)).toString(16).slice(1)}`
}
