/**
 * The plan as picture tiles, painted when first looked at: squares of `TILE` pixels on levels a power of two apart, so
 * that ink is crisp at any zoom and a frame never paints more than it has time for.
 */
import { CanvasSource, Container, Sprite, Texture } from 'pixi.js'
import type { Bounds } from '../../../shared/floorplan/rectangle.ts'
import { type Drawing, paintDrawing } from '../drawing/item.ts'

const TILE = 512
/** Tiles kept: about 96 MB of graphics memory. */
const KEPT = 96
/** How long a frame may paint, ms. */
const PAINT_MS = 7
/** Smallest and largest level: pixels a metre as powers of two. */
const LEVELS = [1, 7] as const

interface Tile {
  readonly sprite: Sprite
  readonly level: number
  usedAt: number
}

export interface TileAddress {
  readonly level: number
  readonly column: number
  readonly row: number
}

/** The level whose tiles are shown at `scale` device pixels a metre: never magnified by more than a fifth. */
export const levelFor = (scale: number): number =>
  Math.max(LEVELS[0], Math.min(LEVELS[1], Math.ceil(Math.log2(scale / 1.2))))

/** Tiles of `level` that show `window` (metres), the middle ones first. */
export function tilesIn(window: Bounds, level: number): TileAddress[] {
  const side = TILE / 2 ** level
  const found: TileAddress[] = []
  const middle = {
    column: (window.minX + window.maxX) / 2 / side - 0.5,
    row: (window.minY + window.maxY) / 2 / side - 0.5,
  }
  for (let row = Math.floor(window.minY / side); row * side < window.maxY; row++) {
    for (let column = Math.floor(window.minX / side); column * side < window.maxX; column++) {
      found.push({ level, column, row })
    }
  }
  const away = (tile: TileAddress): number => Math.hypot(tile.column - middle.column, tile.row - middle.row)
  return found.sort((a, b) => away(a) - away(b))
}

export class Tiles {
  /** In metres of the hall. */
  readonly container = new Container()
  private readonly drawing: Drawing
  private readonly extent: Bounds
  private readonly tiles = new Map<string, Tile>()
  private frame = 0

  constructor(drawing: Drawing, extent: Bounds) {
    this.drawing = drawing
    this.extent = extent
    this.container.sortableChildren = true
  }

  /** Shows `window` at `scale` device pixels a metre. False while there is more to paint. */
  show(window: Bounds, scale: number): boolean {
    this.frame++
    const level = levelFor(scale)
    const seen = clipped(window, this.extent)
    const until = performance.now() + PAINT_MS
    let complete = true
    // The whole hall at the coarsest level lies under everything: no zoom ever shows a hole.
    for (const address of [...tilesIn(this.extent, LEVELS[0]), ...tilesIn(seen, level)]) {
      const key = `${address.level}/${address.column}/${address.row}`
      const tile = this.tiles.get(key)
      if (tile) tile.usedAt = this.frame
      else if (performance.now() < until || address.level === LEVELS[0]) this.tiles.set(key, this.paint(address))
      else complete = false
    }
    for (const tile of this.tiles.values()) tile.sprite.visible = tile.level <= level || !complete
    this.forget()
    return complete
  }

  dispose(): void {
    for (const tile of this.tiles.values()) tile.sprite.destroy({ texture: true, textureSource: true })
    this.container.destroy()
  }

  private paint({ level, column, row }: TileAddress): Tile {
    const scale = 2 ** level
    const side = TILE / scale
    const canvas = document.createElement('canvas')
    canvas.width = TILE
    canvas.height = TILE
    // Painted by the processor: a graphics card would be asked for the picture right away, and wait for itself.
    const brush = canvas.getContext('2d', { willReadFrequently: true })
    const corner = { x: column * side, z: row * side }
    if (brush) {
      const window = { minX: corner.x, minY: corner.z, maxX: corner.x + side, maxY: corner.z + side }
      paintDrawing(this.drawing, brush, window, scale)
    }
    const sprite = new Sprite(new Texture({ source: new CanvasSource({ resource: canvas }) }))
    sprite.position.set(corner.x, corner.z)
    sprite.scale.set(1 / scale)
    sprite.zIndex = level
    this.container.addChild(sprite)
    return { sprite, level, usedAt: this.frame }
  }

  private forget(): void {
    if (this.tiles.size <= KEPT) return
    const old = [...this.tiles].filter(([, tile]) => tile.usedAt < this.frame).sort((a, b) => a[1].usedAt - b[1].usedAt)
    for (const [key, tile] of old.slice(0, this.tiles.size - KEPT)) {
      tile.sprite.destroy({ texture: true, textureSource: true })
      this.tiles.delete(key)
    }
  }
}

const clipped = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.max(a.minX, b.minX),
  minY: Math.max(a.minY, b.minY),
  maxX: Math.min(a.maxX, b.maxX),
  maxY: Math.min(a.maxY, b.maxY),
})
