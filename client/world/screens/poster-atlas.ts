/**
 * Posters of the nearest screens in one texture: fetched one at a time, kept while there is room, the one unseen for longest
 * gives way. Memory is bounded whatever the hall holds.
 */
import {
  CanvasTexture,
  FramebufferTexture,
  LinearFilter,
  SRGBColorSpace,
  type Texture,
  Vector2,
  type WebGLRenderer,
} from 'three'

export const POSTER_ATLAS = { side: 2048, columns: 8, rows: 14, width: 256, height: 144 }
const CAPACITY = POSTER_ATLAS.columns * POSTER_ATLAS.rows
/** Pictures under way at once. */
const AT_ONCE = 2

interface Cell {
  address: string | null
  /** Number of the last look that wanted it. */
  wanted: number
  ready: boolean
}

export class PosterAtlas {
  readonly texture: Texture
  private readonly renderer: WebGLRenderer
  private readonly cells: Cell[] = Array.from({ length: CAPACITY }, () => ({ address: null, wanted: -1, ready: false }))
  private readonly known = new Map<string, number>()
  private readonly failed = new Set<string>()
  private readonly copy: CanvasTexture
  private readonly context: CanvasRenderingContext2D
  private readonly at = new Vector2()
  private loading = 0
  private disposed = false

  constructor(renderer: WebGLRenderer) {
    this.renderer = renderer
    this.texture = settings(new FramebufferTexture(POSTER_ATLAS.side, POSTER_ATLAS.side))
    const canvas = document.createElement('canvas')
    canvas.width = POSTER_ATLAS.width
    canvas.height = POSTER_ATLAS.height
    const context = canvas.getContext('2d')
    if (!context) throw new Error('No 2D canvas')
    this.context = context
    this.copy = settings(new CanvasTexture(canvas))
  }

  /** The cell of a poster, or −1 while it is not there. Asking for it is what gets it fetched; `look` numbers the asking. */
  cell(address: string, look: number): number {
    const index = this.known.get(address)
    if (index !== undefined) {
      const cell = this.cells[index] as Cell
      cell.wanted = look
      return cell.ready ? index : -1
    }
    if (this.loading < AT_ONCE && !this.failed.has(address)) void this.load(address, look)
    return -1
  }

  dispose(): void {
    this.disposed = true
    this.texture.dispose()
    this.copy.dispose()
  }

  private async load(address: string, look: number): Promise<void> {
    const index = this.roomFor(look)
    if (index < 0) return
    const cell = this.cells[index] as Cell
    if (cell.address !== null) this.known.delete(cell.address)
    cell.address = address
    cell.wanted = look
    cell.ready = false
    this.known.set(address, index)
    this.loading++
    try {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(`${answer.status}`)
      const picture = await createImageBitmap(await answer.blob(), {
        resizeWidth: POSTER_ATLAS.width,
        resizeHeight: POSTER_ATLAS.height,
        resizeQuality: 'high',
      })
      if (!this.disposed && cell.address === address) this.paint(index, picture)
      picture.close()
      cell.ready = true
    } catch {
      // A poster that cannot be had leaves the screen as the pavilion drew it.
      this.failed.add(address)
    } finally {
      this.loading--
    }
  }

  private paint(index: number, picture: ImageBitmap): void {
    const { width, height, columns } = POSTER_ATLAS
    const { context } = this
    context.drawImage(picture, 0, 0, width, height)
    playBadge(context, width / 2, height / 2)
    this.copy.needsUpdate = true
    this.at.set((index % columns) * width, Math.floor(index / columns) * height)
    this.renderer.copyTextureToTexture(this.copy, this.texture, null, this.at)
  }

  /** A free cell, or the one unwanted for longest; −1 when all are wanted now. */
  private roomFor(look: number): number {
    let oldest = -1
    let least = look
    for (let i = 0; i < CAPACITY; i++) {
      const { address, wanted, ready } = this.cells[i] as Cell
      if (address === null) return i
      if (ready && wanted < least) {
        least = wanted
        oldest = i
      }
    }
    return oldest
  }
}

function settings<T extends Texture>(texture: T): T {
  texture.flipY = false
  texture.generateMipmaps = false
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  texture.colorSpace = SRGBColorSpace
  return texture
}

/** A small triangle in a circle: there is a film here. */
function playBadge(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.fillStyle = 'rgb(34 48 43 / 55%)'
  context.beginPath()
  context.arc(x, y, 17, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = 'rgb(251 247 238 / 95%)'
  context.beginPath()
  context.moveTo(x - 5, y - 8.5)
  context.lineTo(x + 9, y)
  context.lineTo(x - 5, y + 8.5)
  context.fill()
}
