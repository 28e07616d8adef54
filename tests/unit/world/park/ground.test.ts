import { describe, expect, test } from 'vitest'
import { covers, laidOut } from '../../../../client/world/park/ground/polygons.ts'
import { boothsOf } from '../../../../shared/floorplan/booths.ts'
import { toHall } from '../../../../shared/floorplan/point.ts'
import { sampleHall } from './sample.ts'

describe('what is underfoot', () => {
  test.each([5, 40, 150])('a visitor of any of %i booths walks from the alley to the counter on paving', (count) => {
    const hall = sampleHall(count)
    const booths = boothsOf(hall)
    const paved = laidOut(hall, booths).filter((one) => one.cover !== 'petals')
    for (const { booth, visitor } of booths.values()) {
      for (let beyond = 0; beyond <= 1.6; beyond += 0.4) {
        const at = toHall({ x: 0, z: booth.depth / 2 + beyond }, booth)
        expect(paved.some((one) => covers(one, at))).toBe(true)
      }
      expect(paved.some((one) => covers(one, visitor))).toBe(true)
    }
  })

  test('an alley that runs into another lies beneath it', () => {
    const hall = sampleHall(150)
    const alleys = laidOut(hall, boothsOf(hall)).filter((one) => one.alley >= 0 && one.cover !== 'slab')
    const ends = (one: (typeof alleys)[number]): number =>
      [-0.5, 0.5].filter((share) => {
        const end = toHall({ x: 0, z: one.depth * share }, one)
        return alleys.some((other) => other !== one && covers(other, end))
      }).length
    const order = alleys.map(ends)
    expect(order.length).toBeGreaterThan(2)
    expect(order).toEqual([...order].sort((a, b) => b - a))
  })
})
