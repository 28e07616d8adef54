import { describe, expect, test } from 'vitest'
import { type Line, RoutePlanner } from '../../../client/net/route-planner.ts'
import type { RouteAsk, RouteStep, RouteWish } from '../../../client/net/route-protocol.ts'
import { RouteWork } from '../../../client/net/route-work.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { lengthOf } from '../../../shared/presence/walk.ts'
import { placesOf } from '../../../shared/route/places.ts'
import { NO_VISIT } from '../../../shared/route/visit.ts'
import { problemOf } from '../../../shared/route/visit-problem.ts'
import { boothWish } from '../../server/routes.ts'

const plan = generatePlan({
  exhibitors: Array.from({ length: 60 }, (_, i) => ({ id: `e${i}`, kind: 'business' })),
  stages: [{ id: 'main', name: { ru: 'Главная', en: 'Main' } }],
  hallSize: 24,
})
const places = placesOf(plan)
const NOON = Date.UTC(2027, 3, 12, 12) / 1000

function wishFor(ids: readonly number[], changes: Partial<RouteWish> = {}): RouteWish {
  const visit = { ...NO_VISIT, wishes: ids.map((n) => boothWish(`e${n}`)) }
  const { stops, places: at } = problemOf(visit, { places, sessions: new Map(), hours: new Map() })
  const where = { version: 1, stops, places: at, start: places.entrance }
  return { ...where, at: NOON, until: null, pace: 2, order: 'best', ...changes }
}

/** The worker's work behind a line like a worker's, in this process, which keeps what it was asked. */
function line(): Line & { readonly asks: RouteAsk[] } {
  const listeners: ((event: MessageEvent) => void)[] = []
  const work = new RouteWork(
    (news) => {
      for (const listener of listeners) listener({ data: structuredClone(news) } as MessageEvent)
    },
    () => performance.now(),
  )
  const asks: RouteAsk[] = []
  return {
    asks,
    postMessage: (ask: RouteAsk) => {
      asks.push(ask)
      void work.asked(structuredClone(ask))
    },
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message') listeners.push(listener as (event: MessageEvent) => void)
    },
    terminate() {},
  }
}

const noStep = (): void => {}

describe('the planner of routes', () => {
  test('answers with a plan and a way to each stop that begins where the one before ended, through the gates', async () => {
    const steps: RouteStep[] = []
    const route = await new RoutePlanner(line()).route(plan, wishFor([3, 17, 42, 55, 8]), (step) => steps.push(step))
    expect(steps).toEqual(['measuring', 'ordering', 'drawing'])
    expect(route?.plan.visits.map(({ id }) => id).toSorted()).toEqual(
      ['3', '17', '42', '55', '8'].map((n) => `booth:e${n}`).toSorted(),
    )
    expect(new Set(route?.ways.flatMap((way) => way.map(({ hallId }) => hallId))).size).toBeGreaterThan(1)
    let hallId = places.entrance.hallId
    for (const [i, way] of (route?.ways ?? []).entries()) {
      expect(way[0]?.hallId).toBe(hallId)
      hallId = way.at(-1)?.hallId ?? ''
      const metres = way.reduce((sum, { path }) => sum + lengthOf(path), 0)
      expect(Math.abs(metres - (route?.plan.visits[i]?.walk.metres ?? 0))).toBeLessThan(3 + metres * 0.1)
    }
  })

  test('sends the plan of the salon once, and plans the next route on what was measured', async () => {
    const asked = line()
    const planner = new RoutePlanner(asked)
    const ids = Array.from({ length: 30 }, (_, i) => i)
    await planner.route(plan, wishFor(ids), noStep)
    const before = performance.now()
    const again = await planner.route(plan, wishFor([...ids, 41]), noStep)
    expect(again?.plan.visits).toHaveLength(31)
    expect(performance.now() - before).toBeLessThan(3000)
    expect(asked.asks.map(({ kind }) => kind)).toEqual(['load', 'plan', 'plan'])
  })

  test('answers only the last of several that were asked at once', async () => {
    const planner = new RoutePlanner(line())
    const wishes = [wishFor([1, 2, 3]), wishFor([4, 5]), wishFor([6])]
    const routes = await Promise.all(wishes.map((wish) => planner.route(plan, wish, noStep)))
    expect(routes.map((route) => route?.plan.visits.length ?? null)).toEqual([null, null, 1])
  })

  test('knows no most number of stops: three hundred are planned, each with its way', async () => {
    const exhibitors = Array.from({ length: 300 }, (_, i) => ({ id: `e${i}`, kind: 'region' as const }))
    const large = generatePlan({ exhibitors, stages: [] })
    const salon = placesOf(large)
    const visit = { ...NO_VISIT, wishes: exhibitors.map(({ id }) => boothWish(id)) }
    const { stops, places: at } = problemOf(visit, { places: salon, sessions: new Map(), hours: new Map() })
    const wish = { version: 2, stops, places: at, start: salon.entrance, at: NOON, until: null, pace: 2 }
    const route = await new RoutePlanner(line()).route(large, { ...wish, order: 'best' }, noStep)
    expect(route?.plan.visits).toHaveLength(300)
    expect(route?.ways.filter((way) => way.length > 0)).toHaveLength(300)
  }, 30_000)

  test('keeps to the order of the visitor where they have one', async () => {
    const wish = wishFor([50, 2, 31], { order: 'own', until: NOON + 3600 })
    const route = await new RoutePlanner(line()).route(plan, wish, noStep)
    expect(route?.plan.visits.map(({ id }) => id)).toEqual(['booth:e50', 'booth:e2', 'booth:e31'])
  })

  test('begins with the stop that one is on the way to already, and orders the rest after it', async () => {
    const ids = [3, 17, 42, 55, 8]
    const planner = new RoutePlanner(line())
    const free = await planner.route(plan, wishFor(ids), noStep)
    const last = free?.plan.visits.at(-1)?.id ?? ''
    const route = await planner.route(plan, wishFor(ids, { first: last }), noStep)
    expect(route?.plan.visits[0]?.id).toBe(last)
    expect(route?.plan.visits).toHaveLength(5)
    const [begun, next] = route?.plan.visits ?? []
    expect(next?.arrivesAt).toBeCloseTo((begun?.endsAt ?? 0) + (next?.walk.seconds ?? 0), 6)
    expect(route?.plan.walk.metres).toBeGreaterThanOrEqual(free?.plan.walk.metres ?? 0)
  })

  test('says so when it was asked for what is not one', async () => {
    const wish = { ...wishFor([1]), start: { hallId: 'nowhere', at: { x: 0, z: 0 } }, at: Number.NaN }
    await expect(new RoutePlanner(line()).route(plan, wish, noStep)).rejects.toThrow('problem.start.at')
  })
})
