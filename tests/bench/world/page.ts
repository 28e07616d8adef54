/**
 * The world without the app: a sample hall in the real engine, for benches and for looking at.
 *
 *   npx vite --config tests/bench/world/vite.config.ts --port 4510
 *   http://localhost:4510/?booths=130&people=120&at=0,20,180,1.7
 *
 * booths, people   how many (130, 80)
 * at               x, z, heading, height and, optionally, pitch of a fixed camera (metres, degrees: heading as in the plan,
 *                  pitch down is positive); without it the camera follows the visitor as in the app
 * self             x, z, heading of the visitor (default: the gate)
 * tier, language   low | medium | high; ru | en
 * still            1: one composed frame and then nothing; `window.ready` is true when it is drawn
 * lineup           people stand in rows before the camera: stand | walk | strip | group
 * bare             1: only people, on grass
 * fov              vertical field of view, degrees
 * time             seconds of the clock in a still (0)
 */
import '@fontsource-variable/literata/index.css'
import '@fontsource-variable/onest/index.css'
import { Object3D, Vector3 } from 'three'
import type { Tier } from '../../../client/state/settings.ts'
import { Engine } from '../../../client/world/engine.ts'
import type { Part } from '../../../client/world/frame.ts'
import { HallWorld } from '../../../client/world/hall-world.ts'
import type { Language } from '../../../shared/language.ts'
import { lineUp } from './line-up.ts'
import { sampleHall } from './sample-hall.ts'

declare global {
  interface Window {
    ready?: boolean
    world?: {
      engine: Engine
      hall: HallWorld
      still(at: readonly number[], time?: number): void
      figures(): Record<string, unknown>
    }
  }
}

const params = new URLSearchParams(location.search)
const number = (name: string, fallback: number): number => Number(params.get(name) ?? fallback)
const numbers = (name: string): number[] | null => params.get(name)?.split(',').map(Number) ?? null

const still = params.get('still') === '1'
const began = performance.now()
const clock = (): number => (still ? 100_000 + number('time', 0) * 1000 : 100_000 + performance.now() - began)

const canvas = document.createElement('canvas')
document.body.append(canvas)
await Promise.all(
  ['600 40px "Literata Variable"', '600 40px "Onest Variable"'].map((font) => document.fonts.load(font, 'Аллея')),
)

const hall = sampleHall(number('booths', 130), number('people', 80), clock)
const engine = new Engine(canvas, { now: clock, still: false })
engine.renderer.debug.onShaderError = (gl, program, vertex, fragment) => {
  console.error(gl.getProgramInfoLog(program), gl.getShaderInfoLog(vertex), gl.getShaderInfoLog(fragment))
}
const mounting = performance.now()
const world = new HallWorld(engine, {
  hall,
  self: {
    personId: 'self',
    look: { build: 1, height: 2, skin: 1, hair: 2, hairStyle: 1, shirt: 1, trousers: 4, outfit: 1 },
  },
  title: { ru: 'Аллея', en: 'Alleya' },
  language: (params.get('language') ?? 'ru') as Language,
  tier: (params.get('tier') ?? 'high') as Tier,
  canvas,
  stick: { x: 0, z: 0, hurry: false },
  calm: still,
})
const mountMs = performance.now() - mounting

const at = numbers('at')
if (at) engine.add(fixedCamera(at))
const lineup = params.get('lineup')
if (lineup && at) lineUp(lineup, hall, at)
engine.resize(innerWidth, innerHeight, number('dpr', 1))
if (params.has('fov')) {
  engine.camera.fov = number('fov', 50)
  engine.camera.updateProjectionMatrix()
}

window.world = {
  engine,
  hall: world,
  still(where, time = 0) {
    engine.add(fixedCamera(where))
    engine.frame.time = time
    for (let i = 0; i < 40; i++) engine.advance(0.1)
    engine.step(0.016)
  },
  figures: () => ({
    mountMs,
    drawCalls: engine.renderer.info.render.calls,
    triangles: engine.renderer.info.render.triangles,
    people: world.people.triangles,
    hall: hall.plan.hall,
    alleys: hall.plan.alleys.map((one) => [one.role, one.x, one.z, one.toX, one.toZ, one.width]),
    gate: hall.plan.entrances.map((one) => [one.x, one.z, one.heading]),
    plazas: hall.plan.plazas.map((one) => [one.x, one.z, one.radius]),
  }),
}

await world.ready
if (params.get('bare') === '1') {
  for (const part of world.park.object.children) part.visible = ['sky', 'grass'].includes(part.name)
}
if (still) {
  for (let i = 0; i < 40; i++) engine.advance(0.1)
  if (lineup === 'strip') for (let i = 0; i < 8; i++) world.people.motion.phase[i + 1] = (i / 8) * Math.PI * 2
  engine.step(0)
  window.ready = true
} else {
  engine.start()
  setInterval(() => hall.refresh(clock()), 1000)
  window.ready = true
}

function fixedCamera([x = 0, z = 0, heading = 0, height = 1.7, pitch = 0]: readonly number[]): Part {
  const target = new Vector3()
  const turn = (heading * Math.PI) / 180
  const down = (pitch * Math.PI) / 180
  return {
    object: new Object3D(),
    steps: {
      camera: ({ camera }) => {
        camera.position.set(x, height, z)
        target.set(x + Math.sin(turn) * Math.cos(down), height - Math.sin(down), z + Math.cos(turn) * Math.cos(down))
        camera.lookAt(target)
        camera.updateMatrixWorld()
      },
    },
    dispose() {},
  }
}
