/** Logos of a hall on one page. A monogram stands in until a logo has come, and for those who have none. */
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace } from 'three'
import type { ExhibitorCard } from '../../../../shared/salon/model.ts'
import type { Slot } from '../draw/sketch.ts'

const PAGE = 2048
/** How many logos are fetched at a time, and how often the page goes to the GPU while they come, ms. */
const AT_ONCE = 4
const REFRESH = 500

export class Logos {
  readonly texture: CanvasTexture
  private readonly canvas = document.createElement('canvas')
  private readonly places = new Map<string, number>()
  private readonly cell: number
  private readonly columns: number
  private readonly height: number
  private closed = false
  private refreshed = 0

  constructor(exhibitors: ReadonlyMap<string, ExhibitorCard>) {
    this.cell = exhibitors.size > 256 ? 64 : 128
    this.columns = PAGE / this.cell
    const rows = Math.max(1, Math.ceil(exhibitors.size / this.columns))
    this.height = rows * this.cell
    this.canvas.width = PAGE
    this.canvas.height = this.height
    for (const id of exhibitors.keys()) this.places.set(id, this.places.size)
    this.texture = new CanvasTexture(this.canvas)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.magFilter = LinearFilter
    this.texture.minFilter = LinearMipmapLinearFilter
    this.texture.anisotropy = 4
  }

  slot(exhibitorId: string): Slot | null {
    const index = this.places.get(exhibitorId)
    if (index === undefined) return null
    const { x, y } = this.corner(index)
    return {
      left: x / PAGE,
      right: (x + this.cell) / PAGE,
      top: 1 - y / this.height,
      bottom: 1 - (y + this.cell) / this.height,
      channel: 0,
    }
  }

  /** Draws every monogram. */
  draw(exhibitors: ReadonlyMap<string, ExhibitorCard>): void {
    const ink = this.canvas.getContext('2d')
    if (!ink) return
    for (const exhibitor of exhibitors.values()) this.monogram(ink, exhibitor, this.places.get(exhibitor.id) as number)
    this.texture.needsUpdate = true
  }

  /** Fetches what exhibitors have, a few at a time; a logo that does not come leaves its monogram. */
  async load(exhibitors: ReadonlyMap<string, ExhibitorCard>): Promise<void> {
    const waiting = [...exhibitors.values()].filter((exhibitor) => exhibitor.logo !== null)
    const one = async (): Promise<void> => {
      for (let next = waiting.shift(); next && !this.closed; next = waiting.shift()) await this.fetch(next)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, one))
    if (!this.closed) this.texture.needsUpdate = true
  }

  dispose(): void {
    this.closed = true
    this.texture.dispose()
    this.canvas.width = this.canvas.height = 0
  }

  private async fetch(exhibitor: ExhibitorCard): Promise<void> {
    const image = new Image()
    image.src = exhibitor.logo as string
    try {
      await image.decode()
    } catch {
      return
    }
    const ink = this.canvas.getContext('2d')
    if (this.closed || !ink) return
    const { x, y } = this.corner(this.places.get(exhibitor.id) as number)
    const { cell } = this
    this.badge(ink, x, y, '#fbf7ee')
    const scale = Math.min((cell * 0.74) / image.width, (cell * 0.74) / image.height)
    const width = image.width * scale
    const height = image.height * scale
    ink.save()
    ink.beginPath()
    ink.arc(x + cell / 2, y + cell / 2, cell * 0.45, 0, 7)
    ink.clip()
    ink.drawImage(image, x + (cell - width) / 2, y + (cell - height) / 2, width, height)
    ink.restore()
    const now = performance.now()
    if (now - this.refreshed < REFRESH) return
    this.refreshed = now
    this.texture.needsUpdate = true
  }

  private monogram(ink: CanvasRenderingContext2D, exhibitor: ExhibitorCard, index: number): void {
    const { x, y } = this.corner(index)
    const { cell } = this
    this.badge(ink, x, y, '#fbf7ee')
    ink.fillStyle = exhibitor.color
    ink.font = `700 ${cell * 0.5}px 'Literata Variable', Georgia, serif`
    ink.textAlign = 'center'
    ink.textBaseline = 'middle'
    const letter = (exhibitor.shortName.ru || exhibitor.shortName.en).replace(/[^\p{L}\p{N}]/gu, '').charAt(0)
    ink.fillText(letter.toUpperCase(), x + cell / 2, y + cell * 0.53)
  }

  private badge(ink: CanvasRenderingContext2D, x: number, y: number, color: string): void {
    const { cell } = this
    ink.clearRect(x, y, cell, cell)
    ink.fillStyle = color
    ink.beginPath()
    ink.arc(x + cell / 2, y + cell / 2, cell * 0.48, 0, 7)
    ink.fill()
  }

  private corner(index: number): { x: number; y: number } {
    return { x: (index % this.columns) * this.cell, y: Math.floor(index / this.columns) * this.cell }
  }
}
