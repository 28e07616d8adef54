/**
 * The camera on its boom behind the visitor: turned and drawn in by hand, shortened by walls, swinging gently behind whoever
 * walks. Drawn in all the way it is the visitor's own eyes.
 */
import { Object3D, Vector3 } from 'three'
import type { Frame, Part } from '../frame.ts'
import type { CameraObstacles } from './obstacles.ts'

/** Metres. Below `OWN_EYES` there is no boom. */
const NEAREST = 0
const OWN_EYES = 1
const USUAL = 4
/** Over the crowns of the trees: the hall as a bird sees it. */
const FURTHEST = 48
const EYES = 1.6
/** Looked at beside the visitor's head, so that the way ahead is seen over the shoulder. */
const SHOULDER = 0.35
/** Radians: down is positive. */
const USUAL_PITCH = 0.1
const PITCH = { up: -0.55, down: 1.25 }
/** Someone who looked around themselves keeps that view for a while, seconds. */
const PATIENCE = 2.5
/** Seconds in which most of a change is done. */
const EASE = { move: 0.09, turn: 0.9, draw: 0.18, letOut: 0.5 }
const STEP = 0.15

export class Boom implements Part {
  readonly object = new Object3D()
  readonly steps: Part['steps'] = { camera: (frame) => this.update(frame) }
  /** Where the camera looks, radians as three.js rotation.y of something that faces there. */
  yaw = 0
  private pitch = USUAL_PITCH
  private wished = USUAL
  private length = USUAL
  private readonly at = new Vector3()
  private readonly target = new Vector3()
  private readonly obstacles: CameraObstacles
  /** Cuts instead of glides. */
  private readonly calm: boolean
  private placed = false
  private sinceTouched = Number.POSITIVE_INFINITY

  constructor(obstacles: CameraObstacles, calm: boolean) {
    this.obstacles = obstacles
    this.calm = calm
  }

  /** Radians to the left, and down. */
  orbit(left: number, down: number): void {
    this.yaw += left
    this.pitch = Math.min(PITCH.down, Math.max(PITCH.up, this.pitch + down))
    this.sinceTouched = 0
  }

  /** Above 1: further away. */
  zoom(factor: number): void {
    const from = factor > 1 ? Math.max(this.wished, OWN_EYES) : this.wished
    const wished = Math.min(FURTHEST, Math.max(NEAREST, from * factor))
    this.wished = wished < OWN_EYES && factor < 1 ? NEAREST : wished
  }

  /** Behind the visitor at once: after coming in or being put elsewhere. */
  settle(): void {
    this.placed = false
  }

  dispose(): void {}

  private update(frame: Frame): void {
    const { self, camera, delta } = frame
    this.sinceTouched += delta
    if (!this.placed) {
      this.yaw = self.heading
      this.at.set(self.x, 0, self.z)
    }
    const far = Math.hypot(self.x - this.at.x, self.z - this.at.z) > 4
    const follow = this.calm || !this.placed || far ? 1 : 1 - Math.exp(-delta / EASE.move)
    this.at.x += (self.x - this.at.x) * follow
    this.at.z += (self.z - this.at.z) * follow
    if (self.speed > 0.2 && this.sinceTouched > PATIENCE) this.swingBehind(self.heading, delta)
    this.place(camera, delta)
    this.placed = true
  }

  /** Nobody wants to be spun round for turning back, so what is behind the back is left behind. */
  private swingBehind(heading: number, delta: number): void {
    let turn = (heading - this.yaw) % (Math.PI * 2)
    if (turn > Math.PI) turn -= Math.PI * 2
    else if (turn < -Math.PI) turn += Math.PI * 2
    if (this.calm) this.yaw += turn
    else if (Math.abs(turn) < 2.6) this.yaw += turn * (1 - Math.exp(-delta / EASE.turn))
  }

  private place(camera: Frame['camera'], delta: number): void {
    const { yaw, pitch, at, target } = this
    const own = this.wished < OWN_EYES
    const sin = Math.sin(yaw)
    const cos = Math.cos(yaw)
    const level = Math.cos(pitch)
    const aside = own ? 0 : -SHOULDER * Math.min(1, this.wished / USUAL)
    const baseX = at.x + cos * aside
    const baseZ = at.z - sin * aside
    const free = own ? 0 : this.freeLength(baseX, baseZ, sin * level, Math.sin(pitch), cos * level)
    const ease = this.calm || !this.placed ? 1 : 1 - Math.exp(-delta / (free < this.length ? EASE.draw : EASE.letOut))
    this.length += (free - this.length) * ease
    // Whatever eases, the lens never stays inside a wall.
    if (this.length > free + 0.3) this.length = free + 0.3
    const eyes = EYES + (own ? 0.02 : 0)
    camera.position.set(
      baseX - sin * level * this.length,
      Math.max(0.35, eyes + Math.sin(pitch) * this.length),
      baseZ - cos * level * this.length,
    )
    target.set(camera.position.x + sin * level, camera.position.y - Math.sin(pitch), camera.position.z + cos * level)
    camera.lookAt(target)
    camera.updateMatrixWorld()
  }

  private freeLength(x: number, z: number, alongX: number, up: number, alongZ: number): number {
    for (let length = STEP; length < this.wished; length += STEP) {
      if (this.obstacles.blocks(x - alongX * length, EYES + up * length, z - alongZ * length)) return length - STEP
    }
    return this.wished
  }
}
