import fc from 'fast-check'
import { expect, test } from 'vitest'
import { added, cellOfPlace, eachCell, packed, placeOf } from '../../../game-server/services/footfall-cells.ts'
import type { CellSum } from '../../../shared/figures/footfall.ts'

const place = fc.integer({ min: -250, max: 250 })
const cell = fc.record({ x: place, z: place, seconds: fc.nat(1_000_000), people: fc.nat(5) })
const cells = fc.uniqueArray(cell, { selector: ({ x, z }) => placeOf(x, z), maxLength: 40 })

function unpacked(bytes: Uint8Array): CellSum[] {
  const told: CellSum[] = []
  eachCell(bytes, (x, z, seconds, people) => told.push({ x, z, seconds, people }))
  return told
}

test('Cells come back as they were packed', () => {
  fc.assert(
    fc.property(cells, (some) => {
      expect(unpacked(packed(some))).toEqual(some)
    }),
  )
})

test('Seconds add up, of people the larger count stands, whoever was first', () => {
  fc.assert(
    fc.property(cells, cells, (some, more) => {
      const inOrder = (all: CellSum[]) => all.toSorted((a, b) => placeOf(a.x, a.z) - placeOf(b.x, b.z))
      const both = inOrder(added(packed(some), more))
      expect(both).toEqual(inOrder(added(packed(more), some)))
      expect(both.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(
        [...some, ...more].reduce((sum, { seconds }) => sum + seconds, 0),
      )
      for (const { x, z, people } of both) {
        const counts = [...some, ...more].filter((one) => one.x === x && one.z === z).map((one) => one.people)
        expect(people).toBe(Math.max(...counts))
      }
    }),
  )
})

test('A place is one cell only', () => {
  fc.assert(
    fc.property(place, place, (x, z) => {
      expect(cellOfPlace(placeOf(x, z))).toEqual({ x, z })
    }),
  )
})
