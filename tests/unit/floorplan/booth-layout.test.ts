import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boothLayout } from '../../../shared/floorplan/booth-layout.ts'
import type { OpenSides } from '../../../shared/floorplan/booth-type.ts'
import { PAVILIONS } from '../../../shared/floorplan/model.ts'
import { pavilionsFor } from '../../../shared/floorplan/pavilions.ts'
import type { Point } from '../../../shared/floorplan/point.ts'
import { paint } from '../../../shared/floorplan/raster.ts'
import { overlaps } from '../../../shared/floorplan/rectangle.ts'
import { Regions } from '../../../shared/floorplan/regions.ts'

const plot = fc.record({
  id: fc.string({ minLength: 1, maxLength: 8 }),
  width: fc.constantFrom(3, 4, 4.5, 5, 6, 7.5, 9, 12),
  depth: fc.constantFrom(3, 4, 6),
})
const closedBack: fc.Arbitrary<OpenSides> = fc.record({
  front: fc.constant(true),
  right: fc.boolean(),
  back: fc.constant(false),
  left: fc.boolean(),
})
const island = fc.record({
  plot: fc.record({ id: fc.string(), width: fc.integer({ min: 6, max: 12 }), depth: fc.integer({ min: 6, max: 12 }) }),
  openSides: fc.constantFrom<OpenSides>(
    { front: true, right: true, back: true, left: true },
    { front: true, right: false, back: true, left: true },
    { front: true, right: true, back: true, left: false },
  ),
})
const booth = fc.oneof(fc.record({ plot, openSides: closedBack }), island)
const dressed = booth.chain(({ plot, openSides }) =>
  fc.record({
    plot: fc.constant(plot),
    openSides: fc.constant(openSides),
    pavilion: fc.constantFrom(...pavilionsFor(plot, openSides)),
  }),
)

describe('the inside of a booth', () => {
  test('leaves a way a metre wide from the visitor to every member of staff', () => {
    fc.assert(
      fc.property(dressed, ({ plot, openSides, pavilion }) => {
        const layout = boothLayout(plot, openSides, pavilion)
        const cell = 0.1
        const side = Math.max(plot.width, plot.depth) + 6
        const squares = Math.round(side / cell)
        const raster = { columns: squares, rows: squares, cell, origin: { x: -side / 2, z: -side / 2 } }
        const counts = new Uint16Array(squares * squares)
        // Somebody half a metre round walks where every point half a metre away is free.
        for (const piece of layout.pieces) if (piece.blocks) paint(counts, raster, { ...piece, round: false }, 0.45, 1)
        const regions = new Regions(counts, squares)
        const regionAt = ({ x, z }: Point): number =>
          regions.regionOf(Math.floor((z + side / 2) / cell) * squares + Math.floor((x + side / 2) / cell))
        const nearStaff = ({ x, z }: Point): number[] =>
          [-0.4, -0.2, 0, 0.2, 0.4].flatMap((dx) => [-0.4, -0.2, 0].map((dz) => regionAt({ x: x + dx, z: z + dz })))
        expect(regionAt(layout.visitor)).toBeGreaterThanOrEqual(0)
        for (const staff of layout.staff) expect(nearStaff(staff)).toContain(regionAt(layout.visitor))
      }),
      { numRuns: 300 },
    )
  })

  test('stays on the plot, but for planters on the forecourt', () => {
    fc.assert(
      fc.property(dressed, ({ plot, openSides, pavilion }) => {
        for (const piece of boothLayout(plot, openSides, pavilion).pieces) {
          const beyond = piece.kind === 'planter' ? 0.5 : 0.01
          expect(Math.abs(piece.x)).toBeLessThanOrEqual(plot.width / 2 + beyond)
          expect(Math.abs(piece.z)).toBeLessThanOrEqual(plot.depth / 2 + beyond)
        }
      }),
    )
  })

  test('has no two pieces of furniture in one place', () => {
    fc.assert(
      fc.property(dressed, ({ plot, openSides, pavilion }) => {
        const furniture = boothLayout(plot, openSides, pavilion).pieces.filter(
          (piece) => piece.blocks && piece.kind !== 'post',
        )
        furniture.forEach((a, i) => {
          for (const b of furniture.slice(i + 1)) {
            const together = [a.kind, b.kind].join(' ')
            // Walls meet, and seats are drawn up to a round table.
            if (together === 'wall wall' || together === 'table seat') continue
            expect(overlaps(a, b), `${a.kind} at ${a.x}, ${a.z} and ${b.kind} at ${b.x}, ${b.z}`).toBe(false)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  test('has a screen, a counter and something to take away', () => {
    fc.assert(
      fc.property(dressed, ({ plot, openSides, pavilion }) => {
        const kinds = boothLayout(plot, openSides, pavilion).pieces.map((piece) => piece.kind)
        expect(kinds).toEqual(expect.arrayContaining(['screen', 'counter', 'brochures']))
      }),
    )
  })

  test('differs from booth to booth', () => {
    const sides: OpenSides = { front: true, right: false, back: false, left: false }
    const layouts = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) =>
      PAVILIONS.map((pavilion) => JSON.stringify(boothLayout({ id, width: 6, depth: 3 }, sides, pavilion).pieces)),
    )
    expect(new Set(layouts).size).toBeGreaterThan(10)
  })
})
