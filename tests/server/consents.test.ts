import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { card } from '../../game-server/db/schema/card.ts'
import { ledgerEntry } from '../../game-server/db/schema/consent.ts'
import { adopt } from '../../game-server/services/adopt.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import {
  give,
  ownConsent,
  ownConsents,
  type Reveal,
  reveal,
  revoke,
  sharedFields,
} from '../../game-server/services/consents.ts'
import { ownLedger } from '../../game-server/services/consents-ledger.ts'
import { eraseRecords } from '../../game-server/services/personal-data.ts'
import { CONSENT_FIELDS, CONSENT_WORDING, type ConsentField } from '../../shared/people/consent.ts'
import { SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const WHO = { name: 'Анна Липова', organisation: 'Школа № 5', position: 'Учитель химии', interests: ['химия'] }
const PHONE = '+7 900 000-00-00'
const ONLY_NAME: ConsentField[] = ['name']
const given = (fields: ConsentField[], revision: number) => ({ fields, wording: CONSENT_WORDING, revision }) as const

onEveryDatabase((db) => {
  beforeAll(() => arrange(db(), SMALL_SALON))

  const anna = async () => {
    const who = await somebody(db(), WHO)
    await db().insert(card).values({ personId: who.personId, phone: PHONE, fields: [] })
    return who
  }
  const seenAt = (exhibitorId: string, { personId }: { personId: string }) =>
    sharedFields(db(), exhibitorId, [personId]).then((seen) => seen.get(personId))
  const look = (personId: string, change: Partial<Reveal> = {}): Reveal => ({
    ...{ exhibitorId: 'tin', personIds: [personId], seenBy: null, act: 'lead-seen', at: new Date(), ...change },
  })

  describe('a consent', () => {
    test('shows one exhibitor the fields it names, and nobody anything before it', async () => {
      const who = await anna()
      expect(await seenAt('tin', who)).toBeUndefined()
      await give(db(), who, 'tin', given(['name', 'phone'], 0))
      expect(await seenAt('tin', who)).toEqual({ name: WHO.name, phone: PHONE })
      expect(await seenAt('moss', who)).toBeUndefined()
      await give(db(), who, 'tin', given([...CONSENT_FIELDS], 1))
      expect(await seenAt('tin', who)).toEqual({ ...WHO, phone: PHONE, email: who.email, chat: true })
    })

    test('is taken back at once, for one or for all, and taking back twice is no error', async () => {
      const who = await anna()
      for (const id of ['tin', 'moss', 'cape']) await give(db(), who, id, given(ONLY_NAME, 0))
      await revoke(db(), who, 'tin')
      await revoke(db(), who, 'tin')
      expect([await seenAt('tin', who), await seenAt('moss', who)]).toEqual([undefined, { name: WHO.name }])
      await revoke(db(), who, null)
      expect([await seenAt('moss', who), await seenAt('cape', who)]).toEqual([undefined, undefined])
      expect((await ownConsents(db(), who)).map(({ fields }) => fields)).toEqual([[], [], []])
    })

    test('that was taken back is not given again by the request that once gave it', async () => {
      const who = await anna()
      const request = given(['name', 'email'], 0)
      await give(db(), who, 'tin', request)
      await revoke(db(), who, 'tin')
      await expect(give(db(), who, 'tin', request)).rejects.toMatchObject({ reason: 'outdated' })
      await expect(give(db(), who, 'tin', given(['name'], 1))).rejects.toMatchObject({ reason: 'outdated' })
      expect(await seenAt('tin', who)).toBeUndefined()
      expect(await ownConsent(db(), who, 'tin')).toMatchObject({ fields: [], revision: 2 })
    })

    test('given twice at once is given once', async () => {
      const who = await anna()
      const both = await Promise.allSettled([
        give(db(), who, 'tin', given(['name'], 0)),
        give(db(), who, 'tin', given(['email'], 0)),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect((await ownLedger(db(), who, null)).filter(({ act }) => act === 'granted')).toHaveLength(1)
    })

    test('is given to exhibitors there are, by those who have come in', async () => {
      const who = await anna()
      await expect(give(db(), who, 'nowhere', given(ONLY_NAME, 0))).rejects.toMatchObject({ reason: 'not-found' })
      await expect(give(db(), null, 'tin', given(ONLY_NAME, 0))).rejects.toMatchObject({ reason: 'not-entered' })
      await expect(revoke(db(), null, null)).rejects.toMatchObject({ reason: 'not-entered' })
    })

    test('never tells the address we made up for a guest', async () => {
      const guest = await somebody(db(), { ...WHO, guest: true })
      await give(db(), guest, 'tin', given(['name', 'email'], 0))
      expect(await seenAt('tin', guest)).toEqual({ name: WHO.name })
    })

    test('shows exactly what was last agreed to, whatever came before', async () => {
      const step = fc.oneof(
        fc.record({ to: fc.constantFrom('tin', 'moss'), fields: fc.subarray([...CONSENT_FIELDS]) }),
        fc.record({ to: fc.constantFrom('tin', 'moss', null), fields: fc.constant(null) }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
          const who = await anna()
          const agreed: Record<string, readonly ConsentField[]> = { tin: [], moss: [] }
          for (const { to, fields } of steps) {
            if (fields && to) {
              const { revision } = await ownConsent(db(), who, to)
              await give(db(), who, to, given(fields, revision))
              agreed[to] = fields
            } else {
              await revoke(db(), who, to)
              for (const id of to ? [to] : Object.keys(agreed)) agreed[id] = []
            }
          }
          for (const [id, fields] of Object.entries(agreed)) {
            expect(Object.keys((await seenAt(id, who)) ?? {}).toSorted()).toEqual(fields.toSorted())
          }
        }),
        { numRuns: 20 },
      )
    })

    test('goes along when a guest signs in, and is forgotten with its person', async () => {
      const guest = await somebody(db(), { ...WHO, guest: true })
      const member = await anna()
      await give(db(), guest, 'tin', given(ONLY_NAME, 0))
      await give(db(), guest, 'moss', given(ONLY_NAME, 0))
      await give(db(), member, 'moss', given(['position'], 0))
      await adopt(db(), guest.userId, member.userId)
      expect(await seenAt('tin', member)).toEqual({ name: WHO.name })
      expect(await seenAt('moss', member)).toEqual({ position: WHO.position })
      expect(await ownLedger(db(), member, null)).toHaveLength(3)
      await eraseRecords(db(), member)
      expect(await seenAt('tin', member)).toBeUndefined()
    })
  })

  describe('the ledger', () => {
    test('tells who saw what, when, and how, to nobody but the one it is about', async () => {
      const [who, other] = [await anna(), await anna()]
      const looker = await somebody(db(), { name: 'Борис' })
      await give(db(), who, 'tin', given(['name', 'email'], 0))
      const at = new Date('2027-04-12T09:00:00Z')
      const seen = await reveal(db(), look(who.personId, { seenBy: looker.personId, at }))
      expect(seen.get(who.personId)).toEqual({ name: WHO.name, email: who.email })
      await reveal(db(), look(who.personId, { act: 'lead-sent', at }))
      const entry = { exhibitorId: 'tin', fields: ['email', 'name'], at: at.toISOString() }
      expect(await ownLedger(db(), who, null)).toMatchObject([
        { ...entry, act: 'lead-sent', seenBy: null },
        { ...entry, act: 'lead-seen', seenBy: 'Борис' },
        { act: 'granted', fields: ['email', 'name'], seenBy: null },
      ])
      expect(await ownLedger(db(), other, null)).toEqual([])
      await expect(ownLedger(db(), null, null)).rejects.toMatchObject({ reason: 'not-entered' })
    })

    test('knows what was taken back, field by field, and tells page by page', async () => {
      const who = await anna()
      await give(db(), who, 'tin', given(['name', 'email'], 0))
      await give(db(), who, 'tin', given(['name', 'phone'], 1))
      await revoke(db(), who, 'tin')
      const all = await ownLedger(db(), who, null)
      expect(all.map(({ act, fields }) => [act, fields])).toEqual([
        ['revoked', ['name', 'phone']],
        ['revoked', ['email']],
        ['granted', ['phone']],
        ['granted', ['email', 'name']],
      ])
      expect(await ownLedger(db(), who, all[1]?.id ?? 0)).toEqual(all.slice(2))
    })

    test('has one entry of a look that goes on, another of another look', async () => {
      const who = await anna()
      await give(db(), who, 'tin', given(ONLY_NAME, 0))
      const start = Date.parse('2027-04-12T09:00:00Z')
      for (const minute of [0, 1, 10, 40])
        await reveal(db(), look(who.personId, { at: new Date(start + minute * 60_000) }))
      expect((await ownLedger(db(), who, null)).filter(({ act }) => act === 'lead-seen')).toHaveLength(2)
    })

    test('has nothing of what was not shown', async () => {
      const who = await anna()
      expect((await reveal(db(), look(who.personId))).size).toBe(0)
      expect(await ownLedger(db(), who, null)).toEqual([])
    })

    test('cannot be changed, shortened or emptied, whoever tries', async () => {
      const who = await anna()
      await give(db(), who, 'tin', given(ONLY_NAME, 0))
      const before = await db().select().from(ledgerEntry)
      const tries = [
        db().update(ledgerEntry).set({ fields: [] }),
        db().update(ledgerEntry).set({ subject: 'somebody else' }),
        db().delete(ledgerEntry),
        db().execute(sql`truncate ledger_entry`),
        db()
          .insert(ledgerEntry)
          .overridingSystemValue()
          .values({ ...before[0], id: before[0]?.id ?? 0 } as typeof ledgerEntry.$inferInsert)
          .onConflictDoUpdate({ target: ledgerEntry.id, set: { fields: [] } }),
      ]
      for (const one of tries) {
        await expect(one).rejects.toMatchObject({ cause: { message: 'the ledger is only ever added to' } })
      }
      expect(await db().select().from(ledgerEntry)).toEqual(before)
    })

    test('leads to nobody once its person is forgotten, and tells others what it told them', async () => {
      const [who, looker] = [await anna(), await somebody(db(), { name: 'Борис' })]
      await give(db(), who, 'tin', given(ONLY_NAME, 0))
      await reveal(db(), look(who.personId, { seenBy: looker.personId }))
      await eraseRecords(db(), looker)
      expect((await ownLedger(db(), who, null))[0]).toMatchObject({ act: 'lead-seen', seenBy: null, fields: ['name'] })
      const rows = await db().$count(ledgerEntry)
      await eraseRecords(db(), who)
      expect(await db().$count(ledgerEntry)).toBe(rows)
      expect(JSON.stringify(await db().select().from(ledgerEntry))).not.toContain(who.personId)
    })
  })
})
