import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { exhibitor as exhibitorTable } from '../../game-server/db/schema/exhibitor.ts'
import { booth, hall, planVersion } from '../../game-server/db/schema/plan.ts'
import { salon } from '../../game-server/db/schema/salon.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { revision } from '../../game-server/services/content.ts'
import { exhibitorById, exhibitorCards } from '../../game-server/services/exhibitors.ts'
import { layOut } from '../../game-server/services/layout.ts'
import { currentPlan, publish, publishedHall, publishedPlan } from '../../game-server/services/plans.ts'
import { allSessions } from '../../game-server/services/programme.ts'
import { Refused } from '../../game-server/services/refused.ts'
import { describeSalon } from '../../game-server/services/salon.ts'
import { hallsOf, type Plan } from '../../shared/floorplan/model.ts'
import { exhibitor, SMALL_SALON, session } from './content.ts'
import { onEveryDatabase } from './databases.ts'

const NOW = new Date('2026-04-01T09:00:00Z')
const created = (count: number) => ({ created: count, updated: 0, unchanged: 0 })
const unchanged = (count: number) => ({ created: 0, updated: 0, unchanged: count })

describe('the records of a salon', () => {
  onEveryDatabase((db) => {
    beforeAll(async () => {
      expect(await arrange(db(), SMALL_SALON)).toEqual({
        salon: created(1),
        periods: created(1),
        tags: created(1),
        tracks: created(1),
        stages: created(1),
        speakers: created(1),
        exhibitors: created(3),
        sessions: created(2),
      })
    })

    test('are the same after the same import, and nothing counts as changed', async () => {
      const before = await revision(db())
      expect(await arrange(db(), SMALL_SALON)).toEqual({
        salon: unchanged(1),
        periods: unchanged(1),
        tags: unchanged(1),
        tracks: unchanged(1),
        stages: unchanged(1),
        speakers: unchanged(1),
        exhibitors: unchanged(3),
        sessions: unchanged(2),
      })
      expect(await revision(db())).toBe(before)
    })

    test('are updated where they differ, and what is not mentioned stays', async () => {
      const before = await revision(db())
      const done = await arrange(db(), {
        exhibitors: [exhibitor('cape', { kind: 'region', name: { ru: 'Мыс', en: 'Cape' } }), exhibitor('new')],
        sessions: [session('workshop', { ...SMALL_SALON.sessions[1], speakerIds: ['anna'] })],
      })
      expect(done.exhibitors).toEqual({ created: 1, updated: 1, unchanged: 0 })
      expect(done.sessions).toEqual({ created: 0, updated: 1, unchanged: 0 })
      expect(await revision(db())).toBe(before + 1)
      expect((await exhibitorCards(db(), null)).map(({ id }) => id)).toEqual(['cape', 'moss', 'new', 'tin'])
      const [workshop] = (await exhibitorById(db(), 'tin')).sessions
      expect(workshop?.speakers.map(({ name }) => name.en)).toEqual(['Anna Kedrova'])
    })

    test('of an import that fails are all as they were', async () => {
      const before = await exhibitorCards(db(), null)
      const broken = session('broken', { stageId: 'no-such-stage' })
      const attempt = arrange(db(), { exhibitors: [exhibitor('a'), exhibitor('b')], sessions: [broken] })
      await expect(attempt).rejects.toThrow()
      expect(await exhibitorCards(db(), null)).toEqual(before)
    })

    test('are more than fit one statement without anybody noticing', async () => {
      const many = Array.from({ length: 1203 }, (_, number) => exhibitor(`many-${number}`))
      await db()
        .transaction(async (tx) => {
          expect((await arrange(tx, { exhibitors: many })).exhibitors).toEqual(created(1203))
          expect((await arrange(tx, { exhibitors: many })).exhibitors).toEqual(unchanged(1203))
          throw new Error('undo')
        })
        .catch((error: Error) => expect(error.message).toBe('undo'))
      expect(await db().$count(exhibitorTable, sql`${exhibitorTable.id} like 'many-%'`)).toBe(0)
    })

    test('keep moments as moments, whatever the zone of the server', async () => {
      const [opening] = await allSessions(db())
      expect(opening).toMatchObject({ id: 'opening', startsAt: '2026-05-01T10:00:00.000Z', stageId: 'main' })
    })
  })
})

describe('a floor plan', () => {
  onEveryDatabase((db) => {
    let plan: Plan

    beforeAll(async () => {
      await arrange(db(), SMALL_SALON)
      plan = await layOut(db(), { hallSize: null, seed: null })
    })

    test('is not there before one is published, and then the salon says that it is not open', async () => {
      expect(await currentPlan(db())).toBeNull()
      await expect(describeSalon(db())).rejects.toEqual(new Refused('unavailable'))
    })

    test('once published is what visitors walk in, and halls and booths follow it', async () => {
      expect(await publish(db(), plan, NOW)).toEqual({ version: 1, changed: true })
      expect(await publishedPlan(db(), 1)).toEqual(plan)
      const hallId = hallsOf(plan)[0]?.id ?? ''
      expect((await publishedHall(db(), hallId))?.plan.booths).toHaveLength(3)
      expect(await publishedHall(db(), 'no-such-hall')).toBeNull()
      expect((await describeSalon(db())).halls).toEqual([{ id: hallId, name: hallsOf(plan)[0]?.name, booths: 3 }])
      expect((await exhibitorCards(db(), hallId)).map(({ id }) => id)).toEqual(['cape', 'moss', 'tin'])
      expect(await exhibitorCards(db(), 'no-such-hall')).toEqual([])
    })

    test('published once more is no new version', async () => {
      expect(await publish(db(), plan, NOW)).toEqual({ version: 1, changed: false })
    })

    test('that differs becomes the next version; the earlier one never changes', async () => {
      const tin = Object.values(plan.records).find((one) => one.type === 'booth' && one.exhibitorId === 'tin')
      if (tin?.type !== 'booth') throw new Error('no booth')
      const next: Plan = { ...plan, records: { ...plan.records, [tin.id]: { ...tin, number: 'Ы-99' } } }
      expect(await publish(db(), next, NOW)).toEqual({ version: 2, changed: true })
      expect(await publishedPlan(db(), 1)).toEqual(plan)
      const [row] = await db().select().from(booth).where(eq(booth.id, tin.id))
      expect(row).toMatchObject({ number: 'Ы-99', exhibitorId: 'tin' })
    })

    test('of two who publish at once becomes two versions', async () => {
      const withSeed = (seed: number) => layOut(db(), { hallSize: null, seed })
      const [one, other] = await Promise.all([withSeed(2), withSeed(3)])
      const versions = await Promise.all([publish(db(), one, NOW), publish(db(), other, NOW)])
      expect(versions.map(({ version }) => version).sort()).toEqual([3, 4])
      expect(await db().$count(planVersion)).toBe(4)
    })

    test('with an exhibitor nobody knows is refused, and everything stays', async () => {
      const before = await currentPlan(db())
      const some = Object.values(plan.records).find((one) => one.type === 'booth')
      if (some?.type !== 'booth') throw new Error('no booth')
      const wrong: Plan = { ...plan, records: { ...plan.records, [some.id]: { ...some, exhibitorId: 'nobody' } } }
      await expect(publish(db(), wrong, NOW)).rejects.toThrow()
      expect(await currentPlan(db())).toEqual(before)
      expect(await db().$count(hall)).toBe(1)
      const [row] = await db().select().from(salon)
      expect(row?.publishedVersion).toBe(before?.version)
    })
  })
})
