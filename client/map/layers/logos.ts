/** Logos of exhibitors, fetched when a booth is large enough to carry one. */
import { CanvasSource, Texture } from 'pixi.js'

/** Side of the picture kept, pixels: more than any booth shows. */
const KEPT = 160

export class Logos {
  private readonly known = new Map<string, Texture | null>()
  private readonly onLoaded: () => void
  private disposed = false

  constructor(onLoaded: () => void) {
    this.onLoaded = onLoaded
  }

  /** The logo at `path`, or null while it is on its way or cannot be had. */
  at(path: string): Texture | null {
    const known = this.known.get(path)
    if (known !== undefined) return known
    this.known.set(path, null)
    void this.load(path)
    return null
  }

  dispose(): void {
    this.disposed = true
    for (const texture of this.known.values()) texture?.destroy(true)
    this.known.clear()
  }

  private async load(path: string): Promise<void> {
    const image = new Image()
    image.src = path
    try {
      await image.decode()
    } catch {
      // A booth without its logo still has its name.
      return
    }
    if (this.disposed) return
    const canvas = document.createElement('canvas')
    canvas.width = KEPT
    canvas.height = KEPT
    const brush = canvas.getContext('2d')
    if (!brush) return
    const scale = KEPT / Math.max(image.naturalWidth, image.naturalHeight)
    const width = image.naturalWidth * scale
    const height = image.naturalHeight * scale
    brush.imageSmoothingQuality = 'high'
    brush.beginPath()
    brush.roundRect(0, 0, KEPT, KEPT, KEPT * 0.16)
    brush.clip()
    brush.drawImage(image, (KEPT - width) / 2, (KEPT - height) / 2, width, height)
    this.known.set(path, new Texture({ source: new CanvasSource({ resource: canvas, autoGenerateMipmaps: true }) }))
    this.onLoaded()
  }
}
