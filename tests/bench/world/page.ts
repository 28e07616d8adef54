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
 * bench            1: nothing is shown, `window.bench` waits to be asked (`npm run bench -- world`)
 * still            1: one composed frame and then nothing; `window.ready` is true when it is drawn
 * lineup           people stand in rows before the camera: stand | walk | strip | group
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
import type { Look } from '../../../shared/people/look.ts'
import { lineUp } from './line-up.ts'
import { type Bench, openBench } from './measure.ts'
import { type SampleHall, sampleHall } from './sample-hall.ts'

declare global {
  interface Window {
    ready?: boolean
    bench?: Bench
    /** For a look from the console, and for taking stills. */
    world?: { engine: Engine; hall: HallWorld; sample: SampleHall }
  }
}

const SELF: Look = { build: 1, height: 2, skin: 1, hair: 2, hairStyle: 1, shirt: 1, trousers: 4, outfit: 1 }

const params = new URLSearchParams(location.search)
const number = (name: string, fallback: number): number => Number(params.get(name) ?? fallback)
const numbers = (name: string): number[] | null => params.get(name)?.split(',').map(Number) ?? null

const still = params.get('still') === '1'
const benched = params.get('bench') === '1'
const began = performance.now()
/** The room clock: stands in stills, is pushed on frame by frame in the bench. */
const shifted = { shift: 0 }
const clock = (): number => {
  const passed = still ? number('time', 0) * 1000 : benched ? shifted.shift : performance.now() - began
  return 100_000 + passed
}

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
const mount = (): HallWorld =>
  new HallWorld(engine, {
    hall,
    self: { personId: 'self', look: SELF },
    title: { ru: 'Аллея', en: 'Alleya' },
    language: (params.get('language') ?? 'ru') as Language,
    tier: (params.get('tier') ?? 'high') as Tier,
    canvas,
    stick: { x: 0, z: 0, hurry: false },
    calm: still,
  })
engine.resize(innerWidth, innerHeight, number('dpr', 1))

if (benched) window.bench = openBench(engine, hall, mount, shifted)
else await show()

async function show(): Promise<void> {
  const world = mount()
  window.world = { engine, hall: world, sample: hall }
  const at = numbers('at')
  if (at) engine.add(fixedCamera(at))
  const lineup = params.get('lineup')
  if (lineup && at) lineUp(lineup, hall, at)
  if (params.has('fov')) {
    engine.camera.fov = number('fov', 50)
    engine.camera.updateProjectionMatrix()
  }
  await world.ready
  if (!still) {
    engine.start()
    setInterval(() => hall.refresh(clock()), 1000)
  } else {
    // Posters come one after another, and everything eases: give both time.
    for (let i = 0; i < 40; i++) {
      engine.advance(0.1)
      if (i % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 150))
    }
    if (lineup === 'strip') for (let i = 0; i < 8; i++) world.people.motion.phase[i + 1] = (i / 8) * Math.PI * 2
    engine.step(0)
  }
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
