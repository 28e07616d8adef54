/** The route of one's visit: the way to the next stop as a bold line, later ones faint, stops with their numbers. */
import { CanvasSource, Container, Graphics, Sprite, Texture } from 'pixi.js'
import type { Point } from '../../../shared/floorplan/point.ts'
import type { DrawnRoute } from '../../../shared/route/drawn.ts'
import { PALETTE } from '../../app/palette.ts'
import { routeAhead, useVisit } from '../../state/visit.ts'
import { type Camera, toScreen, type Viewport } from '../camera.ts'
import { TEXT } from './words.ts'

/** CSS pixels across a line, and across the disc of a stop. */
const WIDTH = { present: 5, later: 3 } as const
const DISC = 24
/** Discs shrink from afar, where many lie close together: pixels a metre of full size, and the smallest share of it. */
const FULL_SIZE = 7
const SMALLEST = 0.7
/** Lines are drawn anew when they got so much thicker or thinner by zooming. */
const TOLERANCE = 1.2

export class RouteLayer {
  /** Under the names of booths. */
  readonly lines = new Graphics()
  readonly numbers = new Container()
  private readonly hallId: string
  private readonly resolution: number
  private readonly discs = new Map<string, Texture>()
  private drawn: DrawnRoute = { legs: [], stops: [] }
  private of: unknown[] = []
  private scale = 0

  constructor(hallId: string, resolution: number) {
    this.hallId = hallId
    this.resolution = resolution
  }

  show(camera: Camera, view: Viewport): void {
    const fresh = this.look()
    if (fresh) this.number()
    if (fresh || camera.scale > this.scale * TOLERANCE || camera.scale < this.scale / TOLERANCE) this.draw(camera.scale)
    const origin = toScreen(camera, view, { x: 0, z: 0 })
    this.lines.position.set(origin.x, origin.y)
    this.lines.scale.set(camera.scale)
    const size = Math.min(1, Math.max(SMALLEST, camera.scale / FULL_SIZE))
    for (const [i, { at }] of this.drawn.stops.entries()) {
      const { x, y } = toScreen(camera, view, at)
      const number = this.numbers.children[i]
      number?.position.set(x, y)
      number?.scale.set(size)
    }
  }

  dispose(): void {
    for (const disc of this.discs.values()) disc.destroy(true)
    this.lines.destroy()
    this.numbers.destroy({ children: true })
  }

  /** Whether the route is another one than that which is drawn. */
  private look(): boolean {
    const state = useVisit.getState()
    const of = [state.planned, state.visit.guide]
    if (of.every((one, i) => one === this.of[i])) return false
    this.of = of
    this.drawn = routeAhead(this.hallId, state)
    return true
  }

  private draw(scale: number): void {
    this.scale = scale
    this.lines.clear()
    for (const { path, present } of this.drawn.legs.toSorted((a, b) => Number(a.present) - Number(b.present))) {
      if (present) this.stroke(path, (WIDTH.present + 3) / scale, '#fffdf8', 1)
      this.stroke(path, WIDTH[present ? 'present' : 'later'] / scale, PALETTE.blossomDeep, present ? 1 : 0.42)
    }
  }

  private stroke(path: readonly Point[], width: number, color: string, alpha: number): void {
    path.forEach(({ x, z }, i) => {
      if (i === 0) this.lines.moveTo(x, z)
      else this.lines.lineTo(x, z)
    })
    this.lines.stroke({ join: 'round', cap: 'round', width, color, alpha })
  }

  private number(): void {
    const { stops } = this.drawn
    while (this.numbers.children.length < stops.length) this.numbers.addChild(new Sprite({ anchor: 0.5 }))
    while (this.numbers.children.length > stops.length) this.numbers.children.at(-1)?.destroy()
    for (const [i, { number, present }] of stops.entries()) {
      const sprite = this.numbers.children[i]
      if (sprite instanceof Sprite) sprite.texture = this.disc(number, present)
    }
  }

  private disc(number: number, present: boolean): Texture {
    const key = `${number} ${present}`
    const known = this.discs.get(key)
    if (known) return known
    const resource = disc(String(number), present, this.resolution)
    const texture = new Texture({ source: new CanvasSource({ resource, resolution: this.resolution }) })
    this.discs.set(key, texture)
    return texture
  }
}

/** A number on a disc: white on blossom where one goes next, the other way round for later stops. */
function disc(text: string, present: boolean, resolution: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const size = DISC + 4
  canvas.width = canvas.height = Math.ceil(size * resolution)
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  pen.scale(resolution, resolution)
  pen.beginPath()
  pen.arc(size / 2, size / 2, DISC / 2, 0, Math.PI * 2)
  pen.fillStyle = present ? PALETTE.blossomDeep : '#fffdf8'
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = present ? '#fffdf8' : PALETTE.blossomDeep
  pen.stroke()
  pen.fillStyle = present ? '#ffffff' : PALETTE.blossomDeep
  pen.font = `600 ${text.length > 2 ? 10 : 13}px ${TEXT}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, size / 2, size / 2 + 0.5)
  return canvas
}
