import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../game-server/config.ts'
import { interaction } from '../../game-server/db/schema/interaction.ts'
import { lead } from '../../game-server/db/schema/lead.ts'
import { recordInteraction } from '../../game-server/services/interactions.ts'
import { forgetOld } from '../../game-server/services/retention.ts'
import { LEAD_STATUSES, type LeadStatus } from '../../shared/leads/model.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const NOW = new Date('2027-04-12T09:00:00Z')
const DAYS = 365
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60_000)

onEveryDatabase((db) => {
  /** A lead who was last seen then, and the one thing they did. */
  async function seen(at: Date, status: LeadStatus = 'new') {
    const { personId } = await somebody(db())
    const id = randomUUID()
    await db().insert(lead).values({ id, exhibitorId: 'booth', personId, status, firstSeenAt: at, lastSeenAt: at })
    await db().insert(interaction).values({ exhibitorId: 'booth', personId, kind: 'entered', at })
    return { id, personId }
  }
  const isThere = async (id: string) => (await db().$count(lead, eq(lead.id, id))) === 1
  const acts = (personId: string) => db().$count(interaction, eq(interaction.personId, personId))

  test('What is older than the days goes, what is younger stays, and a second time changes nothing', async () => {
    const old = await seen(daysAgo(DAYS + 1))
    const young = await seen(daysAgo(DAYS - 1))
    expect(await forgetOld(db(), DAYS, NOW)).toEqual({ interactions: 1, leads: 1, footfall: 0 })
    expect([await isThere(old.id), await acts(old.personId)]).toEqual([false, 0])
    expect([await isThere(young.id), await acts(young.personId)]).toEqual([true, 1])
    expect(await forgetOld(db(), DAYS, NOW)).toEqual({ interactions: 0, leads: 0, footfall: 0 })
    expect([await isThere(young.id), await acts(young.personId)]).toEqual([true, 1])
  })

  test('Leads that the exhibitor still talks to stay, without what they did', async () => {
    const kept: LeadStatus[] = []
    const all = await Promise.all(
      LEAD_STATUSES.map(async (status) => ({ status, ...(await seen(daysAgo(DAYS + 1), status)) })),
    )
    await forgetOld(db(), DAYS, NOW)
    for (const { status, id, personId } of all) {
      if (await isThere(id)) kept.push(status)
      expect(await acts(personId)).toBe(0)
    }
    expect(kept).toEqual(['contacted', 'qualified'])
  })

  test('A lead who came again keeps the sums of what is left', async () => {
    const { personId } = await somebody(db())
    const did = (at: Date, seconds: number) =>
      recordInteraction(db(), { exhibitorId: 'booth', personId, kind: 'stayed', seconds, at })
    await did(daysAgo(DAYS + 1), 600)
    await did(daysAgo(1), 120)
    await forgetOld(db(), DAYS, NOW)
    const [left] = await db().select().from(lead).where(eq(lead.personId, personId))
    expect(left).toMatchObject({ evidence: { stayed: { times: 1, seconds: 120, share: 0 } }, score: 2 })
    expect(left?.firstSeenAt).toEqual(daysAgo(1))
  })

  test('More than one batch is forgotten whole', async () => {
    const { personId } = await somebody(db())
    const one = { exhibitorId: 'booth', personId, kind: 'entered', at: daysAgo(DAYS + 1) } as const
    await db()
      .insert(interaction)
      .values(Array.from({ length: 6000 }, () => one))
    expect((await forgetOld(db(), DAYS, NOW)).interactions).toBe(6000)
    expect(await acts(personId)).toBe(0)
  })
})

describe('RETENTION_DAYS', () => {
  test('is a year unless it is set', () => {
    expect(readConfig({}).retentionDays).toBe(365)
    expect(readConfig({ RETENTION_DAYS: '30' }).retentionDays).toBe(30)
  })
  test.each(['0', '3651', '1.5', 'a year'])('cannot be «%s»', (given) => {
    expect(() => readConfig({ RETENTION_DAYS: given })).toThrow('RETENTION_DAYS must be a whole number from 1 to 3650')
  })
})
