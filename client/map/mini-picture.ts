/**
 * The small plan: painted once by the same drawing as the large map, with a second sheet over it for what moves,
 * wiped and dotted four times a second. No Pixi, so it costs the 3D view next to nothing.
 */
import type { Point } from '../../shared/floorplan/point.ts'
import { PALETTE } from '../app/palette.ts'
import type { HallNow } from '../state/hall.ts'
import { hallDrawing } from './drawing/hall-drawing.ts'
import { paintDrawing } from './drawing/item.ts'

/** Longer side, CSS pixels, and the paper around the hall, metres. */
const SIDE = 216
const MARGIN = 3
const EVERY_MS = 250

export class MiniPicture {
  private readonly hall: HallNow
  private readonly life: HTMLCanvasElement
  private readonly corner: Point
  /** CSS pixels a metre. */
  private readonly scale: number
  private readonly resolution = Math.min(2, Math.max(1, window.devicePixelRatio))
  private readonly timer: ReturnType<typeof setInterval>

  constructor(hall: HallNow, plan: HTMLCanvasElement, life: HTMLCanvasElement) {
    this.hall = hall
    this.life = life
    const width = hall.plan.hall.width + 2 * MARGIN
    const depth = hall.plan.hall.depth + 2 * MARGIN
    this.scale = SIDE / Math.max(width, depth)
    this.corner = { x: -width / 2, z: -depth / 2 }
    for (const canvas of [plan, life]) {
      canvas.style.width = `${width * this.scale}px`
      canvas.style.height = `${depth * this.scale}px`
      canvas.width = Math.round(width * this.scale * this.resolution)
      canvas.height = Math.round(depth * this.scale * this.resolution)
    }
    const brush = plan.getContext('2d')
    if (brush) {
      const window = { minX: -width / 2, minY: -depth / 2, maxX: width / 2, maxY: depth / 2 }
      paintDrawing(hallDrawing(hall.plan, hall.exhibitors), brush, window, this.scale * this.resolution)
    }
    this.timer = setInterval(() => this.draw(), EVERY_MS)
    this.draw()
  }

  /** The place on the floor under a point of the picture, CSS pixels from its corner. */
  placeAt(x: number, y: number): Point {
    return { x: this.corner.x + x / this.scale, z: this.corner.z + y / this.scale }
  }

  dispose(): void {
    clearInterval(this.timer)
  }

  private draw(): void {
    const brush = this.life.getContext('2d')
    if (!brush || document.hidden) return
    const { crowd, visitor, now } = this.hall
    const moment = now()
    const pixels = this.scale * this.resolution
    brush.setTransform(1, 0, 0, 1, 0, 0)
    brush.clearRect(0, 0, this.life.width, this.life.height)
    brush.setTransform(pixels, 0, 0, pixels, -this.corner.x * pixels, -this.corner.z * pixels)
    crowd.sample(moment)
    for (let i = 0; i < crowd.count; i++) this.dot(brush, crowd.x[i] as number, crowd.z[i] as number, 1.5, '#3f4f63')

    const ahead = visitor.ahead(moment)
    if (ahead.length > 1) {
      brush.strokeStyle = PALETTE.blossomDeep
      brush.lineWidth = 1.6 / this.scale
      brush.setLineDash([3 / this.scale, 2.5 / this.scale])
      brush.beginPath()
      for (const [i, { x, z }] of ahead.entries()) {
        if (i === 0) brush.moveTo(x, z)
        else brush.lineTo(x, z)
      }
      brush.stroke()
      brush.setLineDash([])
    }
    const { x, z, heading } = visitor.at(moment)
    const reach = 20 / this.scale
    const light = brush.createRadialGradient(x, z, 0, x, z, reach)
    light.addColorStop(0, 'rgba(181,86,108,0.65)')
    light.addColorStop(1, 'rgba(181,86,108,0)')
    brush.fillStyle = light
    brush.beginPath()
    brush.moveTo(x, z)
    brush.arc(x, z, reach, Math.PI / 2 - heading - 0.5, Math.PI / 2 - heading + 0.5)
    brush.fill()
    this.dot(brush, x, z, 4, PALETTE.blossomDeep)
  }

  private dot(brush: CanvasRenderingContext2D, x: number, z: number, radius: number, colour: string): void {
    brush.fillStyle = colour
    brush.strokeStyle = '#fffaf0'
    brush.lineWidth = 1.2 / this.scale
    brush.beginPath()
    brush.arc(x, z, radius / this.scale, 0, Math.PI * 2)
    brush.fill()
    brush.stroke()
  }
}
