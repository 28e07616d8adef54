import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, Linter, lint } from '../../../shared/floorplan/lint.ts'
import type { Plan, PlanRecord } from '../../../shared/floorplan/model.ts'
import { bruteForce, line } from './brute-force-lint.ts'
import { alleyFrom, boothAt, gateAt, hallOf, planOf, stageAt, thingAt, wallFrom } from './small-plan.ts'

const gate = gateAt('gate', 0, 19)
const codesOf = (...records: readonly PlanRecord[]): string[] =>
  lint(planOf(hallOf(), ...records)).map((finding) => line(finding.code, ...finding.ids))

describe('lint', () => {
  test('finds nothing wrong with a booth on an aisle', () => {
    expect(codesOf(gate, boothAt('a', 0, 0), alleyFrom('aisle', -18, 6.5, 18, 6.5))).toEqual([])
  })

  test.each<[string, PlanRecord[]]>([
    ['overlap a b', [boothAt('a', 0, 0), boothAt('b', 2, 0)]],
    ['overlap a wall', [boothAt('a', 0, 0), wallFrom('wall', -5, 0, 5, 0)]],
    ['overlap a stage', [boothAt('a', 0, 0), stageAt('stage', 0, -5)]],
    ['in-the-way a tree', [boothAt('a', 0, 0), thingAt('tree', 'tree', 1, 1, 4)]],
    ['outside a', [boothAt('a', 19, 0)]],
    ['outside bench', [thingAt('bench', 'bench', 19.5, 0, 2)]],
    ['outside lost', [{ ...boothAt('lost', 0, 0), hallId: 'nowhere' }]],
    ['duplicate-number a b', [boothAt('a', -6, 0, { number: 'А-01' }), boothAt('b', 6, 0, { number: 'a-01' })]],
    ['narrow-aisle a b', [boothAt('a', 0, 0), boothAt('b', 0, 5, { heading: 180 })]],
    ['narrow-aisle a wall', [boothAt('a', 0, 0), wallFrom('wall', -8, 3, 8, 3)]],
    ['narrow-aisle a', [boothAt('a', 0, 17)]],
    ['narrow-aisle aisle', [alleyFrom('aisle', -10, 0, 10, 0, { width: 2.5 })]],
    ['narrow-aisle aisle', [alleyFrom('aisle', -10, 0, 10, 0, { width: 5, role: 'cross' })]],
    ['narrow-aisle aisle tree', [alleyFrom('aisle', -10, 0, 10, 0, { width: 4 }), thingAt('tree', 'tree', 0, 0, 4)]],
    [
      'unreachable a',
      [boothAt('a', 0, -10), wallFrom('wall', -20, -5, 20, -5), boothAt('b', 9, 0), boothAt('c', -9, 0)],
    ],
    ['unreachable stage', [stageAt('stage', 0, -10), wallFrom('wall', -20, -3, 20, -3)]],
    ['blocked-entrance gate', [thingAt('pond', 'fountain', 0, 17, 2)]],
    ['no-exhibitor a', [boothAt('a', 0, 0, { exhibitorId: null })]],
  ])('says %s', (expected, records) => {
    expect(codesOf(gate, ...records)).toContain(expected)
  })

  test('lets a fountain stand where aisles meet', () => {
    const plaza = {
      type: 'plaza',
      id: 'plaza',
      hallId: 'hall',
      x: 0,
      z: 0,
      radius: 8,
      name: { ru: '', en: '' },
    } as const
    const fountain = thingAt('fountain', 'fountain', 0, 0, 2.9)
    const aisle = alleyFrom('aisle', -18, 0, 18, 0)
    expect(codesOf(gate, aisle, fountain)).toEqual(['narrow-aisle aisle fountain'])
    expect(codesOf(gate, aisle, fountain, plaza)).toEqual([])
  })

  test('asks for a gate where there are booths', () => {
    expect(codesOf(boothAt('a', 0, 0))).toEqual(['no-entrance hall'])
    expect(codesOf()).toEqual([])
  })

  test('takes the aisle it is told', () => {
    const plan = planOf(hallOf(), gate, boothAt('a', 0, 0), boothAt('b', 0, 6.5, { heading: 180 }))
    expect(lint(plan).map((finding) => finding.code)).toEqual([])
    expect(lint(plan, { aisle: 4, crossAisle: 6 }).map((finding) => finding.code)).toContain('narrow-aisle')
  })

  test('puts errors first and says where', () => {
    const findings = lint(planOf(hallOf(), gate, boothAt('a', 1, 2, { exhibitorId: null }), boothAt('b', 2, 2)))
    expect(findings.map((finding) => finding.severity)).toEqual(['error', 'info'])
    expect(findings[0]).toMatchObject({ code: 'overlap', hallId: 'hall', x: 1, z: 2 })
  })
})

const half = (from: number, to: number) => fc.integer({ min: from * 2, max: to * 2 }).map((value) => value / 2)
const heading = fc.constantFrom(0, 90, 180, 270)
/** Records on half metres and right angles, where points 20 cm apart cannot miss an overlap. */
const recordWith = (id: string): fc.Arbitrary<PlanRecord> =>
  fc.oneof(
    { arbitrary: boothRecord(id), weight: 6 },
    { arbitrary: wallRecord(id), weight: 2 },
    { arbitrary: thingRecord(id), weight: 2 },
    { arbitrary: alleyRecord(id), weight: 2 },
    { arbitrary: fc.tuple(half(-13, 13), half(-13, 13)).map(([x, z]) => stageAt(id, x, z)), weight: 1 },
    { arbitrary: fc.tuple(half(-13, 13), half(-13, 13)).map(([x, z]) => gateAt(id, x, z)), weight: 2 },
  )
const boothRecord = (id: string) =>
  fc
    .tuple(
      half(-14, 14),
      half(-14, 14),
      fc.constantFrom(3, 6),
      heading,
      fc.constantFrom('1', '2', '3', '4', '5'),
      fc.boolean(),
    )
    .map(([x, z, width, turn, number, empty]) =>
      boothAt(id, x, z, { width, heading: turn, number, exhibitorId: empty ? null : id }),
    )
const wallRecord = (id: string) =>
  fc
    .tuple(half(-12, 12), half(-12, 12), half(1, 10), fc.boolean())
    .map(([x, z, length, across]) => wallFrom(id, x, z, across ? x + length : x, across ? z : z + length))
const thingRecord = (id: string) =>
  fc
    .tuple(half(-14, 14), half(-14, 14), fc.constantFrom('tree', 'bench', 'fountain'))
    .map(([x, z, kind]) => thingAt(id, kind as 'tree', x, z, 2))
const alleyRecord = (id: string) =>
  fc
    .tuple(half(-10, 10), half(-10, 10), half(4, 10), fc.boolean(), fc.constantFrom(2.5, 4, 6, 8), fc.boolean())
    .map(([x, z, length, across, width, cross]) =>
      alleyFrom(id, x, z, across ? x + length : x, across ? z : z + length, { width, role: cross ? 'cross' : 'side' }),
    )

const plan = fc
  .integer({ min: 0, max: 10 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => recordWith(`r${i}`))))
  .map((records) => planOf(hallOf(28, 28), ...records))

describe('lint, against the same rules written plainly', () => {
  test('finds the same', () => {
    fc.assert(
      fc.property(plan, (plan) => {
        expect(
          lint(plan)
            .map((finding) => plainly(finding, plan))
            .sort(),
        ).toEqual(bruteForce(plan))
      }),
      { numRuns: 150 },
    )
  })

  test('says after every edit what it would say from scratch', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.option(recordWith('edited'))), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(plan, edits, (first, edits) => {
        const linter = new Linter()
        let current: Plan = first
        linter.check(current)
        for (const [index, replacement] of edits) {
          current = edited(current, index, replacement)
          expect(linter.check(current).map(exactly).sort()).toEqual(lint(current).map(exactly).sort())
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** What stands on an aisle is named by the quick rules only. */
function plainly({ code, ids }: Finding, { records }: Plan): string {
  const [first = ''] = ids
  return records[first]?.type === 'alley' ? line(code, first) : line(code, ...ids)
}

const exactly = ({ code, ids, x, z }: Finding): string => `${line(code, ...ids)} ${x.toFixed(3)} ${z.toFixed(3)}`

/** Removes the record there, or puts another in its place. */
function edited(plan: Plan, index: number, replacement: PlanRecord | null): Plan {
  const ids = Object.keys(plan.records).filter((id) => id !== 'hall')
  const id = ids[index % Math.max(1, ids.length)] ?? 'new'
  const records = { ...plan.records }
  delete records[id]
  if (replacement) records[id] = { ...replacement, id }
  return { ...plan, records }
}
