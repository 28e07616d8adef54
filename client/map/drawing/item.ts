/**
 * A drawing is a list of items in the order of painting, each knowing where it lies, so that any part of the plan can
 * be painted at any scale: the map's tiles, and the whole mini-map, are windows on the same drawing.
 */
import type { Point } from '../../../shared/floorplan/point.ts'
import { type Bounds, boundsOf, type Rectangle } from '../../../shared/floorplan/rectangle.ts'

/** A context of either kind; its transform takes hall metres. */
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export interface Item {
  readonly bounds: Bounds
  /** `scale`: device pixels a metre, which decides how much detail there is to draw. */
  paint(brush: Brush, scale: number): void
}

export type Drawing = readonly Item[]

/** Paints what of `drawing` lies in `window` (metres) at `scale` (pixels a metre); the window's corner is pixel (0, 0). */
export function paintDrawing(drawing: Drawing, brush: Brush, window: Bounds, scale: number): void {
  brush.setTransform(scale, 0, 0, scale, -window.minX * scale, -window.minY * scale)
  brush.lineJoin = 'round'
  for (const item of drawing) {
    const { bounds } = item
    if (bounds.maxX < window.minX || bounds.minX > window.maxX) continue
    if (bounds.maxY < window.minY || bounds.minY > window.maxY) continue
    item.paint(brush, scale)
  }
}

/** Room for shadows and ink around a thing, metres. */
const SLACK = 2

export function around(rect: Rectangle): Bounds {
  const { minX, minY, maxX, maxY } = boundsOf(rect)
  return { minX: minX - SLACK, minY: minY - SLACK, maxX: maxX + SLACK, maxY: maxY + SLACK }
}

export const aroundPoint = ({ x, z }: Point, radius: number): Bounds => ({
  minX: x - radius - SLACK,
  minY: z - radius - SLACK,
  maxX: x + radius + SLACK,
  maxY: z + radius + SLACK,
})

/** Paints in the frame of something: x to its right, y towards its front, metres. */
export function within(brush: Brush, frame: Point & { readonly heading: number }, paint: () => void): void {
  brush.save()
  brush.translate(frame.x, frame.z)
  brush.rotate((-frame.heading * Math.PI) / 180)
  paint()
  brush.restore()
}

/** A pen of `metres`, but never thinner than `pixels` on the picture. */
export const pen = (metres: number, scale: number, pixels = 0.7): number => Math.max(metres, pixels / scale)
