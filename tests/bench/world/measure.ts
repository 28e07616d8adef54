/**
 * What the bench asks of the page. Draw calls and buffer uploads are stubbed on the context itself: three.js prepares
 * everything as usual, nothing is drawn, and what would be sent is counted. Where the processor draws, as in most places a
 * bench runs, an upload waits for the drawing of the frames before, which is not what our code costs.
 */
import { Object3D, Vector3 } from 'three'
import type { Engine } from '../../../client/world/engine.ts'
import type { Part } from '../../../client/world/frame.ts'
import type { HallWorld } from '../../../client/world/hall-world.ts'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { Point } from '../../../shared/floorplan/point.ts'
import { naiveWorld } from './naive.ts'
import type { SampleHall } from './sample-hall.ts'

export interface Figures {
  readonly drawCalls: number
  readonly triangles: number
  readonly jsMsMedian: number
  readonly jsMsP95: number
  /** Sent to the graphics card in a frame, kilobytes, at the median. */
  readonly uploadKB: number
  readonly naiveMsMedian: number
  readonly vsNaive: number
  readonly mountMs: number
}

export interface Bench {
  measure(frames: number): Promise<Figures>
  /** Leaves the hall and comes in again, so many times. */
  switchHalls(times: number): Promise<void>
}

const STUBBED = [
  'drawElements',
  'drawArrays',
  'drawElementsInstanced',
  'drawArraysInstanced',
  'drawRangeElements',
] as const
/** Frames before the measurement: levels of detail are drawn when first seen. */
const WARM_UP = 240

export function openBench(engine: Engine, hall: SampleHall, mount: () => HallWorld, clock: { shift: number }): Bench {
  let world = mount()
  const timed = (run: () => void): number => {
    const began = performance.now()
    run()
    return performance.now() - began
  }
  return {
    async measure(frames) {
      world.dispose()
      const mounts: number[] = []
      for (let i = 0; i < 5; i++) {
        mounts.push(
          timed(() => {
            world = mount()
          }),
        )
        if (i < 4) world.dispose()
      }
      await world.ready
      const stroll = strollingCamera(hall)
      engine.add(stroll)
      const sent = stub(engine)
      let drawCalls = 0
      let triangles = 0
      const step = (): void => {
        clock.shift += 1000 / 60
        engine.step(1 / 60)
      }
      for (let i = 0; i < WARM_UP; i++) {
        step()
        if (i % 30 === 0) await pause()
      }
      const times: number[] = []
      const uploads: number[] = []
      for (let i = 0; i < frames; i++) {
        hall.refresh(hall.now())
        sent.bytes = 0
        times.push(timed(step))
        uploads.push(sent.bytes)
        const { calls, triangles: count } = engine.renderer.info.render
        drawCalls = Math.max(drawCalls, calls)
        triangles = Math.max(triangles, count)
        if (i % 30 === 0) await pause()
      }
      engine.remove(stroll)
      const naive = naiveWorld(hall)
      const naiveTimes: number[] = []
      for (let i = 0; i < 30; i++) {
        hall.crowd.sample(hall.now() + i * 16)
        const ms = timed(() => {
          naive.update(hall.crowd)
          engine.renderer.render(naive.scene, engine.camera)
        })
        if (i >= 5) naiveTimes.push(ms)
        await pause()
      }
      naive.dispose()
      const jsMsMedian = quantile(times, 0.5)
      const naiveMsMedian = quantile(naiveTimes, 0.5)
      return {
        drawCalls,
        triangles,
        jsMsMedian: rounded(jsMsMedian),
        jsMsP95: rounded(quantile(times, 0.95)),
        uploadKB: Math.round(quantile(uploads, 0.5) / 1000),
        naiveMsMedian: rounded(naiveMsMedian),
        vsNaive: Math.round(naiveMsMedian / jsMsMedian),
        mountMs: Math.round(quantile(mounts, 0.5)),
      }
    },
    async switchHalls(times) {
      for (let i = 0; i < times; i++) {
        world.dispose()
        world = mount()
        await world.ready
        for (let k = 0; k < 10; k++) engine.step(1 / 60)
        await pause()
      }
    },
  }
}

/** A camera that walks from booth to booth at eye level, a step a frame. */
function strollingCamera(hall: SampleHall): Part {
  const stops: Point[] = [...boothsOf(hall.plan).values()].map((place) => place.visitor)
  const target = new Vector3()
  let along = 0
  return {
    object: new Object3D(),
    steps: {
      camera: ({ camera }) => {
        along += 1.4 / 60
        const i = Math.floor(along / 6) % (stops.length - 1)
        const t = (along / 6) % 1
        const from = stops[i] as Point
        const to = stops[i + 1] as Point
        camera.position.set(from.x + (to.x - from.x) * t, 1.9, from.z + (to.z - from.z) * t)
        const angle = along * 0.2
        target.set(camera.position.x + Math.sin(angle), 1.8, camera.position.z + Math.cos(angle))
        camera.lookAt(target)
        camera.updateMatrixWorld()
      },
    },
    dispose() {},
  }
}

function stub(engine: Engine): { bytes: number } {
  const gl = engine.renderer.getContext() as WebGL2RenderingContext
  const sent = { bytes: 0 }
  for (const name of STUBBED) Object.defineProperty(gl, name, { value: () => undefined })
  const upload = (_target: number, _at: number, data: ArrayBufferView, _from: number, count: number): void => {
    sent.bytes += count ? count * 4 : data.byteLength
  }
  Object.defineProperty(gl, 'bufferSubData', { value: upload })
  return sent
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
const rounded = (value: number): number => Math.round(value * 1000) / 1000

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
