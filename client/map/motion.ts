/**
 * How the camera moves by itself: gliding somewhere, running out after a throw, keeping us in the middle.
 * Times are milliseconds of `performance.now`.
 */
import type { Point } from '../../shared/floorplan/point.ts'
import {
  type Camera,
  dragged,
  type Extent,
  fitted,
  kept,
  lookingAt,
  onTheWay,
  type Pixel,
  type Viewport,
} from './camera.ts'

const GLIDE_MS = 480
/** A thrown map loses half of its speed in this time, ms. */
const HALF_LIFE = 130
/** Slower than this a throw is over, pixels a second. */
const STILL = 12
/** How fast a followed visitor is caught up with: half of the way in this time, ms. */
const CATCH_UP = 90

export class Motion {
  camera: Camera
  view: Viewport
  /** Whether the camera keeps us in the middle. */
  following = false
  /** Whether all of the hall is in view, and stays so when the view changes its size. */
  whole = true
  private readonly extent: Extent
  /** Reduced motion: everything at once. */
  private readonly calm: () => boolean
  private glide: {
    readonly from: Camera
    readonly to: Camera
    readonly since: number
  } | null = null
  private thrown: { speed: Pixel; at: number } | null = null
  private at = 0

  constructor(extent: Extent, view: Viewport, calm: () => boolean) {
    this.extent = extent
    this.view = view
    this.calm = calm
    this.camera = fitted(extent, view)
  }

  /** The camera is taken in hand: whatever it did by itself ends. */
  take(camera: Camera): void {
    this.glide = null
    this.thrown = null
    this.whole = false
    this.camera = kept(camera, this.extent)
  }

  drag(by: Pixel): void {
    this.following = false
    this.take(dragged(this.camera, by))
  }

  /** Let go of with a speed, pixels a second. */
  throw(speed: Pixel, now: number): void {
    if (!this.calm() && Math.hypot(speed.x, speed.y) > STILL * 6) this.thrown = { speed, at: now }
  }

  glideTo(to: Camera, now: number): void {
    this.take(this.camera)
    if (this.calm()) this.camera = kept(to, this.extent)
    else this.glide = { from: this.camera, to: kept(to, this.extent), since: now }
  }

  showAll(now: number): void {
    this.following = false
    const whole = fitted(this.extent, this.view)
    this.glideTo(whole, now)
    // The whole hall may be off the middle when something covers an edge; it is meant to be.
    if (this.glide) this.glide = { ...this.glide, to: whole }
    else this.camera = whole
    this.whole = true
  }

  resize(view: Viewport): void {
    this.view = view
    if (!this.whole) return
    this.glide = null
    this.camera = fitted(this.extent, view)
  }

  /** Moves on to `now`; false when the camera rests. */
  step(now: number, self: Point): boolean {
    const passed = Math.min(100, Math.max(0, now - this.at))
    this.at = now
    if (this.glide) {
      const t = Math.min(1, (now - this.glide.since) / GLIDE_MS)
      this.camera = onTheWay(this.glide.from, this.glide.to, 1 - (1 - t) ** 3)
      if (t === 1) this.glide = null
      return true
    }
    if (this.thrown) {
      const { speed } = this.thrown
      this.camera = kept(
        dragged(this.camera, { x: (speed.x * passed) / 1000, y: (speed.y * passed) / 1000 }),
        this.extent,
      )
      const slower = 0.5 ** (passed / HALF_LIFE)
      this.thrown.speed = { x: speed.x * slower, y: speed.y * slower }
      if (Math.hypot(speed.x, speed.y) < STILL) this.thrown = null
      return true
    }
    if (!this.following) return false
    const wanted = kept(lookingAt(self, this.camera.scale, this.view), this.extent)
    const off = Math.hypot(wanted.x - this.camera.x, wanted.z - this.camera.z) * this.camera.scale
    if (off < 0.05) return false
    this.camera = this.calm() || off < 0.5 ? wanted : onTheWay(this.camera, wanted, 1 - 0.5 ** (passed / CATCH_UP))
    return true
  }
}
