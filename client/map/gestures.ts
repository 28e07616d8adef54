/** Mouse, finger and wheel over the map, told as intentions. Nothing needs a drag: buttons and keys do the same. */
import type { Pixel } from './camera.ts'

/** Places are CSS pixels from the top left of the map, times those of `performance.now`. */
export interface Intentions {
  /** Where the mouse rests; null when it has left. */
  point(at: Pixel | null): void
  tap(at: Pixel): void
  doubleTap(at: Pixel): void
  drag(by: Pixel): void
  /** Let go of after a drag, with a speed in pixels a second. */
  release(speed: Pixel): void
  zoom(at: Pixel, factor: number): void
}

/** A pointer that moved less than this is a click, CSS pixels. */
const SLOP = 6
/** Two taps within this time and distance are one double tap. */
const DOUBLE_MS = 320
const DOUBLE_APART = 24
/** A pointer that rested this long before it was lifted throws nothing, ms. */
const RESTED_MS = 60
/** How much of the last speed counts against what was known before. */
const FRESH = 0.6

export class Gestures {
  private readonly host: HTMLElement
  private readonly intentions: Intentions
  private readonly pointers = new Map<number, Pixel>()
  private readonly ends = new AbortController()
  private began: Pixel = { x: 0, y: 0 }
  private moved = false
  private speed: Pixel = { x: 0, y: 0 }
  private movedAt = 0
  private tapped: { readonly at: Pixel; readonly time: number } | null = null

  constructor(host: HTMLElement, intentions: Intentions) {
    this.host = host
    this.intentions = intentions
    const { signal } = this.ends
    host.addEventListener('pointerdown', (event) => this.down(event), { signal })
    host.addEventListener('pointermove', (event) => this.move(event), { signal })
    host.addEventListener('pointerup', (event) => this.up(event), { signal })
    host.addEventListener('pointercancel', (event) => this.cancel(event), { signal })
    host.addEventListener('pointerleave', () => intentions.point(null), { signal })
    host.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false })
  }

  dispose(): void {
    this.ends.abort()
  }

  private placeOf(event: MouseEvent): Pixel {
    const box = this.host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return
    this.host.setPointerCapture(event.pointerId)
    const at = this.placeOf(event)
    this.pointers.set(event.pointerId, at)
    this.moved = this.pointers.size > 1
    this.began = at
    this.speed = { x: 0, y: 0 }
    // Reading a tag and dragging the map don't go together.
    if (event.pointerType !== 'mouse') this.intentions.point(null)
  }

  private move(event: PointerEvent): void {
    const at = this.placeOf(event)
    const before = this.pointers.get(event.pointerId)
    if (!before) {
      if (event.pointerType === 'mouse') this.intentions.point(at)
      return
    }
    if (!this.moved && Math.hypot(at.x - this.began.x, at.y - this.began.y) < SLOP) return
    if (!this.moved) this.intentions.point(null)
    this.moved = true
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1]
    this.pointers.set(event.pointerId, at)
    const by = { x: at.x - before.x, y: at.y - before.y }
    if (other) {
      const apart = Math.hypot(at.x - other.x, at.y - other.y)
      const wasApart = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y))
      this.intentions.drag({ x: by.x / 2, y: by.y / 2 })
      this.intentions.zoom({ x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }, apart / wasApart)
      return
    }
    this.measure(by)
    this.intentions.drag(by)
  }

  private measure(by: Pixel): void {
    const now = performance.now()
    const seconds = Math.max(0.004, (now - this.movedAt) / 1000)
    this.movedAt = now
    if (seconds > RESTED_MS / 1000) this.speed = { x: 0, y: 0 }
    else {
      this.speed = {
        x: this.speed.x * (1 - FRESH) + (by.x / seconds) * FRESH,
        y: this.speed.y * (1 - FRESH) + (by.y / seconds) * FRESH,
      }
    }
  }

  private up(event: PointerEvent): void {
    if (!this.pointers.delete(event.pointerId) || this.pointers.size > 0) return
    const now = performance.now()
    if (this.moved) {
      if (now - this.movedAt < RESTED_MS) this.intentions.release(this.speed)
      return
    }
    const at = this.placeOf(event)
    const { tapped } = this
    const twice =
      tapped !== null &&
      now - tapped.time < DOUBLE_MS &&
      Math.hypot(at.x - tapped.at.x, at.y - tapped.at.y) < DOUBLE_APART
    this.tapped = twice ? null : { at, time: now }
    if (twice) this.intentions.doubleTap(at)
    else this.intentions.tap(at)
  }

  private cancel(event: PointerEvent): void {
    this.pointers.delete(event.pointerId)
    this.moved = true
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault()
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1)
    // A pinch on a trackpad comes as a wheel with ctrl, in smaller steps.
    const rate = event.ctrlKey ? 0.01 : 0.0022
    this.intentions.zoom(this.placeOf(event), Math.exp(-Math.max(-240, Math.min(240, pixels)) * rate))
  }
}
