import { eq, getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import * as schema from '../../game-server/db/schema/index.ts'
import { Attempts } from '../../game-server/services/attempts.ts'
import { documentOf } from '../../game-server/services/booth-content.ts'
import { enter } from '../../game-server/services/guests.ts'
import { codeLetter } from '../../game-server/services/letters.ts'
import { Outbox } from '../../game-server/services/outbox.ts'
import { leave, ownRecords } from '../../game-server/services/own-data.ts'
import { ABOUT_NOBODY, PERSONAL } from '../../game-server/services/personal-data.ts'
import { Refused } from '../../game-server/services/refused.ts'
import { anyLook } from '../../shared/people/look.ts'
import { NO_VISIT } from '../../shared/route/visit.ts'
import { accountsOn } from './accounts-of-tests.ts'
import { exhibitor } from './content.ts'
import { conversationOf } from './conversations.ts'
import { onEveryDatabase } from './databases.ts'
import { A_ROUTE } from './routes.ts'

const ANNA = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false } as const
const CONSENT = { fields: ['name'], wording: 1, revision: 1 } satisfies Partial<typeof schema.consent.$inferInsert>
const PASSWORD = 'сирень цветёт в мае'

const exported: readonly unknown[] = Object.values(schema)
const tables = exported.filter((one): one is PgTable => is(one, PgTable))
const known = PERSONAL.map(({ table }) => getTableName(table))

describe('the schema', () => {
  test('has no table that export and erasure do not know', () => {
    expect(tables.length).toBeGreaterThan(15)
    const unknown = tables
      .map((table) => getTableName(table))
      .filter((name) => !known.includes(name) && !ABOUT_NOBODY.includes(name))
    expect(unknown).toEqual([])
  })

  test('tells nothing about people in the tables that are said to be about nobody', () => {
    const personal = /person|user|e-?mail|phone|recipient|address|agent|given_?by|owner/i
    const suspicious = tables
      .filter((table) => ABOUT_NOBODY.includes(getTableName(table)))
      .flatMap((table) => Object.keys(getTableColumns(table)).map((column) => `${getTableName(table)}.${column}`))
      .filter((column) => personal.test(column.split('.')[1] ?? ''))
    expect(suspicious).toEqual([])
  })

  test('has every table of the lists, none of them twice', () => {
    const listed = [...known, ...ABOUT_NOBODY]
    expect(listed.toSorted()).toEqual(tables.map((table) => getTableName(table)).toSorted())
  })
})

describe('personal data', () => {
  onEveryDatabase((db) => {
    /** Somebody with a row in every table that knows people. */
    async function member(email: string) {
      const { accounts, letters } = accountsOn(db())
      const outbox = new Outbox(db(), null, () => {})
      const deps = { db: db(), accounts, attempts: new Attempts(null), write: outbox.write.bind(outbox) }
      const { me, cookies } = await enter(db(), accounts, new Headers(), ANNA)
      const headers = new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })
      await accounts.api.requestEmailChangeEmailOTP({ headers, body: { newEmail: email } })
      const otp = /\d{6}/.exec(letters[0]?.text ?? '')?.[0] ?? ''
      await accounts.api.changeEmailEmailOTP({ headers, body: { newEmail: email, otp } })
      await accounts.api.setPassword({ headers, body: { newPassword: PASSWORD } })
      await accounts.api.requestPasswordResetEmailOTP({ headers, body: { email } })
      await outbox.write(email, codeLetter('reset-password', '123456', 15, 'ru'))
      await db()
        .insert(schema.roleGrant)
        .values({ personId: me.personId, role: 'owner', scopeKind: 'exhibitor', scopeId: 'x' })
      await conversationOf(db(), me.personId)
      const { personId } = me
      const now = new Date()
      await db()
        .insert(schema.consent)
        .values({ personId, exhibitorId: 'x', ...CONSENT, changedAt: now })
      await db()
        .insert(schema.ledgerAlias)
        .values({ id: `alias ${personId}`, personId })
      await db()
        .insert(schema.ledgerEntry)
        .values({ subject: `alias ${personId}`, act: 'granted', fields: ['name'], at: now })
      await db().insert(schema.card).values({ personId, fields: [] })
      const pair = { fromId: personId, toId: personId, state: 'agreed' } as const
      await db()
        .insert(schema.cardExchange)
        .values({ id: personId, ...pair, askedAt: now, expiresAt: now })
      await db().insert(schema.cardBlock).values({ personId, blockedId: personId, at: now })
      const title = { ru: 'Приборы', en: 'Instruments' }
      await db()
        .insert(schema.briefcaseItem)
        .values({ id: personId, personId, kind: 'booth', exhibitorId: 'x', subjectId: 'x', title, putAt: now })
      const sent = { name: 'a.pdf', bytes: 1, renditions: {}, createdAt: now }
      await db()
        .insert(schema.file)
        .values({ id: personId, personId, ...sent })
      await db().insert(schema.interaction).values({ exhibitorId: 'x', personId, kind: 'entered', at: now })
      const seen = { firstSeenAt: now, lastSeenAt: now }
      await db()
        .insert(schema.lead)
        .values({ id: personId, exhibitorId: 'x', personId, ...seen })
      const made = { createdAt: now, dueAt: now }
      await db()
        .insert(schema.webhookEndpoint)
        .values({
          ...{ id: personId, exhibitorId: 'x', url: 'https://example.org', secret: '', events: [] },
          ...{ createdAt: now, aliveAt: now },
        })
      await db()
        .insert(schema.webhookDelivery)
        .values({ id: personId, endpointId: personId, event: 'lead.updated', leadId: personId, ...made })
      await db().insert(schema.takeawayLink).values({ tokenHash: personId, personId, madeAt: now, expiresAt: now })
      await db().insert(schema.visit).values({ id: personId, personId, document: NO_VISIT, changedAt: now })
      await db().insert(schema.sharedRoute).values({ id: personId, personId, content: A_ROUTE, createdAt: now })
      await db().insert(schema.exhibitor).values(exhibitor(personId))
      const written = { exhibitorId: personId, document: documentOf(exhibitor(personId)) }
      await db()
        .insert(schema.boothDraft)
        .values({ ...written, revision: 1, locks: [], updatedBy: personId, updatedAt: now })
      await db()
        .insert(schema.boothVersion)
        .values({ ...written, version: 1, changed: [], note: '', publishedBy: personId, publishedAt: now })
      const invited = { exhibitorId: personId, role: 'representative', email } as const
      await db()
        .insert(schema.boothInvitation)
        .values({ id: personId, ...invited, tokenHash: personId, invitedAt: now, expiresAt: now })
      return { deps, me, asking: { headers, address: '198.51.100.1' } }
    }

    test('is given out whole: every table tells something, and nothing to sign in with', async () => {
      const { deps, asking, me } = await member('anna@example.org')
      const { records } = await ownRecords(deps, asking)
      expect(Object.keys(records).toSorted()).toEqual(known.toSorted())
      expect(Object.entries(records).filter(([, rows]) => rows.length === 0)).toEqual([])
      expect(records.person).toMatchObject([{ id: me.personId, name: 'Анна' }])
      const columns = Object.values(records).flatMap((rows) => rows.flatMap((row) => Object.keys(row)))
      expect(columns).not.toContain('password')
      expect(columns).not.toContain('token')
    })

    test('is erased with the right password only, and then no row is left, but for others', async () => {
      const other = await member('other@example.org')
      const before = await counts()
      const { deps, asking } = await member('bob@example.org')
      await expect(leave(deps, asking, undefined)).rejects.toMatchObject({ reason: 'wrong-credentials' })
      await expect(leave(deps, asking, 'a guess')).rejects.toMatchObject({ reason: 'wrong-credentials' })
      const { cookies, sessionIds } = await leave(deps, asking, PASSWORD)
      expect(cookies.join()).toMatch(/session_token=;.*Max-Age=0/)
      expect(sessionIds).toHaveLength(1)
      expect(await counts()).toEqual(before)
      await expect(leave(deps, asking, PASSWORD)).rejects.toEqual(new Refused('not-entered'))
      expect((await ownRecords(other.deps, other.asking)).records.person).toHaveLength(1)
    })

    test('of a guest is erased without a question', async () => {
      const before = await counts()
      const { accounts } = accountsOn(db())
      const { cookies } = await enter(db(), accounts, new Headers(), ANNA)
      const headers = new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })
      const deps = { db: db(), accounts, attempts: new Attempts(null), write: async () => {} }
      await leave(deps, { headers, address: '198.51.100.1' }, undefined)
      expect(await counts()).toEqual(before)
    })

    test('leaves the ledger behind without a way to the person it was about', async () => {
      const { deps, asking, me } = await member('carol@example.org')
      const entries = () => db().$count(schema.ledgerEntry)
      const before = await entries()
      await leave(deps, asking, PASSWORD)
      expect(await entries()).toBe(before)
      expect(await db().$count(schema.ledgerAlias, eq(schema.ledgerAlias.personId, me.personId))).toBe(0)
    })

    /** Rows of all tables from which rows go. */
    const counts = () => Promise.all(PERSONAL.filter(({ stays }) => !stays).map(({ table }) => db().$count(table)))
  })
})
