import { NeutralToneMapping, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { type Frame, type Part, STEPS, type Step } from './frame.ts'

/** Vertical field of view on a landscape screen, degrees; a portrait one keeps the width of what it shows instead. */
const FIELD = 50
const NARROWEST_FIELD_ACROSS = 38

/** Frames a second while nobody moves: enough for leaves and water. */
const RESTING_RATE = 30

export interface EngineOptions {
  /** The room clock, ms. */
  readonly now: () => number
  /** Leaves, water and petals stand still. */
  readonly still: boolean
  /** After each frame: milliseconds since the one before it. */
  readonly onFrame?: (interval: number) => void
}

/**
 * Renderer, camera and the loop that runs the numbered steps of `frame.ts` over the parts of the world.
 *
 * @throws Error when the browser gives no WebGL 2 context
 */
export class Engine {
  readonly renderer: WebGLRenderer
  readonly scene = new Scene()
  readonly camera = new PerspectiveCamera(FIELD, 1, 0.1, 1500)
  readonly frame: Frame
  private readonly parts: Part[] = []
  private readonly order: ((frame: Frame) => void)[] = []
  private readonly options: EngineOptions
  private request = 0
  private last = 0
  private awakeUntil = 0

  constructor(canvas: HTMLCanvasElement, options: EngineOptions) {
    this.options = options
    this.renderer = new WebGLRenderer({ canvas, antialias: true, stencil: true, powerPreference: 'high-performance' })
    this.renderer.toneMapping = NeutralToneMapping
    this.renderer.info.autoReset = false
    this.scene.matrixWorldAutoUpdate = false
    this.frame = {
      now: options.now(),
      delta: 0,
      time: 0,
      camera: this.camera,
      unfinished: true,
      self: { x: 0, z: 0, heading: 0, speed: 0 },
    }
  }

  add(part: Part): void {
    this.parts.push(part)
    this.scene.add(part.object)
    part.object.updateMatrixWorld(true)
    this.rewire()
  }

  remove(part: Part): void {
    const index = this.parts.indexOf(part)
    if (index < 0) return
    this.parts.splice(index, 1)
    this.scene.remove(part.object)
    this.rewire()
  }

  /** CSS pixels and device pixels for each of them. */
  resize(width: number, height: number, ratio: number): void {
    this.renderer.setPixelRatio(ratio)
    this.renderer.setSize(width, height, false)
    const aspect = width / Math.max(1, height)
    this.camera.aspect = aspect
    this.camera.fov = Math.max(FIELD, fieldDown(NARROWEST_FIELD_ACROSS, aspect))
    this.camera.updateProjectionMatrix()
    this.wake()
  }

  /** Somebody or something moves: full frame rate for the next second. */
  wake(): void {
    this.awakeUntil = performance.now() + 1000
  }

  start(): void {
    if (this.request === 0) this.request = requestAnimationFrame(this.tick)
  }

  stop(): void {
    cancelAnimationFrame(this.request)
    this.request = 0
    this.last = 0
  }

  /** One frame, `delta` seconds after the last. */
  step(delta: number): void {
    this.advance(delta)
    this.renderer.info.reset()
    this.renderer.render(this.scene, this.camera)
  }

  /** Everything of a frame but the drawing. */
  advance(delta: number): void {
    const { frame } = this
    frame.now = this.options.now()
    frame.delta = Math.min(0.1, delta)
    frame.unfinished = false
    if (!this.options.still) frame.time += frame.delta
    for (let i = 0; i < this.order.length; i++) this.order[i]?.(frame)
  }

  dispose(): void {
    this.stop()
    this.renderer.dispose()
    this.renderer.forceContextLoss()
  }

  private readonly tick = (at: number): void => {
    this.request = requestAnimationFrame(this.tick)
    const interval = this.last === 0 ? 1000 / 60 : at - this.last
    const resting = at > this.awakeUntil && !this.frame.unfinished
    if (resting && interval < 1000 / RESTING_RATE - 4) return
    if (resting && this.options.still && interval < 1000) return
    this.last = at
    this.step(interval / 1000)
    if (!resting) this.options.onFrame?.(interval)
  }

  private rewire(): void {
    this.order.length = 0
    for (const step of STEPS) {
      for (const part of this.parts) {
        const run = part.steps[step as Step]
        if (run) this.order.push(run)
      }
    }
  }
}

/** The vertical field (degrees) that shows `across` degrees horizontally. */
function fieldDown(across: number, aspect: number): number {
  return (Math.atan(Math.tan((across * Math.PI) / 360) / aspect) * 360) / Math.PI
}
