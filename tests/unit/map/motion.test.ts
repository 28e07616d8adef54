import { describe, expect, test } from 'vitest'
import { fitted } from '../../../client/map/camera.ts'
import { Motion } from '../../../client/map/motion.ts'

const view = { width: 1000, height: 800, insets: { top: 70, right: 16, bottom: 12, left: 16 } }
const hall = { width: 148, depth: 200 }
const nobody = { x: 0, z: 0 }
const moving = (): Motion => new Motion(hall, view, () => false)
const calm = (): Motion => new Motion(hall, view, () => true)

/** Lets `ms` pass in frames of a sixtieth of a second, from `since`. */
function pass(motion: Motion, since: number, ms: number, self = nobody): void {
  for (let now = since; now <= since + ms; now += 1000 / 60) motion.step(now, self)
}

describe('the moving camera', () => {
  test('glides where it is sent and then rests', () => {
    const motion = moving()
    motion.step(0, nobody)
    motion.glideTo({ x: 30, z: -40, scale: 20 }, 0)
    motion.step(200, nobody)
    expect(motion.camera.x).toBeGreaterThan(0)
    expect(motion.camera.x).toBeLessThan(30)
    pass(motion, 200, 1000)
    expect(motion.camera.x).toBeCloseTo(30)
    expect(motion.camera.scale).toBeCloseTo(20)
    expect(motion.step(2000, nobody)).toBe(false)
  })

  test('is there at once when motion is to be reduced, and cannot be thrown', () => {
    const motion = calm()
    motion.glideTo({ x: 30, z: -40, scale: 20 }, 0)
    expect(motion.camera).toEqual({ x: 30, z: -40, scale: 20 })
    motion.throw({ x: 3000, y: 0 }, 0)
    pass(motion, 0, 500)
    expect(motion.camera.x).toBe(30)
  })

  test('runs out after a throw, in its direction', () => {
    const motion = moving()
    motion.take({ x: 0, z: 0, scale: 20 })
    motion.step(0, nobody)
    motion.throw({ x: 900, y: 0 }, 0)
    pass(motion, 0, 3000)
    expect(motion.camera.x).toBeLessThan(-1)
    expect(motion.step(4000, nobody)).toBe(false)
  })

  test('is the hand’s as soon as the hand takes it', () => {
    const motion = moving()
    motion.following = true
    motion.glideTo({ x: 30, z: 0, scale: 20 }, 0)
    motion.drag({ x: 10, y: 0 })
    const held = motion.camera
    pass(motion, 0, 1000, { x: 50, z: 50 })
    expect(motion.camera).toEqual(held)
    expect(motion.following).toBe(false)
  })

  test('keeps who it follows in the middle', () => {
    const motion = moving()
    motion.take({ x: 0, z: 0, scale: 20 })
    motion.following = true
    pass(motion, 0, 2000, { x: 12, z: 9 })
    expect(motion.camera.x).toBeCloseTo(12, 0)
    // The bars cover more above than below, so the middle of what is open lies lower.
    expect(motion.camera.z).toBeCloseTo(9 - (70 - 12) / 2 / 20, 1)
  })

  test('shows the whole hall in a window of another size while nobody has looked closer', () => {
    const motion = moving()
    const smaller = { ...view, width: 400 }
    motion.resize(smaller)
    expect(motion.camera).toEqual(fitted(hall, smaller))
    motion.take({ x: 5, z: 5, scale: 20 })
    motion.resize(view)
    expect(motion.camera.scale).toBe(20)
  })
})
