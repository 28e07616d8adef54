import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OwnWalk } from '../../../client/net/own-walk.ts'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { walkGrid } from '../../../shared/floorplan/grid.ts'
import { type HallPlan, hallPlanOf } from '../../../shared/floorplan/model.ts'
import { distance, type Point } from '../../../shared/floorplan/point.ts'
import { decodeWalk, encodeWalk } from '../../../shared/presence/codec.ts'
import { granted, positionAt, type Refusal, type Walk } from '../../../shared/presence/walk.ts'

const plan = hallPlanOf(
  generatePlan({
    exhibitors: Array.from({ length: 24 }, (_, i) => ({ id: `e${i}`, kind: i % 2 ? 'business' : 'region' })),
    stages: [{ id: 'stage', name: { ru: 'Сцена', en: 'Stage' } }],
  }),
  'hall-1',
) as HallPlan
const grid = walkGrid(plan)
const booths = boothsOf(plan)

/** A visitor and the server's own rule for walks (`granted`), with the wire between them and a delay on it. */
class Visit {
  readonly refusals: Refusal[] = []
  readonly sentAt: number[] = []
  readonly own: OwnWalk
  private has: Walk

  constructor(start: Point, delay: () => number = () => 0) {
    this.has = { path: [start], startsAt: Date.now(), speed: 0 }
    const outbox = {
      now: () => Date.now(),
      walk: (walk: Walk) => {
        this.sentAt.push(Date.now())
        const bytes = encodeWalk(walk)
        setTimeout(() => this.receive(bytes), delay())
      },
      say: () => undefined,
      wave: () => undefined,
    }
    this.own = new OwnWalk(grid, booths, outbox, start, 0)
  }

  server(): Point {
    return positionAt(this.has, Date.now())
  }

  self(): Point {
    return this.own.at(Date.now())
  }

  /** What a server does that changes its mind about where we are. */
  putAt(place: Point): void {
    this.has = { path: [place], startsAt: Date.now(), speed: 0 }
    this.own.corrected(place)
  }

  private receive(bytes: Uint8Array): void {
    const walk = granted(decodeWalk(bytes), this.has, Date.now(), grid)
    if (typeof walk === 'object') this.has = walk
    else {
      this.refusals.push(walk)
      this.putAt(this.server())
    }
  }
}

const start = grid.nearest({ x: 0, z: 0 }) as Point
const somewhere = fc
  .record({
    x: fc.double({ min: -plan.hall.width / 2, max: plan.hall.width / 2, noNaN: true }),
    z: fc.double({ min: -plan.hall.depth / 2, max: plan.hall.depth / 2, noNaN: true }),
  })
  .map((point) => grid.nearest(point) as Point)

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('our own walk', () => {
  test('leads to every booth of the hall and turns towards it', () => {
    for (const place of booths.values()) {
      const visit = new Visit(start)
      expect(visit.own.walkToBooth(place.booth.id)).toBe(true)
      vi.advanceTimersByTime(240_000)
      expect(distance(visit.self(), place.visitor)).toBeLessThan(0.3)
      const { heading } = visit.own.at(Date.now())
      const towards = Math.atan2(place.booth.x - place.visitor.x, place.booth.z - place.visitor.z)
      expect(Math.cos(heading - towards)).toBeGreaterThan(0.7)
      visit.own.dispose()
    }
  })

  test('begins at once, before the server has answered', () => {
    const visit = new Visit(start, () => 800)
    const booth = [...booths.values()].find(({ visitor }) => distance(visitor, start) > 8)
    visit.own.walkToBooth(booth?.booth.id ?? '')
    vi.advanceTimersByTime(500)
    expect(distance(visit.self(), start)).toBeGreaterThan(0.5)
  })

  test('says no to a booth that is not in this hall', () => {
    expect(new Visit(start).own.walkToBooth('elsewhere')).toBe(false)
  })

  test('is never refused and ends where the server has it, however one steers and clicks on a slow line', () => {
    const turn = fc.record({
      angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      length: fc.double({ min: 0, max: 1, noNaN: true }),
      hurry: fc.boolean(),
      lasts: fc.integer({ min: 5, max: 1500 }),
    })
    const click = fc.record({ to: somewhere, lasts: fc.integer({ min: 5, max: 4000 }) })
    const deeds = fc.array(fc.oneof(turn, click), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(somewhere, deeds, fc.integer({ min: 0, max: 450 }), (from, done, delay) => {
        const visit = new Visit(from, () => delay)
        try {
          for (const deed of done) {
            if ('to' in deed) visit.own.walkTo(deed.to)
            else
              visit.own.steer(
                { x: Math.sin(deed.angle) * deed.length, z: Math.cos(deed.angle) * deed.length },
                deed.hurry,
              )
            vi.advanceTimersByTime(deed.lasts)
          }
          visit.own.steer({ x: 0, z: 0 })
          vi.advanceTimersByTime(240_000)
          expect(visit.refusals).toEqual([])
          expect(distance(visit.self(), visit.server())).toBeLessThan(0.1)
        } finally {
          visit.own.dispose()
        }
      }),
      { numRuns: 60 },
    )
  })

  test('never asks more than ten times a second', () => {
    const visit = new Visit(start)
    for (let i = 0; i < 400; i++) {
      visit.own.steer({ x: Math.sin(i), z: Math.cos(i) })
      vi.advanceTimersByTime(10)
    }
    for (const moment of visit.sentAt) {
      expect(visit.sentAt.filter((other) => other >= moment && other < moment + 1000).length).toBeLessThanOrEqual(10)
    }
    expect(visit.sentAt.length).toBeGreaterThan(20)
  })

  test('says once that it presses on against a wall', () => {
    const corner = grid.nearest({ x: -plan.hall.width / 2, z: -plan.hall.depth / 2 }) as Point
    const visit = new Visit(corner)
    visit.own.steer({ x: -0.6, z: -0.8 })
    vi.advanceTimersByTime(3000)
    const { length } = visit.sentAt
    vi.advanceTimersByTime(3000)
    expect(visit.sentAt.length).toBe(length)
    visit.own.dispose()
  })

  test('stops for everybody when a wall is met just after setting out', () => {
    const corner = grid.nearest({ x: -plan.hall.width / 2, z: -plan.hall.depth / 2 }) as Point
    const visit = new Visit(corner, () => 250)
    visit.own.walkTo(start)
    vi.advanceTimersByTime(10)
    visit.own.steer({ x: -0.6, z: -0.8 })
    vi.advanceTimersByTime(3000)
    expect(visit.refusals).toEqual([])
    expect(distance(visit.self(), visit.server())).toBeLessThan(0.1)
    visit.own.dispose()
  })

  test('goes on to where it was going after being put right once', () => {
    const visit = new Visit(start)
    const far = [...booths.values()].toSorted((a, b) => distance(b.visitor, start) - distance(a.visitor, start))[0]
    visit.own.walkToBooth(far?.booth.id ?? '')
    vi.advanceTimersByTime(1500)
    visit.putAt(start)
    vi.advanceTimersByTime(240_000)
    expect(distance(visit.self(), far?.visitor ?? start)).toBeLessThan(0.3)
  })

  test('gives up a way on which it is put right again and again', () => {
    const visit = new Visit(start)
    const far = [...booths.values()].toSorted((a, b) => distance(b.visitor, start) - distance(a.visitor, start))[0]
    visit.own.walkToBooth(far?.booth.id ?? '')
    vi.advanceTimersByTime(1000)
    visit.putAt(start)
    vi.advanceTimersByTime(1000)
    visit.putAt(start)
    vi.advanceTimersByTime(60_000)
    expect(distance(visit.self(), start)).toBeLessThan(0.1)
  })

  test('slides to where it is put right instead of jumping', () => {
    const visit = new Visit(start)
    const beside = grid.nearest({ x: start.x + 1, z: start.z }) as Point
    visit.putAt(beside)
    expect(distance(visit.self(), start)).toBeLessThan(0.1)
    vi.advanceTimersByTime(125)
    const middle = visit.self()
    expect(distance(middle, start)).toBeGreaterThan(0.2)
    expect(distance(middle, beside)).toBeGreaterThan(0.2)
    vi.advanceTimersByTime(200)
    expect(distance(visit.self(), beside)).toBeLessThan(0.01)
  })

  test('shows the rest of the way, from where we are to the goal', () => {
    const visit = new Visit(start)
    const goal = [...booths.values()][0]
    visit.own.walkToBooth(goal?.booth.id ?? '')
    vi.advanceTimersByTime(300)
    const ahead = visit.own.ahead(Date.now())
    expect(distance(ahead[0] as Point, visit.self())).toBeLessThan(0.01)
    expect(distance(ahead.at(-1) as Point, goal?.visitor ?? start)).toBeLessThan(0.3)
    vi.advanceTimersByTime(240_000)
    expect(visit.own.ahead(Date.now())).toEqual([])
  })
})
