import { PerspectiveCamera } from 'three'
import { describe, expect, test } from 'vitest'
import { Crowd } from '../../../client/state/crowd.ts'
import type { Frame } from '../../../client/world/frame.ts'
import { HEIGHT, strideAt } from '../../../client/world/people/anatomy.ts'
import { Motion } from '../../../client/world/people/motion.ts'
import { ROWS, sculpt } from '../../../client/world/people/sculpt.ts'
import { Seats } from '../../../client/world/people/seats.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { hallPlanOf, hallsOf } from '../../../shared/floorplan/model.ts'
import { toHall } from '../../../shared/floorplan/point.ts'
import type { Look } from '../../../shared/people/look.ts'

const look: Look = { build: 1, height: 2, skin: 0, hair: 0, hairStyle: 0, shirt: 0, trousers: 0, outfit: 0 }
const frame = (): Frame => ({
  now: 0,
  delta: 1 / 60,
  unfinished: false,
  time: 0,
  camera: new PerspectiveCamera(),
  self: { x: 0, z: 0, heading: 0, speed: 0 },
})
const comer = (slot: number) => ({ slot, personId: `p${slot}`, name: 'N', look, simulated: false })

describe('the sculpture of people', () => {
  test('has three levels of detail, each a fraction of the one before', () => {
    const [near, mid, far] = (['near', 'mid', 'far'] as const).map((detail) => sculpt(detail).triangles)
    expect(near).toBeLessThan(2600)
    expect(mid).toBeLessThan(600)
    expect(far).toBeLessThan(120)
  })

  test('stands on the ground and is as tall as an adult in every build, outfit and hair style', () => {
    const { shapes } = sculpt('near')
    const data = shapes.image.data as Float32Array
    const width = shapes.image.width
    for (let row = 0; row < ROWS; row++) {
      let lowest = Number.POSITIVE_INFINITY
      let highest = Number.NEGATIVE_INFINITY
      for (let v = 0; v < width; v += 2) {
        const y = data[(row * width + v) * 4 + 1] as number
        lowest = Math.min(lowest, y)
        highest = Math.max(highest, y)
      }
      expect(lowest).toBeGreaterThan(-0.01)
      expect(lowest).toBeLessThan(0.02)
      expect(highest).toBeGreaterThan(HEIGHT - 0.02)
      expect(highest).toBeLessThan(HEIGHT + 0.1)
    }
  })

  test('has a normal of unit length at every point', () => {
    const { shapes } = sculpt('mid')
    const data = shapes.image.data as Float32Array
    for (let texel = 1; texel < shapes.image.width * ROWS; texel += 2) {
      const [x, y, z] = data.subarray(texel * 4, texel * 4 + 3)
      expect(Math.hypot(x ?? 0, y ?? 0, z ?? 0)).toBeCloseTo(1, 3)
    }
  })
})

describe('motion', () => {
  test('takes one gait cycle for a stride of way, so feet do not slide', () => {
    const crowd = new Crowd()
    const motion = new Motion(crowd, { personId: 'me', look })
    const moment = frame()
    const speed = 1.4
    moment.self.speed = speed
    const step = (): void => {
      moment.self.z += speed * moment.delta
      motion.update(moment)
    }
    for (let i = 0; i < 200; i++) step()
    const stature = motion.stature[0] as number
    const frames = Math.round((strideAt(speed / stature) * stature) / (speed * moment.delta))
    const before = motion.phase[0] as number
    for (let i = 0; i < frames; i++) step()
    const turned = ((motion.phase[0] as number) - before + Math.PI * 3) % (Math.PI * 2)
    expect(Math.abs(turned - Math.PI)).toBeLessThan(0.1)
  })

  test('stays with its person when others come and go', () => {
    const crowd = new Crowd()
    const motion = new Motion(crowd, { personId: 'me', look })
    for (const slot of [1, 2, 3]) crowd.meet(comer(slot), { path: [{ x: slot, z: 0 }], startsAt: 0, speed: 0 })
    crowd.sample(0)
    motion.update(frame())
    motion.wave[3] = 0.7
    crowd.leave(1)
    crowd.sample(0)
    motion.update(frame())
    const row = crowd.people.findIndex((person) => person.slot === 3) + 1
    expect(motion.wave[row]).toBeGreaterThan(0.5)
    expect(motion.x[row]).toBe(3)
  })

  test('turns the short way round', () => {
    const motion = new Motion(new Crowd(), { personId: 'me', look })
    const moment = frame()
    motion.heading[0] = 3
    moment.self.heading = -3
    motion.update(moment)
    expect(motion.heading[0]).toBeGreaterThan(3)
  })
})

describe('benches', () => {
  const document = generatePlan({
    exhibitors: Array.from({ length: 20 }, (_, i) => ({ id: `e${i}`, kind: 'business' as const })),
    stages: [],
  })
  const plan = hallPlanOf(document, hallsOf(document)[0]?.id ?? '')
  const bench = plan?.decorations.find((one) => one.kind === 'bench')

  test('seat whoever stops before them, one a place, and let them go again', () => {
    if (!plan || !bench) throw new Error('the park has no bench')
    const crowd = new Crowd()
    const motion = new Motion(crowd, { personId: 'me', look })
    const seats = new Seats(motion, plan)
    const before = toHall({ x: 0, z: 0.6 }, bench)
    for (const slot of [1, 2]) crowd.meet(comer(slot), { path: [before], startsAt: 0, speed: 0 })
    const moment = frame()
    moment.self.x = 1000
    const run = (frames: number): void => {
      for (let i = 0; i < frames; i++) {
        crowd.sample(moment.now)
        motion.update(moment)
        seats.update(moment)
        seats.place()
      }
    }
    run(200)
    expect(motion.seat[1]).toBe(1)
    expect(motion.seat[2]).toBe(1)
    expect(
      Math.hypot(
        (motion.drawnX[1] as number) - (motion.drawnX[2] as number),
        (motion.drawnZ[1] as number) - (motion.drawnZ[2] as number),
      ),
    ).toBeGreaterThan(0.5)
    crowd.walk(1, { path: [before, { x: before.x + 50, z: before.z }], startsAt: 0, speed: 1.4 })
    moment.now = 1000
    run(200)
    expect(motion.seat[1]).toBe(0)
    expect(motion.seat[2]).toBe(1)
  })
})
