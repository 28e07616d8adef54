/**
 * Everything written in the hall on one page: fascias, numbers, signposts, plates. Letters are masks, so a page holds
 * three of them in its red, green and blue; the colour of the letters belongs to the card. Slots stay where they are
 * when the language changes, only their text is written anew.
 */
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, NoColorSpace } from 'three'
import { inLanguage, type Language, type Localized } from '../../../../shared/language.ts'
import type { Slot } from '../draw/sketch.ts'

export type Style = 'fascia' | 'number' | 'plate' | 'title' | 'arrow'

interface StyleForm {
  /** Pixels of a slot. */
  readonly width: number
  readonly height: number
  readonly font: (size: number) => string
  /** Size of letters as a share of the slot's height. */
  readonly size: number
  readonly align: CanvasTextAlign
}

const SERIF = "'Literata Variable', Literata, Georgia, serif"
const SANS = "'Onest Variable', Onest, 'Helvetica Neue', Arial, sans-serif"

const STYLES: Readonly<Record<Style, StyleForm>> = {
  fascia: { width: 512, height: 88, font: (size) => `600 ${size}px ${SERIF}`, size: 0.72, align: 'center' },
  number: { width: 128, height: 44, font: (size) => `600 ${size}px ${SANS}`, size: 0.7, align: 'center' },
  plate: { width: 384, height: 64, font: (size) => `600 ${size}px ${SANS}`, size: 0.62, align: 'center' },
  title: { width: 720, height: 144, font: (size) => `600 ${size}px ${SERIF}`, size: 0.72, align: 'center' },
  arrow: { width: 64, height: 64, font: (size) => `600 ${size}px ${SANS}`, size: 0.8, align: 'center' },
}

/** Width over height of a slot. */
export const aspectOf = (style: Style): number => STYLES[style].width / STYLES[style].height

const WIDTH = 4096
const INKS = ['#f00', '#0f0', '#00f'] as const

interface Line {
  readonly text: Localized
  readonly style: Style
  readonly x: number
  readonly y: number
  readonly channel: number
}

export class Lettering {
  readonly texture: CanvasTexture
  private readonly lines: Line[] = []
  private readonly slots = new Map<string, Slot>()
  private readonly canvas = document.createElement('canvas')

  /** `texts` by key; a key may be asked for later with `slot`. */
  constructor(texts: ReadonlyMap<string, { readonly text: Localized; readonly style: Style }>) {
    const heights = [0, 0, 0]
    const open = new Map<Style, { x: number; y: number; channel: number }>()
    for (const { text, style } of texts.values()) {
      const form = STYLES[style]
      let shelf = open.get(style)
      if (!shelf || shelf.x + form.width > WIDTH) {
        const channel = heights.indexOf(Math.min(...heights))
        shelf = { x: 0, y: heights[channel] as number, channel }
        heights[channel] = shelf.y + form.height
        open.set(style, shelf)
      }
      this.lines.push({ text, style, x: shelf.x, y: shelf.y, channel: shelf.channel })
      shelf.x += form.width
    }
    this.canvas.width = WIDTH
    this.canvas.height = Math.max(64, ...heights)
    const { height } = this.canvas
    let index = 0
    for (const [key, { style }] of texts) {
      const line = this.lines[index++] as Line
      const form = STYLES[style]
      this.slots.set(key, {
        left: line.x / WIDTH,
        right: (line.x + form.width) / WIDTH,
        top: 1 - line.y / height,
        bottom: 1 - (line.y + form.height) / height,
        channel: line.channel,
      })
    }
    this.texture = new CanvasTexture(this.canvas)
    this.texture.colorSpace = NoColorSpace
    this.texture.magFilter = LinearFilter
    this.texture.minFilter = LinearMipmapLinearFilter
    this.texture.anisotropy = 8
  }

  /** Where a text stands. Unknown keys are a mistake of ours, not of the plan. */
  slot(key: string): Slot {
    const slot = this.slots.get(key)
    if (!slot) throw new Error(`Nothing is written under «${key}».`)
    return slot
  }

  write(language: Language): void {
    const ink = this.canvas.getContext('2d')
    if (!ink) return
    ink.globalCompositeOperation = 'source-over'
    ink.fillStyle = '#000'
    ink.fillRect(0, 0, this.canvas.width, this.canvas.height)
    ink.globalCompositeOperation = 'lighter'
    ink.textBaseline = 'middle'
    for (const line of this.lines) {
      const form = STYLES[line.style]
      const text = inLanguage(line.text, language)
      const size = form.height * form.size
      ink.font = form.font(size)
      ink.textAlign = form.align
      ink.fillStyle = INKS[line.channel] as string
      const room = form.width - 16
      const wide = ink.measureText(text).width
      // Long names get smaller letters, not narrower ones, down to a point; then they are squeezed.
      if (wide > room) ink.font = form.font(Math.max(size * 0.6, (size * room) / wide))
      ink.fillText(text, line.x + form.width / 2, line.y + form.height * 0.53, room)
    }
    this.texture.needsUpdate = true
  }

  dispose(): void {
    this.texture.dispose()
    this.canvas.width = this.canvas.height = 0
  }
}
