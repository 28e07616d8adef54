import { useSettings } from '../../state/settings.ts'

/**
 * Keys of the world, by their place on the board, so that they are the same in every layout. They work while the canvas, or
 * nothing at all, has the focus; whoever types in a field types.
 */
export interface KeyActions {
  orbit(left: number, down: number): void
  zoom(factor: number): void
}

/** Radians and shares a second while a key is held. */
const TURN = 1.6
const TILT = 0.8
const DRAW = 2.2

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  KeyW: [0, 1],
  ArrowUp: [0, 1],
  KeyS: [0, -1],
  ArrowDown: [0, -1],
  KeyA: [1, 0],
  ArrowLeft: [1, 0],
  KeyD: [-1, 0],
  ArrowRight: [-1, 0],
}
const HELD = new Set([
  ...Object.keys(MOVES),
  'KeyQ',
  'KeyE',
  'PageUp',
  'PageDown',
  'Equal',
  'Minus',
  'NumpadAdd',
  'NumpadSubtract',
])

export class Keyboard {
  hurry = false
  private readonly held = new Set<string>()
  private readonly canvas: HTMLCanvasElement
  private readonly actions: KeyActions

  constructor(canvas: HTMLCanvasElement, actions: KeyActions) {
    this.canvas = canvas
    this.actions = actions
    window.addEventListener('keydown', this.down)
    window.addEventListener('keyup', this.up)
    window.addEventListener('blur', this.release)
  }

  /** Adds what the held arrows ask for: to the left and ahead, −1…1 each. */
  direction(into: { x: number; z: number }): void {
    for (const code of this.held) {
      const move = MOVES[code]
      if (!move) continue
      into.x += move[0]
      into.z += move[1]
    }
  }

  update(delta: number): void {
    const { held, actions } = this
    if (held.size === 0) return
    const turn = (held.has('KeyQ') ? 1 : 0) - (held.has('KeyE') ? 1 : 0)
    const tilt = (held.has('PageUp') ? 1 : 0) - (held.has('PageDown') ? 1 : 0)
    if (turn !== 0 || tilt !== 0) actions.orbit(turn * TURN * delta, tilt * TILT * delta)
    const out =
      (held.has('Minus') || held.has('NumpadSubtract') ? 1 : 0) - (held.has('Equal') || held.has('NumpadAdd') ? 1 : 0)
    if (out !== 0) actions.zoom(DRAW ** (out * delta))
  }

  get busy(): boolean {
    return this.held.size > 0
  }

  dispose(): void {
    window.removeEventListener('keydown', this.down)
    window.removeEventListener('keyup', this.up)
    window.removeEventListener('blur', this.release)
  }

  private readonly down = (event: KeyboardEvent): void => {
    this.hurry = event.shiftKey
    if (event.ctrlKey || event.metaKey || event.altKey || !this.listens(event.code)) return
    if (!HELD.has(event.code)) return
    this.held.add(event.code)
    event.preventDefault()
  }

  private readonly up = (event: KeyboardEvent): void => {
    this.hurry = event.shiftKey
    this.held.delete(event.code)
  }

  private readonly release = (): void => {
    this.held.clear()
    this.hurry = false
  }

  /** Letters are single-key shortcuts: with those switched off they work on the focused canvas alone (WCAG 2.1.4). */
  private listens(code: string): boolean {
    const active = document.activeElement
    if (active === this.canvas) return true
    if (active !== document.body && active !== null) return false
    return useSettings.getState().shortcuts || code.startsWith('Arrow')
  }
}
