/** Where we are going: dots that stay where they are while we walk over them, and a ring at the end. */
import { Container, Particle, ParticleContainer, Sprite } from 'pixi.js'
import { distance, type Point } from '../../../shared/floorplan/point.ts'
import { type Camera, type Pixel, toScreen, type Viewport } from '../camera.ts'
import type { Stamps } from './stamps.ts'

/** CSS pixels from dot to dot, and the most dots of a way. */
const APART = 11
const MOST = 400

export class WayLayer {
  readonly container = new Container()
  private readonly dots: ParticleContainer
  private readonly target: Sprite
  private readonly stamps: Stamps

  constructor(stamps: Stamps) {
    this.stamps = stamps
    this.dots = new ParticleContainer({ texture: stamps.step, dynamicProperties: { position: true } })
    this.target = new Sprite({ texture: stamps.target, anchor: 0.5 })
    this.container.addChild(this.dots, this.target)
  }

  /** @param ahead the way from where we are; empty when standing */
  show(ahead: readonly Point[], camera: Camera, view: Viewport): void {
    const end = ahead.at(-1)
    this.container.visible = end !== undefined && ahead.length > 1
    if (!end || !this.container.visible) return
    const { x, y } = toScreen(camera, view, end)
    this.target.position.set(x, y)
    const places = dotted(ahead, APART / camera.scale, MOST)
    const particles = this.dots.particleChildren
    const grew = particles.length !== places.length
    while (particles.length < places.length) {
      particles.push(new Particle({ texture: this.stamps.step, anchorX: 0.5, anchorY: 0.5 }))
    }
    particles.length = places.length
    for (const [i, place] of places.entries()) {
      const at: Pixel = toScreen(camera, view, place)
      const particle = particles[i]
      if (!particle) continue
      particle.x = at.x
      particle.y = at.y
    }
    if (grew) this.dots.update()
  }

  dispose(): void {
    this.container.destroy({ children: true })
  }
}

/** Points `step` metres apart along a way, counted from its end, so that they don't creep as its start is walked off. */
export function dotted(way: readonly Point[], step: number, most: number): Point[] {
  const dots: Point[] = []
  let next = step
  let gone = 0
  for (let i = way.length - 1; i > 0 && dots.length < most; i--) {
    const from = way[i] as Point
    const to = way[i - 1] as Point
    const length = distance(from, to)
    for (; next <= gone + length && dots.length < most; next += step) {
      const t = (next - gone) / length
      dots.push({ x: from.x + (to.x - from.x) * t, z: from.z + (to.z - from.z) * t })
    }
    gone += length
  }
  return dots
}
