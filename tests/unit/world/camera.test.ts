import fc from 'fast-check'
import { PerspectiveCamera } from 'three'
import { describe, expect, test } from 'vitest'
import { Boom } from '../../../client/world/camera/boom.ts'
import { CameraObstacles } from '../../../client/world/camera/obstacles.ts'
import type { Frame } from '../../../client/world/frame.ts'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { hallPlanOf, hallsOf } from '../../../shared/floorplan/model.ts'
import { toLocal } from '../../../shared/floorplan/point.ts'
import { placed } from '../../../shared/floorplan/rectangle.ts'

const document = generatePlan({
  exhibitors: Array.from({ length: 24 }, (_, i) => ({ id: `e${i}`, kind: 'business' as const })),
  stages: [],
})
const plan = hallPlanOf(document, hallsOf(document)[0]?.id ?? '')
if (!plan) throw new Error('no hall')
const obstacles = new CameraObstacles(plan)
const booths = [...boothsOf(plan).values()]

const frameAt = (x: number, z: number, heading: number): Frame => ({
  now: 0,
  delta: 1 / 60,
  unfinished: false,
  time: 0,
  camera: new PerspectiveCamera(50, 1.5, 0.1, 100),
  self: { x, z, heading, speed: 0 },
})

function insideWall({ x, y, z }: { x: number; y: number; z: number }): boolean {
  return booths.some(({ booth, layout }) =>
    layout.pieces.some((piece) => {
      if (piece.kind !== 'wall' || y > piece.height) return false
      const wall = placed(piece, booth)
      const local = toLocal({ x, z }, wall)
      return Math.abs(local.x) < wall.width / 2 && Math.abs(local.z) < wall.depth / 2
    }),
  )
}

describe('the camera', () => {
  test('never stands inside a wall, wherever a visitor of a booth looks', () => {
    const visit = fc.record({
      booth: fc.nat({ max: booths.length - 1 }),
      heading: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      down: fc.double({ min: -0.4, max: 1, noNaN: true }),
      zoom: fc.double({ min: 0.5, max: 3, noNaN: true }),
    })
    fc.assert(
      fc.property(visit, ({ booth, heading, down, zoom }) => {
        const place = booths[booth]?.visitor ?? { x: 0, z: 0 }
        const boom = new Boom(obstacles, false)
        const frame = frameAt(place.x, place.z, heading)
        boom.zoom(zoom)
        boom.steps.camera?.(frame)
        boom.orbit(0, down)
        for (let i = 0; i < 30; i++) boom.steps.camera?.(frame)
        expect(insideWall(frame.camera.position)).toBe(false)
      }),
    )
  })

  test('stands behind the visitor, above the shoulder, and looks where they look', () => {
    const boom = new Boom(new CameraObstacles({ ...plan, booths: [], walls: [], decorations: [], stages: [] }), false)
    const frame = frameAt(0, 0, 0)
    boom.steps.camera?.(frame)
    expect(frame.camera.position.z).toBeLessThan(-2)
    expect(frame.camera.position.y).toBeGreaterThan(1.6)
    expect(frame.camera.position.y).toBeLessThan(2.3)
    expect(Math.abs(frame.camera.position.x)).toBeLessThan(0.6)
  })

  test('drawn in all the way it is the visitor’s own eyes', () => {
    const boom = new Boom(obstacles, true)
    const place = booths[0]?.visitor ?? { x: 0, z: 0 }
    const frame = frameAt(place.x, place.z, 1)
    boom.zoom(0.1)
    for (let i = 0; i < 5; i++) boom.steps.camera?.(frame)
    expect(Math.hypot(frame.camera.position.x - place.x, frame.camera.position.z - place.z)).toBeLessThan(0.05)
  })
})
