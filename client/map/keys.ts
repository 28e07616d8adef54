/**
 * Keys while the map has the focus: arrows and WASD walk, I J K L move the map, + and − zoom, 0 shows the whole hall,
 * F follows. Letters rest where single-key shortcuts are switched off (WCAG 2.1.4); Tab always leads on.
 */
import type { Point } from '../../shared/floorplan/point.ts'
import { useSettings } from '../state/settings.ts'

export interface Commands {
  /** Direction in the hall, length 0 or 1. */
  steer(direction: Point, hurry: boolean): void
  /** One step of the map: direction in the hall. */
  pan(direction: Point): void
  zoom(factor: number): void
  fit(): void
  follow(): void
}

/** North is up: −z. */
const NORTH = { x: 0, z: -1 }
const SOUTH = { x: 0, z: 1 }
const WEST = { x: -1, z: 0 }
const EAST = { x: 1, z: 0 }

/** By `code`, so that WASD lies under the same fingers on a Russian keyboard. */
const WALK: Readonly<Record<string, Point>> = {
  ArrowUp: NORTH,
  ArrowDown: SOUTH,
  ArrowLeft: WEST,
  ArrowRight: EAST,
  KeyW: NORTH,
  KeyS: SOUTH,
  KeyA: WEST,
  KeyD: EAST,
}
const PAN: Readonly<Record<string, Point>> = { KeyI: NORTH, KeyK: SOUTH, KeyJ: WEST, KeyL: EAST }
const CLOSER = 1.5

export class Keys {
  private readonly commands: Commands
  private readonly held = new Set<string>()
  private readonly ends = new AbortController()

  constructor(host: HTMLElement, commands: Commands) {
    this.commands = commands
    const { signal } = this.ends
    host.addEventListener('keydown', (event) => this.down(event), { signal })
    host.addEventListener('keyup', (event) => this.up(event), { signal })
    host.addEventListener('blur', () => this.stop(), { signal })
    window.addEventListener('blur', () => this.stop(), { signal })
  }

  dispose(): void {
    this.stop()
    this.ends.abort()
  }

  private down(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!this.does(event)) return
    event.preventDefault()
  }

  private does(event: KeyboardEvent): boolean {
    const { code, key, repeat, shiftKey } = event
    const single = useSettings.getState().shortcuts
    if (WALK[code] && (single || code.startsWith('Arrow'))) {
      this.held.add(code)
      if (!repeat) this.steer(shiftKey)
      return true
    }
    const pan = PAN[code]
    if (key === '+' || key === '=') this.commands.zoom(CLOSER)
    else if (key === '-') this.commands.zoom(1 / CLOSER)
    else if (key === '0') this.commands.fit()
    else if (single && pan) this.commands.pan(pan)
    else if (single && code === 'KeyF' && !repeat) this.commands.follow()
    else {
      if (code.startsWith('Shift') && this.held.size > 0) this.steer(true)
      return false
    }
    return true
  }

  private up(event: KeyboardEvent): void {
    const walked = this.held.delete(event.code)
    if (walked || (event.code.startsWith('Shift') && this.held.size > 0)) this.steer(event.shiftKey)
  }

  private stop(): void {
    if (this.held.size === 0) return
    this.held.clear()
    this.steer(false)
  }

  private steer(hurry: boolean): void {
    let x = 0
    let z = 0
    for (const code of this.held) {
      x += WALK[code]?.x ?? 0
      z += WALK[code]?.z ?? 0
    }
    const length = Math.hypot(x, z) || 1
    this.commands.steer({ x: x / length, z: z / length }, hurry)
  }
}
