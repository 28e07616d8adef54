/**
 * Mouse and touch on the canvas: drag to look around, wheel or pinch to draw near, click or tap to go or to open.
 */
export interface PointerActions {
  orbit(left: number, down: number): void
  zoom(factor: number): void
  /** Normalised device coordinates, −1…1. */
  pick(x: number, y: number, twice: boolean): void
  hover(x: number, y: number): void
  leave(): void
}

/** Radians for a drag over the whole height of the canvas. */
const TURN = 2.6
/** A press that wandered further (CSS pixels) or stayed longer (ms) is no click. */
const CLICK = { within: 8, before: 450 }
const TWICE = 350

interface Press {
  x: number
  y: number
}

export class Pointer {
  private readonly presses = new Map<number, Press>()
  private readonly canvas: HTMLCanvasElement
  private readonly actions: PointerActions
  private wandered = 0
  private pressedAt = 0
  private clickedAt = 0
  private pinch = 0

  constructor(canvas: HTMLCanvasElement, actions: PointerActions) {
    this.canvas = canvas
    this.actions = actions
    canvas.style.touchAction = 'none'
    canvas.addEventListener('pointerdown', this.down)
    canvas.addEventListener('pointermove', this.move)
    canvas.addEventListener('pointerup', this.up)
    canvas.addEventListener('pointercancel', this.cancel)
    canvas.addEventListener('pointerleave', this.leave)
    canvas.addEventListener('wheel', this.wheel, { passive: false })
    canvas.addEventListener('contextmenu', preventDefault)
  }

  dispose(): void {
    const { canvas } = this
    canvas.removeEventListener('pointerdown', this.down)
    canvas.removeEventListener('pointermove', this.move)
    canvas.removeEventListener('pointerup', this.up)
    canvas.removeEventListener('pointercancel', this.cancel)
    canvas.removeEventListener('pointerleave', this.leave)
    canvas.removeEventListener('wheel', this.wheel)
    canvas.removeEventListener('contextmenu', preventDefault)
  }

  private readonly down = (event: PointerEvent): void => {
    this.canvas.focus({ preventScroll: true })
    this.canvas.setPointerCapture(event.pointerId)
    this.presses.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (this.presses.size > 1) {
      // Two fingers never end as a click.
      this.wandered = CLICK.within * 2
      this.pinch = this.spread()
      return
    }
    this.wandered = 0
    this.pressedAt = event.timeStamp
  }

  private readonly move = (event: PointerEvent): void => {
    const press = this.presses.get(event.pointerId)
    if (!press) {
      if (event.pointerType === 'mouse') this.actions.hover(...this.normalised(event))
      return
    }
    const dx = event.clientX - press.x
    const dy = event.clientY - press.y
    press.x = event.clientX
    press.y = event.clientY
    if (this.presses.size === 2) {
      const spread = this.spread()
      if (this.pinch > 0 && spread > 0) this.actions.zoom(this.pinch / spread)
      this.pinch = spread
      return
    }
    this.wandered += Math.abs(dx) + Math.abs(dy)
    if (this.wandered < CLICK.within) return
    const height = Math.max(320, this.canvas.clientHeight)
    this.actions.orbit((dx / height) * TURN, (dy / height) * TURN * 0.8)
  }

  private readonly up = (event: PointerEvent): void => {
    const pressed = this.presses.delete(event.pointerId)
    if (!pressed || this.presses.size > 0 || event.button > 0) return
    if (this.wandered >= CLICK.within || event.timeStamp - this.pressedAt > CLICK.before) return
    const twice = event.timeStamp - this.clickedAt < TWICE
    this.clickedAt = event.timeStamp
    this.actions.pick(...this.normalised(event), twice)
  }

  private readonly cancel = (event: PointerEvent): void => {
    this.presses.delete(event.pointerId)
  }

  private readonly leave = (): void => this.actions.leave()

  private readonly wheel = (event: WheelEvent): void => {
    // Zooming the page itself stays the browser's.
    if (event.ctrlKey && event.deltaMode !== 0) return
    event.preventDefault()
    const lines = event.deltaMode === 1 ? event.deltaY * 30 : event.deltaY
    this.actions.zoom(1.0015 ** Math.max(-240, Math.min(240, lines)))
  }

  private normalised(event: PointerEvent): [number, number] {
    const { left, top, width, height } = this.canvas.getBoundingClientRect()
    return [((event.clientX - left) / width) * 2 - 1, 1 - ((event.clientY - top) / height) * 2]
  }

  private spread(): number {
    const [a, b] = [...this.presses.values()]
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
  }
}

const preventDefault = (event: Event): void => event.preventDefault()
