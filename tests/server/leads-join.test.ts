import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { card } from '../../game-server/db/schema/card.ts'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { lead } from '../../game-server/db/schema/lead.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { adopt } from '../../game-server/services/adopt.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { give, revoke } from '../../game-server/services/consents.ts'
import { ownLedger } from '../../game-server/services/consents-ledger.ts'
import { recordInteraction } from '../../game-server/services/interactions.ts'
import { changeLead, leads, leadWithEvents } from '../../game-server/services/leads.ts'
import { leadsFile } from '../../game-server/services/leads-file.ts'
import { joinLeads, keepApart, separateLead } from '../../game-server/services/leads-join.ts'
import { leadSummary } from '../../game-server/services/leads-summary.ts'
import { eraseRecords } from '../../game-server/services/personal-data.ts'
import { CONSENT_WORDING, type ConsentField } from '../../shared/people/consent.ts'
import { exhibitor as aBooth, SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const NOW = new Date('2027-04-12T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const PHONES = ['+7 495 123-45-67', '8 (495) 123 45 67']

let booths = 0

onEveryDatabase((db) => {
  beforeAll(() => arrange(db(), SMALL_SALON))

  /** A booth and two visitors of it who wrote the same phone on their cards. */
  async function twoLeads(shared: readonly ConsentField[] = ['name', 'phone']) {
    const id = `joined-${++booths}`
    await db().insert(exhibitor).values(aBooth(id))
    const owner = await somebody(db(), { name: 'Владелица' })
    const grant = { role: 'owner', scopeKind: 'exhibitor', scopeId: id } as const
    await db()
      .insert(roleGrant)
      .values({ personId: owner.personId, ...grant })
    const visitor = async (n: 0 | 1) => {
      const one = await somebody(db(), { name: n === 0 ? 'Анна с телефона' : 'Анна с ноутбука' })
      await db()
        .insert(card)
        .values({ personId: one.personId, phone: PHONES[n] ?? '', fields: [] })
      const act = { exhibitorId: id, personId: one.personId, subject: null }
      await recordInteraction(db(), { ...act, kind: n === 0 ? 'asked' : 'met', at: later(n) })
      await give(db(), one, id, { fields: [...shared], wording: CONSENT_WORDING, revision: 0 })
      const [row] = await db().select().from(lead).where(eq(lead.personId, one.personId))
      return { ...one, leadId: row?.id ?? '' }
    }
    return { id, owner, phone: await visitor(0), laptop: await visitor(1) }
  }
  const listed = async ({ id, owner }: Awaited<ReturnType<typeof twoLeads>>) =>
    (await leads(db(), owner, id, { order: 'latest' })).leads
  const one = ({ id, owner }: Awaited<ReturnType<typeof twoLeads>>, leadId: string) =>
    leadWithEvents(db(), owner, id, leadId)

  describe('leads that share the same phone', () => {
    test('are proposed to be one, with what both share and nothing else; who is shown so is told', async () => {
      const at = await twoLeads()
      const { alike } = await one(at, at.phone.leadId)
      expect(alike).toMatchObject([{ id: at.laptop.leadId, by: ['phone'], who: { name: 'Анна с ноутбука' } }])
      expect(JSON.stringify(alike)).not.toContain(at.laptop.personId)
      const ledger = await ownLedger(db(), at.laptop, null)
      expect(ledger.some(({ act }) => act === 'lead-seen')).toBe(true)
    })

    test('are not, where one of them does not share it', async () => {
      const at = await twoLeads(['name'])
      expect((await one(at, at.phone.leadId)).alike).toEqual([])
    })

    test('are not proposed again once somebody said that they are two', async () => {
      const at = await twoLeads()
      const told = await keepApart(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])
      expect(told.alike).toEqual([])
      expect((await one(at, at.laptop.leadId)).alike).toEqual([])
      expect(await listed(at)).toHaveLength(2)
    })
  })

  describe('two leads shown as one', () => {
    test('are one in the list, in the counts and in the file, with the evidence, notes and tags of both', async () => {
      const at = await twoLeads()
      await changeLead(db(), at.owner, at.id, at.phone.leadId, { note: 'Звонить утром', tags: ['школа'] })
      await changeLead(db(), at.owner, at.id, at.laptop.leadId, { note: 'Нужен счёт', tags: ['срочно'] })
      const told = await joinLeads(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])
      expect(told).toMatchObject({
        ...{ id: at.phone.leadId, note: 'Звонить утром\n\nНужен счёт', tags: ['школа', 'срочно'], alike: [] },
        ...{ evidence: { asked: { times: 1 }, met: { times: 1 } }, score: 39, version: 2 },
        ...{ joined: [{ id: at.laptop.leadId }], lastSeenAt: later(1).toISOString() },
      })
      expect(told.events.map(({ kind }) => kind)).toEqual(['met', 'asked'])
      expect(await listed(at)).toMatchObject([{ id: at.phone.leadId, score: 39 }])
      expect(await leadSummary(db(), at.owner, at.id)).toMatchObject({ statuses: { new: 1 } })
      let file = ''
      for await (const part of await leadsFile(db(), at.owner, at.id, { mark: false })) file += part
      expect(file.trim().split('\r\n')).toHaveLength(2)
      // The part leads to what it is part of.
      expect((await one(at, at.laptop.leadId)).id).toBe(at.phone.leadId)
    })

    test('are one in what they do later, and two again when they are separated', async () => {
      const at = await twoLeads()
      await joinLeads(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])
      const act = { exhibitorId: at.id, personId: at.laptop.personId, kind: 'took', subject: 'robot' } as const
      await recordInteraction(db(), { ...act, at: later(30) })
      expect(await listed(at)).toMatchObject([{ score: 44, lastSeenAt: later(30).toISOString() }])
      const told = await separateLead(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])
      expect(told).toMatchObject({ joined: [], alike: [], evidence: { asked: { times: 1 } }, score: 10 })
      expect((await listed(at)).map(({ id, score }) => [id, score])).toContainEqual([at.laptop.leadId, 34])
    })

    test('hide what one of them takes back, and only that', async () => {
      const at = await twoLeads()
      await joinLeads(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])
      await revoke(db(), at.phone, at.id)
      expect((await one(at, at.phone.leadId)).who).toMatchObject({ name: 'Анна с ноутбука' })
      await revoke(db(), at.laptop, at.id)
      expect((await one(at, at.phone.leadId)).who).toEqual({})
    })

    test('leave the other when one is forgotten, whichever it is', async () => {
      for (const gone of ['phone', 'laptop'] as const) {
        const at = await twoLeads()
        await joinLeads(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])
        await eraseRecords(db(), at[gone])
        const left = at[gone === 'phone' ? 'laptop' : 'phone']
        expect(await listed(at)).toMatchObject([{ id: left.leadId, joined: [] }])
      }
    })

    test('become one lead when the guest signs in to the account', async () => {
      const at = await twoLeads()
      const third = await somebody(db(), { name: 'Третья' })
      await recordInteraction(db(), { exhibitorId: at.id, personId: third.personId, kind: 'entered', at: NOW })
      const [row] = await db().select().from(lead).where(eq(lead.personId, third.personId))
      await joinLeads(db(), at.owner, at.id, [at.phone.leadId, row?.id ?? ''])
      await adopt(db(), at.phone.userId, at.laptop.userId)
      const all = await listed(at)
      expect(all).toMatchObject([
        { id: at.laptop.leadId, joined: [{ id: row?.id }], evidence: { asked: { times: 1 }, met: { times: 1 } } },
      ])
    })

    test('are one, however many join them at once, this way round or that', async () => {
      const at = await twoLeads()
      const [a, b] = [at.phone.leadId, at.laptop.leadId]
      const ways = [
        [a, b],
        [b, a],
        [a, b],
        [b, a],
      ] as const
      const all = await Promise.allSettled(ways.map((way) => joinLeads(db(), at.owner, at.id, way)))
      expect(all.some(({ status }) => status === 'fulfilled')).toBe(true)
      const rows = await db().select().from(lead).where(eq(lead.exhibitorId, at.id))
      expect(rows.filter(({ joinedTo }) => joinedTo === null)).toHaveLength(1)
      expect(await listed(at)).toMatchObject([{ joined: [{}] }])
    })
  })

  test('leads of another exhibitor, of nobody, and a lead with itself are not joined', async () => {
    const [at, elsewhere] = [await twoLeads(), await twoLeads()]
    const tried = [
      [at.owner, [at.phone.leadId, elsewhere.phone.leadId], 'not-found'],
      [at.owner, [at.phone.leadId, 'nobody'], 'not-found'],
      [at.owner, [at.phone.leadId, at.phone.leadId], 'malformed'],
      [elsewhere.owner, [at.phone.leadId, at.laptop.leadId], 'forbidden'],
      [null, [at.phone.leadId, at.laptop.leadId], 'not-entered'],
    ] as const
    for (const [who, pair, reason] of tried) {
      await expect(joinLeads(db(), who, at.id, pair)).rejects.toMatchObject({ reason })
      await expect(keepApart(db(), who, at.id, pair)).rejects.toMatchObject({ reason })
    }
    await expect(separateLead(db(), at.owner, at.id, [at.phone.leadId, at.laptop.leadId])).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect(await listed(at)).toHaveLength(2)
  })
})
