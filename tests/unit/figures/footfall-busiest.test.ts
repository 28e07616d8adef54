import { expect, test } from 'vitest'
import { cellAt } from '../../../shared/figures/footfall.ts'
import { busiestPlaces } from '../../../shared/figures/footfall-busiest.ts'
import { boothFront, boothsOf } from '../../../shared/floorplan/booths.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { hallPlanOf, hallsOf } from '../../../shared/floorplan/model.ts'
import type { Point } from '../../../shared/floorplan/point.ts'

const exhibitors = Array.from({ length: 40 }, (_, i) => ({ id: `e${i}`, kind: 'business' as const, size: null }))
const whole = generatePlan({ exhibitors, stages: [] })
const plan = hallPlanOf(whole, hallsOf(whole)[0]?.id ?? '')
if (!plan) throw new Error('a plan without a hall')
const at = (point: Point, minutes: number) => ({ ...cellAt(point), minutes })

test('A booth is where people stand at its front, and minutes of its cells add up', () => {
  const [first, second] = plan.booths
  if (!first || !second) throw new Error('a hall without booths')
  const front = at(boothFront(first), 60)
  const places = busiestPlaces(plan, [front, { ...front, minutes: 5 }, at(boothFront(second), 9)], 10)
  expect(places[0]?.kind).toBe('booth')
  expect(places[0]?.minutes).toBeGreaterThanOrEqual(65)
})

test('Where nothing else has a name, an alley has: every minute is somewhere, the busiest place first', () => {
  const cells = [...boothsOf(plan).values()].map(({ visitor }, i) => at(visitor, i + 1))
  const places = busiestPlaces(plan, [...cells, at({ x: 0, z: plan.hall.depth / 2 - 2 }, 7)], Number.POSITIVE_INFINITY)
  const minutes = places.map((place) => place.minutes)
  expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(cells.reduce((sum, one) => sum + one.minutes, 7))
  expect(minutes).toEqual(minutes.toSorted((a, b) => b - a))
  expect(places.some(({ kind }) => kind === 'alley' || kind === 'plaza')).toBe(true)
})

test('No more places are named than were asked for', () => {
  const cells = [...boothsOf(plan).values()].map(({ visitor }) => at(visitor, 3))
  expect(busiestPlaces(plan, cells, 4)).toHaveLength(4)
})
