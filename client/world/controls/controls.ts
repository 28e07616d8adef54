/**
 * Step 1: keys, stick and pointer become wishes of the visitor. Whoever steers walks where the camera looks; whoever clicks
 * goes there; a booth that is clicked opens.
 */
import { Object3D, Plane, Raycaster, Vector2, Vector3 } from 'three'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { type HallNow, useHall } from '../../state/hall.ts'
import { useShownPart } from '../../state/shown-part.ts'
import type { Boom } from '../camera/boom.ts'
import type { Engine } from '../engine.ts'
import type { Frame, Part } from '../frame.ts'
import type { Park } from '../park/park.ts'
import { partAlong } from '../park/picking.ts'
import { Keyboard } from './keyboard.ts'
import { Pointer } from './pointer.ts'
import type { Stick } from './stick.ts'

/** Steering is told again when it turned this much (radians) or this long ago (s): walks are short and end. */
const TURNED = 0.12
const AGAIN = 0.25
/** How far away the floor can be clicked, and how far beside a walkable place, metres. */
const FLOOR_WITHIN = 80
const BESIDE = 2.5
const FLOOR = new Plane(new Vector3(0, 1, 0), 0)

export interface ControlsOptions {
  readonly hall: HallNow
  readonly boom: Boom
  readonly park: Park
  readonly stick: Stick
  readonly canvas: HTMLCanvasElement
}

export class Controls implements Part {
  readonly object = new Object3D()
  readonly steps: Part['steps'] = { input: (frame) => this.update(frame) }
  private readonly options: ControlsOptions
  private readonly engine: Engine
  private readonly keyboard: Keyboard
  private readonly pointer: Pointer
  private readonly raycaster = new Raycaster()
  private readonly at = new Vector2()
  private readonly hit = new Vector3()
  private readonly wish = { x: 0, z: 0 }
  private steers = false
  private told = { angle: 0, length: 0, hurry: false, ago: 0 }
  private hovering: { x: number; y: number } | null = null

  constructor(engine: Engine, options: ControlsOptions) {
    this.engine = engine
    this.options = options
    const { boom, canvas } = options
    const actions = {
      orbit: (left: number, down: number) => {
        boom.orbit(left, down)
        engine.wake()
      },
      zoom: (factor: number) => {
        boom.zoom(factor)
        engine.wake()
      },
    }
    this.keyboard = new Keyboard(canvas, actions)
    this.pointer = new Pointer(canvas, {
      ...actions,
      pick: (x, y, twice) => this.pick(x, y, twice),
      hover: (x, y) => {
        this.hovering = { x, y }
      },
      leave: () => {
        this.hovering = null
        this.point(null)
      },
    })
  }

  dispose(): void {
    this.keyboard.dispose()
    this.pointer.dispose()
    this.point(null)
    if (this.steers) this.options.hall.visitor.steer({ x: 0, z: 0 })
  }

  private update({ delta, self }: Frame): void {
    this.keyboard.update(delta)
    this.steer(delta)
    if (self.speed > 0 || this.keyboard.busy) this.engine.wake()
    if (this.hovering) {
      this.point(this.boothAt(this.hovering.x, this.hovering.y))
      this.hovering = null
    }
  }

  private steer(delta: number): void {
    const { wish, told } = this
    const { boom, stick, hall } = this.options
    wish.x = stick.x
    wish.z = stick.z
    this.keyboard.direction(wish)
    const length = Math.min(1, Math.hypot(wish.x, wish.z))
    told.ago += delta
    if (length < 0.08) {
      if (this.steers) hall.visitor.steer({ x: 0, z: 0 })
      this.steers = false
      return
    }
    const hurry = this.keyboard.hurry || stick.hurry
    const angle = boom.yaw + Math.atan2(wish.x, wish.z)
    const turned =
      Math.abs(angle - told.angle) > TURNED || Math.abs(length - told.length) > 0.15 || hurry !== told.hurry
    if (this.steers && !turned && told.ago < AGAIN) return
    this.steers = true
    told.angle = angle
    told.length = length
    told.hurry = hurry
    told.ago = 0
    hall.visitor.steer({ x: Math.sin(angle) * length, z: Math.cos(angle) * length }, hurry)
  }

  private pick(x: number, y: number, twice: boolean): void {
    const { visitor, grid } = this.options.hall
    this.engine.wake()
    const booth = this.boothAt(x, y)
    if (booth) {
      const place = boothsOf(this.options.hall.plan).get(booth)
      const part = place ? partAlong(place)(this.raycaster.ray) : null
      if (part) useShownPart.getState().show(booth, part)
      useHall.setState({ openBooth: booth })
      if (twice) visitor.walkToBooth(booth)
      return
    }
    const { ray } = this.raycaster
    if (!ray.intersectPlane(FLOOR, this.hit) || ray.origin.distanceTo(this.hit) > FLOOR_WITHIN) return
    const place = grid.nearest({ x: this.hit.x, z: this.hit.z }, BESIDE)
    if (place) visitor.walkTo(place)
  }

  private boothAt(x: number, y: number): string | null {
    this.raycaster.setFromCamera(this.at.set(x, y), this.engine.camera)
    return this.options.park.boothAt(this.raycaster.ray)
  }

  private point(boothId: string | null): void {
    if (useHall.getState().hoveredBooth === boothId) return
    useHall.setState({ hoveredBooth: boothId })
    this.options.canvas.style.cursor = boothId ? 'pointer' : ''
    this.engine.wake()
  }
}
