import { describe, expect, test } from 'vitest'
import { FootfallLog } from '../../../game-server/rooms/footfall-log.ts'
import type { Visitor } from '../../../game-server/rooms/visitor.ts'
import type { FootfallSum } from '../../../shared/figures/footfall.ts'
import { SALON } from '../../../shared/people/rights.ts'
import { guest } from '../../server/small-hall.ts'

const TICK = 20
const HALL = { width: 60, depth: 40 }
const SILENT = { debug: () => {}, error: () => {} }

/** A hall of tests: who is in it, and what it has written down. */
function hallOf(people: readonly ReturnType<typeof guest>[], write?: (sum: FootfallSum) => Promise<void>) {
  const written: FootfallSum[] = []
  const keep = async (sum: FootfallSum): Promise<void> => void written.push(sum)
  const log = new FootfallLog(write ?? keep, SILENT, 0)
  log.unfold(HALL)
  const visitors = new Map(people.map((one, slot) => [one.personId, { guest: one, slot } as unknown as Visitor]))
  let looks = 0
  let most = 0
  const walk = (from: number, to: number): void => {
    for (let now = from; now <= to; now += TICK) {
      const before = looks
      log.tick(visitors, (slot) => ({ x: ++looks && slot, z: 0 }), now)
      most = Math.max(most, looks - before)
    }
  }
  const seconds = (): number => written.reduce((sum, one) => sum + one.seconds, 0)
  return { log, visitors, walk, written, seconds, looks: () => looks, most: () => most }
}

const many = (count: number) => Array.from({ length: count }, (_, i) => guest(`person ${i}`))

describe('a hall', () => {
  test('looks at everybody once in five seconds, and at a few of them at a time', async () => {
    const hall = hallOf(many(1000))
    hall.walk(TICK, 20_000)
    expect(hall.looks()).toBeGreaterThanOrEqual(3990)
    expect(hall.looks()).toBeLessThanOrEqual(4010)
    expect(hall.most()).toBeLessThanOrEqual(5)
    await hall.log.flush()
    expect(Math.abs(hall.seconds() - 20_000)).toBeLessThan(100)
  })

  test('counts neither the rehearsal crowd nor those who work in the salon', async () => {
    const [visitor, simulated, organizer] = [guest('visitor'), guest('simulated'), guest('organizer')]
    const roles = [{ role: 'organizer', scope: SALON } as const]
    const hall = hallOf([visitor, { ...simulated, simulated: true }, { ...organizer, roles }])
    hall.walk(TICK, 5000)
    await hall.log.flush()
    expect(hall.written).toMatchObject([{ seconds: 5, people: 1 }])
  })

  test('writes once a minute', () => {
    const hall = hallOf(many(10))
    hall.walk(TICK, 180_000)
    return hall.log.flush().then(() => expect(hall.written.length).toBeLessThanOrEqual(4))
  })

  test('goes on with whoever comes and goes meanwhile', () => {
    const hall = hallOf(many(100))
    hall.walk(TICK, 2500)
    for (let i = 0; i < 50; i++) hall.visitors.delete(`person ${i}`)
    hall.walk(2500, 30_000)
    hall.visitors.clear()
    hall.walk(30_000, 40_000)
    expect(hall.looks()).toBeGreaterThan(50 * 5)
  })

  test('keeps what cannot be written, and writes it when it can, once', async () => {
    let away = true
    const written: FootfallSum[] = []
    const hall = hallOf(many(6), async (sum) => {
      if (away) throw new Error('the database is away')
      written.push(sum)
    })
    hall.walk(TICK, 5000)
    await hall.log.flush()
    expect(written).toEqual([])
    away = false
    await hall.log.flush()
    await hall.log.flush()
    expect(written).toMatchObject([{ seconds: 30, people: 6 }])
  })

  test('loses nothing when it is laid out anew', async () => {
    const hall = hallOf(many(6))
    hall.walk(TICK, 5000)
    hall.log.unfold({ width: 80, depth: 40 })
    await hall.log.flush()
    expect(hall.seconds()).toBe(30)
  })
})
