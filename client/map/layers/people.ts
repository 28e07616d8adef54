/**
 * Everybody in sight, as particles in CSS pixels of the view. A frame writes numbers into particles that stay; which
 * particles there are changes only when somebody comes or goes.
 */
import { Container, Particle, ParticleContainer, Sprite } from 'pixi.js'
import type { Crowd } from '../../state/crowd.ts'
import type { Camera, Viewport } from '../camera.ts'
import type { Stamps } from './stamps.ts'

/** A person's stamp is drawn at this share of its size when one looks from far, and grows as one comes near. */
export const personSize = (scale: number): number => Math.max(0.46, Math.min(1.6, 0.46 + (scale - 4) / 38))

/** How wide the warmth of a far crowd is, metres. */
const WARMTH = 14

export class PeopleLayer {
  /** Everybody, over the labels. */
  readonly container: ParticleContainer
  /** Where it is crowded far away, under the labels. */
  readonly warmth = new Container()
  private readonly stamps: Stamps
  private version = -1
  private distant: Crowd['distant'] | null = null
  private unseen: Crowd['distant'] = []
  private size = 0

  constructor(stamps: Stamps) {
    this.stamps = stamps
    this.container = new ParticleContainer({
      texture: stamps.self,
      dynamicProperties: { position: true, rotation: true, vertex: false, color: false, uvs: false },
    })
  }

  /** Draws `crowd` as last sampled. */
  show(crowd: Crowd, camera: Camera, view: Viewport): void {
    if (this.version !== crowd.version) this.recast(crowd)
    const size = personSize(camera.scale)
    const resized = size !== this.size
    this.size = size
    const particles = this.container.particleChildren
    const { scale } = camera
    const left = view.width / 2 - camera.x * scale
    const top = view.height / 2 - camera.z * scale
    for (let i = 0; i < crowd.count; i++) {
      const particle = particles[i]
      if (!particle) break
      particle.x = left + (crowd.x[i] as number) * scale
      particle.y = top + (crowd.z[i] as number) * scale
      particle.rotation = -(crowd.heading[i] as number)
      if (!resized) continue
      particle.scaleX = size
      particle.scaleY = size
    }
    if (resized) this.container.update()
    this.warm(crowd, camera)
    this.warmth.position.set(left, top)
  }

  dispose(): void {
    this.container.destroy()
    this.warmth.destroy({ children: true })
  }

  private recast(crowd: Crowd): void {
    this.version = crowd.version
    const particles = this.container.particleChildren
    particles.length = 0
    for (const { look, simulated } of crowd.people) {
      const sheet = simulated ? this.stamps.simulated : this.stamps.people
      const texture = sheet[look.shirt] ?? this.stamps.self
      particles.push(
        new Particle({ texture, anchorX: 0.5, anchorY: 0.5, scaleX: this.size || 1, scaleY: this.size || 1 }),
      )
    }
    this.container.update()
  }

  /** The far layer counts everybody; those we see one by one are taken off it. */
  private warm(crowd: Crowd, camera: Camera): void {
    if (this.distant !== crowd.distant) {
      this.distant = crowd.distant
      this.unseen = notInSight(crowd)
      for (const old of this.warmth.removeChildren()) old.destroy()
      for (const { count } of this.unseen) {
        const sprite = new Sprite({ texture: this.stamps.crowd, anchor: 0.5 })
        sprite.alpha = Math.min(1, 0.35 + count / 14)
        this.warmth.addChild(sprite)
      }
    }
    this.unseen.forEach(({ x, z, count }, i) => {
      const sprite = this.warmth.children[i]
      if (!sprite) return
      sprite.position.set(x * camera.scale, z * camera.scale)
      sprite.scale.set((WARMTH * camera.scale * Math.min(1.8, 0.7 + Math.sqrt(count) / 6)) / 128)
    })
  }
}

/** Places of the far layer with the people there who are not listed one by one. */
export function notInSight(crowd: Pick<Crowd, 'distant' | 'count' | 'x' | 'z'>): Crowd['distant'] {
  const left = crowd.distant.map(({ count }) => count)
  for (let i = 0; i < crowd.count; i++) {
    let nearest = -1
    let least = Number.POSITIVE_INFINITY
    for (const [k, place] of crowd.distant.entries()) {
      const away = Math.hypot(place.x - (crowd.x[i] as number), place.z - (crowd.z[i] as number))
      if (away >= least) continue
      least = away
      nearest = k
    }
    if (nearest >= 0) left[nearest] = (left[nearest] as number) - 1
  }
  return crowd.distant.map(({ x, z }, k) => ({ x, z, count: left[k] as number })).filter(({ count }) => count > 0)
}
