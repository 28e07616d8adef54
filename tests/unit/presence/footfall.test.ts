import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Footfall } from '../../../game-server/presence/footfall.ts'
import { FOOTFALL_CELL, HOUR } from '../../../shared/figures/footfall.ts'
import { MIN_GROUP } from '../../../shared/figures/small-groups.ts'

const HALL = { width: 120, depth: 90 }
const NINE = Date.parse('2027-04-12T09:00:00Z')
const HERE = { x: 2, z: 2 }

describe('footfall', () => {
  test('adds up seconds, and counts each person of an hour once', () => {
    const footfall = new Footfall(HALL)
    for (let look = 0; look < 10; look++) {
      footfall.add('anna', HERE, 5, NINE + look * 5000)
      footfall.add('boris', HERE, 5, NINE + look * 5000)
    }
    expect(footfall.take()).toEqual([
      { hour: NINE, seconds: 100, people: 2, cells: [{ x: 0, z: 0, seconds: 100, people: 2 }] },
    ])
  })

  test('gives out only what is new, with the people of the whole hour', () => {
    const footfall = new Footfall(HALL)
    footfall.add('anna', HERE, 5, NINE)
    footfall.take()
    expect(footfall.take()).toEqual([])
    footfall.add('anna', HERE, 5, NINE + 60_000)
    expect(footfall.take()).toMatchObject([{ seconds: 5, people: 1, cells: [{ seconds: 5, people: 1 }] }])
  })

  test('begins anew with the hour, and loses nothing of the one before', () => {
    const footfall = new Footfall(HALL)
    footfall.add('anna', HERE, 5, NINE + HOUR - 1)
    footfall.add('anna', HERE, 5, NINE + HOUR)
    footfall.add('boris', HERE, 5, NINE + HOUR)
    const sums = footfall.take()
    expect(sums.map(({ hour, seconds, people }) => [hour - NINE, seconds, people])).toEqual([
      [0, 5, 1],
      [HOUR, 10, 2],
    ])
  })

  test('does not take one person who comes again and again for five', () => {
    const footfall = new Footfall(HALL)
    for (let look = 0; look < 100; look++) footfall.add('anna', HERE, 5, NINE)
    expect(footfall.take()[0]?.cells[0]?.people).toBe(1)
  })

  test('counts the people of a cell no further than anybody asks', () => {
    const footfall = new Footfall(HALL)
    for (let person = 0; person < 100; person++) footfall.add(`person ${person}`, HERE, 5, NINE)
    expect(footfall.take()[0]).toMatchObject({ people: 100, cells: [{ people: MIN_GROUP }] })
  })

  test('puts everybody somewhere, and no second is lost or counted twice', () => {
    const place = fc.record({
      x: fc.double({ min: -70, max: 70, noNaN: true }),
      z: fc.double({ min: -50, max: 50, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), (places) => {
        const footfall = new Footfall(HALL)
        for (const [i, at] of places.entries()) footfall.add(`person ${i}`, at, 5, NINE)
        const [sum] = footfall.take()
        expect(sum?.seconds).toBe(places.length * 5)
        expect(sum?.cells.reduce((all, { seconds }) => all + seconds, 0)).toBe(places.length * 5)
        for (const { x } of sum?.cells ?? []) expect(Math.abs((x + 0.5) * FOOTFALL_CELL)).toBeLessThan(64)
      }),
    )
  })

  test('tells nobody who was there', () => {
    const footfall = new Footfall(HALL)
    footfall.add('anna-who-must-not-be-named', HERE, 5, NINE)
    expect(JSON.stringify(footfall.take())).not.toContain('anna')
  })
})
