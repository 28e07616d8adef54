/**
 * Names and words painted into one texture. A cell is painted when it gets new text and only that cell is sent to the graphics
 * card, so that a new name costs a fraction of a millisecond.
 */
import {
  CanvasTexture,
  Color,
  FramebufferTexture,
  LinearFilter,
  SRGBColorSpace,
  type Texture,
  Vector2,
  type WebGLRenderer,
} from 'three'
import { PALETTE } from '../../app/palette.ts'
import { tempered } from '../park/draw/paint.ts'

export const ATLAS = 1024
/** Cells in pixels; names above, words below. */
export const NAME_CELL = { width: 320, height: 48, columns: 3, count: 24 }
export const WORDS_CELL = { width: 512, height: 128, columns: 2, count: 10, top: 384 }

const FONT = '"Onest Variable", "Onest", system-ui, sans-serif'
const LINES = 3

/** What a painted cell needs of its width and height, pixels. */
export interface Painted {
  readonly width: number
  readonly height: number
}

export class TagAtlas {
  readonly texture: Texture
  private readonly renderer: WebGLRenderer
  private readonly name = cell(NAME_CELL.width, NAME_CELL.height)
  private readonly words = cell(WORDS_CELL.width, WORDS_CELL.height)
  private readonly at = new Vector2()

  constructor(renderer: WebGLRenderer) {
    this.renderer = renderer
    // Room on the card alone: cells are copied into it one by one.
    this.texture = plain(new FramebufferTexture(ATLAS, ATLAS))
  }

  /**
   * `note`: a small second word beside the name, for simulated people. `brand`, #rrggbb: the colour of whoever they are
   * here for.
   */
  paintName(index: number, name: string, note: string | null, brand: string | null): Painted {
    const { context, texture } = this.name
    const { width, height, columns } = NAME_CELL
    context.clearRect(0, 0, width, height)
    context.font = `600 22px ${FONT}`
    const noteWidth = note === null ? 0 : measured(context, `500 15px ${FONT}`, note) + 30
    context.font = `600 22px ${FONT}`
    const text = clipped(context, name, width - 28 - noteWidth)
    const textWidth = context.measureText(text).width
    const full = Math.ceil(textWidth + noteWidth + 24)
    const left = (width - full) / 2
    pill(context, left, 4, full, height - 8, brand === null ? 'rgb(34 48 43 / 74%)' : painted(brand))
    if (brand !== null) {
      context.lineWidth = 3
      context.strokeStyle = PALETTE.canvas
      context.stroke()
    }
    context.fillStyle = PALETTE.canvas
    context.textBaseline = 'middle'
    context.fillText(text, left + 12, height / 2 + 1)
    if (note !== null) {
      const x = left + 12 + textWidth + 10
      clockwork(context, x + 6, height / 2)
      context.fillStyle = PALETTE.sun
      context.font = `500 15px ${FONT}`
      context.fillText(note, x + 16, height / 2 + 1)
    }
    this.send(texture, (index % columns) * width, Math.floor(index / columns) * height)
    return { width: full, height }
  }

  paintWords(index: number, words: string): Painted {
    const { context, texture } = this.words
    const { width, height, columns, top } = WORDS_CELL
    context.clearRect(0, 0, width, height)
    context.font = `500 25px ${FONT}`
    const lines = wrapped(context, words, width - 44, LINES)
    const textWidth = Math.max(...lines.map((line) => context.measureText(line).width))
    const full = Math.ceil(textWidth + 40)
    const tall = lines.length * 32 + 20
    const left = (width - full) / 2
    const above = height - 12 - tall
    context.fillStyle = 'rgb(251 247 238 / 96%)'
    context.beginPath()
    context.roundRect(left, above, full, tall, 18)
    context.moveTo(width / 2 - 10, height - 13)
    context.lineTo(width / 2, height - 1)
    context.lineTo(width / 2 + 10, height - 13)
    context.fill()
    context.fillStyle = PALETTE.ink
    context.textBaseline = 'middle'
    for (const [i, line] of lines.entries()) context.fillText(line, left + 20, above + 10 + i * 32 + 17)
    this.send(texture, (index % columns) * width, top + Math.floor(index / columns) * height)
    return { width: full, height }
  }

  dispose(): void {
    this.texture.dispose()
    this.name.texture.dispose()
    this.words.texture.dispose()
  }

  private send(source: CanvasTexture, x: number, y: number): void {
    source.needsUpdate = true
    this.renderer.copyTextureToTexture(source, this.texture, null, this.at.set(x, y))
  }
}

function cell(width: number, height: number): { context: CanvasRenderingContext2D; texture: CanvasTexture } {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No 2D canvas')
  return { context, texture: plain(new CanvasTexture(canvas)) }
}

/** Top row first, no mipmaps: cells are addressed in pixels. */
function plain<T extends Texture>(texture: T): T {
  texture.flipY = false
  texture.generateMipmaps = false
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  texture.premultiplyAlpha = true
  texture.colorSpace = SRGBColorSpace
  return texture
}

function pill(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
): void {
  context.fillStyle = fill
  context.beginPath()
  context.roundRect(x, y, width, height, height / 2)
  context.fill()
}

/** A brand's colour as the park paints it: cream letters can be read on it. */
const painted = (brand: string): string => new Color(...tempered(brand)).getStyle()

/** A small cog: what is simulated runs by itself. */
function clockwork(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.strokeStyle = PALETTE.sun
  context.lineWidth = 2
  context.beginPath()
  context.arc(x, y, 3.6, 0, Math.PI * 2)
  for (let i = 0; i < 6; i++) {
    const angle = (i * Math.PI) / 3
    context.moveTo(x + Math.cos(angle) * 4, y + Math.sin(angle) * 4)
    context.lineTo(x + Math.cos(angle) * 6.4, y + Math.sin(angle) * 6.4)
  }
  context.stroke()
}

function measured(context: CanvasRenderingContext2D, font: string, text: string): number {
  context.font = font
  return context.measureText(text).width
}

function clipped(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  let end = text.length
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end--
  return `${text.slice(0, end).trimEnd()}…`
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/)
  for (const [i, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word
    if (line === '' || context.measureText(longer).width <= width) {
      line = longer
      continue
    }
    if (lines.length === most - 1) {
      line = [line, ...words.slice(i)].join(' ')
      break
    }
    lines.push(line)
    line = word
  }
  return [...lines, line].map((one) => clipped(context, one, width))
}
