import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { and, eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { interaction } from '../../game-server/db/schema/interaction.ts'
import { lead } from '../../game-server/db/schema/lead.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { adopt } from '../../game-server/services/adopt.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { give, revoke } from '../../game-server/services/consents.ts'
import { ownLedger } from '../../game-server/services/consents-ledger.ts'
import { recordInteraction, report, sumUp } from '../../game-server/services/interactions.ts'
import { ask, changeLead, leads, leadWithEvents } from '../../game-server/services/leads.ts'
import { leadsFile } from '../../game-server/services/leads-file.ts'
import { leadSummary } from '../../game-server/services/leads-summary.ts'
import { NO_DETAILS } from '../../shared/booth/content.ts'
import { type Claim, claims, INTERACTION_KINDS } from '../../shared/leads/interaction.ts'
import { type LeadQuery, leadQuestions } from '../../shared/leads/model.ts'
import { CONSENT_FIELDS, CONSENT_WORDING, type ConsentGiven } from '../../shared/people/consent.ts'
import { exhibitor as aBooth, SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const NOW = new Date('2027-04-12T09:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const EVERYTHING = { fields: [...CONSENT_FIELDS], wording: CONSENT_WORDING, revision: 0 } satisfies ConsentGiven
const LATEST: LeadQuery = { order: 'latest' }

let booths = 0

onEveryDatabase((db) => {
  beforeAll(() => arrange(db(), SMALL_SALON))

  /** A booth that is nobody else's, and who owns it. */
  async function booth() {
    const id = `booth-${++booths}`
    const video = { id: 'robot', kind: 'link', title: { ru: 'Робот', en: 'Robot' }, url: 'https://example.org' }
    await db().insert(exhibitor).values(aBooth(id))
    await db()
      .update(exhibitor)
      .set({ details: { ...NO_DETAILS, materials: [video as never] } })
      .where(eq(exhibitor.id, id))
    const owner = await somebody(db(), { name: 'Владелица' })
    await db()
      .insert(roleGrant)
      .values({ personId: owner.personId, role: 'owner', scopeKind: 'exhibitor', scopeId: id })
    return { id, owner }
  }
  const anna = (change = {}) => somebody(db(), { name: 'Анна Липова', organisation: 'Школа № 5', ...change })
  const said = (kind: Claim['kind'], change: Partial<Claim> = {}): Claim => ({
    ...{ id: randomUUID(), kind, subject: null, seconds: null, share: null, at: NOW.toISOString() },
    ...change,
  })
  const seen = async ({ id, owner }: Awaited<ReturnType<typeof booth>>, query = LATEST) =>
    (await leads(db(), owner, id, query)).leads
  const file = async ({ id, owner }: Awaited<ReturnType<typeof booth>>, filter = {}) => {
    let text = ''
    for await (const part of await leadsFile(db(), owner, id, { mark: true, filter })) text += part
    return text
  }

  describe('what browsers report', () => {
    test('is counted once, whoever sends it again', async () => {
      const [at, who] = [await booth(), await anna()]
      const one = said('entered')
      await report(db(), who, at.id, [one, one], NOW)
      await Promise.all([report(db(), who, at.id, [one], NOW), report(db(), who, at.id, [one], NOW)])
      expect((await seen(at))[0]?.evidence).toEqual({ entered: { times: 1, seconds: 0, share: 0 } })
    })

    test('counts no more seconds than passed, at one booth or at two, one after the other or at once', async () => {
      const [here, there, who] = [await booth(), await booth(), await anna()]
      const stay = (from: number) => said('stayed', { seconds: 600, at: ago(from).toISOString() })
      await report(db(), who, here.id, [stay(120), stay(60)], NOW)
      await Promise.all([report(db(), who, here.id, [stay(0)], NOW), report(db(), who, there.id, [stay(0)], NOW)])
      const rows = await db().select().from(interaction).where(eq(interaction.personId, who.personId))
      expect(rows.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)).toBe(600)
    })

    test('counts of a film only what was not watched before', async () => {
      const [at, who] = [await booth(), await anna()]
      for (const share of [0.5, 0.2, 0.5, 0.8]) await report(db(), who, at.id, [said('watched', { share })], NOW)
      expect((await seen(at))[0]?.evidence.watched).toMatchObject({ times: 2, share: expect.closeTo(0.8) })
    })

    test('counts nothing of a film of which next to nothing was watched', async () => {
      const [at, who] = [await booth(), await anna()]
      await report(db(), who, at.id, [said('watched', { share: Number.MIN_VALUE }), said('entered')], NOW)
      expect(Object.keys((await seen(at))[0]?.evidence ?? {})).toEqual(['entered'])
    })

    test('is refused where it cannot be true', async () => {
      const [at, who] = [await booth(), await anna()]
      const tried = (one: Claim) => report(db(), who, at.id, [one], NOW)
      const old = said('entered', { at: ago(3600).toISOString() })
      await expect(tried(old)).rejects.toMatchObject({ reason: 'malformed', field: '0.at' })
      const ahead = said('entered', { at: ago(-3600).toISOString() })
      await expect(tried(ahead)).rejects.toMatchObject({ reason: 'malformed', field: '0.at' })
      const script = said('opened', { subject: '<script>alert(1)</script>' })
      await expect(tried(script)).rejects.toMatchObject({ reason: 'malformed', field: '0.subject' })
      await tried(said('opened', { subject: 'robot' }))
      await expect(report(db(), who, 'nowhere', [said('entered')], NOW)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(report(db(), null, at.id, [said('entered')], NOW)).rejects.toMatchObject({ reason: 'not-entered' })
    })

    test('never says that somebody asked, took or met, nor for whom', () => {
      for (const kind of ['asked', 'took', 'met'])
        expect(claims.safeParse([{ ...said('entered'), kind }]).success).toBe(false)
      const parsed = claims.parse([{ ...said('entered'), personId: 'somebody else' }])
      expect(parsed[0]).not.toHaveProperty('personId')
      expect(claims.safeParse(Array.from({ length: 51 }, () => said('entered'))).success).toBe(false)
    })

    test('makes no lead of the exhibitor’s own people', async () => {
      const at = await booth()
      await report(db(), at.owner, at.id, [said('entered')], NOW)
      expect(await seen(at)).toEqual([])
    })
  })

  test('what is added to a lead one by one is what there is altogether, in whatever order it is told', async () => {
    const act = fc.record({
      kind: fc.constantFrom(...INTERACTION_KINDS),
      seconds: fc.option(fc.integer({ min: 1, max: 600 })),
      share: fc.option(fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)),
      at: fc.integer({ min: 0, max: 86_400 }).map(ago),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const [exhibitorId, { personId }] = [`booth-${++booths}`, await anna()]
        for (const one of acts) await recordInteraction(db(), { exhibitorId, personId, ...one })
        const added = await db().select().from(lead).where(eq(lead.personId, personId))
        await sumUp(db(), exhibitorId, personId)
        expect(added).toEqual(await db().select().from(lead).where(eq(lead.personId, personId)))
      }),
      { numRuns: 20 },
    )
  })

  describe('a lead', () => {
    test('is evidence without a name until its person shares one, and again once they take it back', async () => {
      const [at, who] = [await booth(), await anna()]
      await recordInteraction(db(), {
        exhibitorId: at.id,
        personId: who.personId,
        kind: 'took',
        subject: 'robot',
        at: NOW,
      })
      expect(await seen(at)).toMatchObject([{ who: {}, score: 5, scoreParts: [{ kind: 'took', points: 5 }] }])
      expect(JSON.stringify(await seen(at))).not.toContain(who.personId)
      expect(await seen(at, { ...LATEST, q: 'Липова' })).toEqual([])
      await give(db(), who, at.id, EVERYTHING)
      const [named] = await seen(at, { ...LATEST, q: 'липова' })
      expect(named?.who).toMatchObject({ name: 'Анна Липова', email: who.email })
      expect(await file(at)).toContain('Анна Липова')
      await revoke(db(), who, at.id)
      expect((await leadWithEvents(db(), at.owner, at.id, named?.id ?? '')).who).toEqual({})
      expect(await seen(at, { ...LATEST, q: 'липова' })).toEqual([])
      expect(await file(at)).not.toMatch(/Липова|Школа|@/)
    })

    test('that was seen or exported is in its person’s ledger', async () => {
      const [at, who] = [await booth(), await anna()]
      await recordInteraction(db(), { exhibitorId: at.id, personId: who.personId, kind: 'entered', at: NOW })
      await give(db(), who, at.id, EVERYTHING)
      await seen(at)
      await file(at)
      const acts = (await ownLedger(db(), who, null)).map(({ act, seenBy }) => [act, seenBy])
      expect(acts).toEqual([
        ['lead-exported', 'Владелица'],
        ['lead-seen', 'Владелица'],
        ['granted', null],
      ])
    })

    test('is for its exhibitor alone: not by id, not by cursor, not as a file', async () => {
      const [mine, theirs, who] = [await booth(), await booth(), await anna()]
      for (const { id } of [mine, theirs])
        await recordInteraction(db(), { exhibitorId: id, personId: who.personId, kind: 'met', at: NOW })
      const [lead] = await seen(theirs)
      const id = lead?.id ?? ''
      await expect(leadWithEvents(db(), mine.owner, mine.id, id)).rejects.toMatchObject({ reason: 'not-found' })
      await expect(changeLead(db(), mine.owner, mine.id, id, { note: 'mine' })).rejects.toMatchObject({
        reason: 'not-found',
      })
      await expect(leads(db(), mine.owner, theirs.id, LATEST)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(leadsFile(db(), mine.owner, theirs.id, { mark: true })).rejects.toMatchObject({
        reason: 'forbidden',
      })
      const after = Buffer.from(JSON.stringify([Date.UTC(9999, 0), id])).toString('base64url')
      expect((await seen(mine, { ...LATEST, after })).map((one) => one.id)).not.toContain(id)
      for (const broken of [
        '',
        'e30',
        Buffer.from(`[8640000000000000,"x"]`).toString('base64url'),
        Buffer.from('["now()","x"]').toString('base64url'),
      ])
        await expect(leads(db(), mine.owner, mine.id, { ...LATEST, after: broken })).rejects.toMatchObject({
          field: 'after',
        })
    })

    test('is not for organizers', async () => {
      const [at, organizer] = [await booth(), await somebody(db())]
      await db()
        .insert(roleGrant)
        .values({ personId: organizer.personId, role: 'organizer', scopeKind: 'salon', scopeId: 'salon' })
      await expect(leads(db(), organizer, at.id, LATEST)).rejects.toMatchObject({ reason: 'forbidden' })
    })

    test('keeps note, tags, status, owner and answers to what is asked', async () => {
      const [at, who] = [await booth(), await anna()]
      await recordInteraction(db(), { exhibitorId: at.id, personId: who.personId, kind: 'asked', at: NOW })
      const id = (await seen(at))[0]?.id ?? ''
      const change = (next: Parameters<typeof changeLead>[4]) => changeLead(db(), at.owner, at.id, id, next)
      await ask(db(), at.owner, at.id, [{ id: 'when', kind: 'choice', text: 'Когда?', options: ['Весной', 'Осенью'] }])
      const ownerId = at.owner.personId
      const kept = {
        note: 'Позвонить',
        tags: ['химия'],
        status: 'contacted',
        ownerId,
        answers: { when: 'Весной' },
      } as const
      expect(await change({ ...kept, tags: ['химия', 'химия'] })).toMatchObject({
        ...kept,
        events: [{ kind: 'asked' }],
      })
      await expect(change({ answers: { when: 'Зимой' } })).rejects.toMatchObject({ field: 'answers.when' })
      await expect(change({ answers: { why: 'Так' } })).rejects.toMatchObject({ field: 'answers.why' })
      await expect(change({ ownerId: who.personId })).rejects.toMatchObject({ field: 'ownerId' })
      for (const query of [{ status: 'contacted' }, { ownerId }, { tag: 'химия' }, { q: 'позвон' }] as const)
        expect(await seen(at, { ...LATEST, ...query })).toHaveLength(1)
      for (const query of [{ status: 'won' }, { ownerId: 'x' }, { tag: 'физика' }, { q: '%' }] as const)
        expect(await seen(at, { ...LATEST, ...query })).toEqual([])
    })

    test('is not written over by somebody who has not seen what it says now', async () => {
      const [at, who] = [await booth(), await anna()]
      await recordInteraction(db(), { exhibitorId: at.id, personId: who.personId, kind: 'asked', at: NOW })
      const { id = '', version = -1 } = (await seen(at))[0] ?? {}
      const change = (next: Parameters<typeof changeLead>[4]) => changeLead(db(), at.owner, at.id, id, next)
      const both = await Promise.allSettled([change({ version, note: 'Одно' }), change({ version, note: 'Другое' })])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      await expect(change({ version, tags: ['химия'] })).rejects.toMatchObject({ reason: 'outdated' })
      await recordInteraction(db(), { exhibitorId: at.id, personId: who.personId, kind: 'met', at: NOW })
      expect(await change({ version: version + 1, tags: ['химия'] })).toMatchObject({ tags: ['химия'], version: 2 })
    })

    test('is counted by status and found by tag, and by whether its person shares anything', async () => {
      const [at, named, unnamed] = [await booth(), await anna(), await anna()]
      for (const { personId } of [named, unnamed])
        await recordInteraction(db(), { exhibitorId: at.id, personId, kind: 'met', at: NOW })
      await give(db(), named, at.id, EVERYTHING)
      const [first, ...others] = await seen(at, { ...LATEST, known: 'yes' })
      expect(others).toEqual([])
      await changeLead(db(), at.owner, at.id, first?.id ?? '', { tags: ['химия', 'опт'], status: 'won' })
      expect(await leadSummary(db(), at.owner, at.id)).toEqual({ statuses: { new: 1, won: 1 }, tags: ['опт', 'химия'] })
      expect(parse((await file(at, { status: 'won' })).slice(1))).toHaveLength(2)
      await revoke(db(), named, at.id)
      expect(await seen(at, { ...LATEST, known: 'yes' })).toEqual([])
      await expect(leadSummary(db(), named, at.id)).rejects.toMatchObject({ reason: 'forbidden' })
    })

    test('of a guest and of the account they sign in to become one, with all evidence', async () => {
      const [at, guest, member] = [await booth(), await anna({ guest: true }), await anna()]
      for (const { personId } of [guest, member])
        await recordInteraction(db(), { exhibitorId: at.id, personId, kind: 'entered', at: NOW })
      const ids = (await seen(at)).map(({ id }) => id)
      for (const id of ids) await changeLead(db(), at.owner, at.id, id, { note: `О ${id}` })
      await adopt(db(), guest.userId, member.userId)
      const [one, ...more] = await seen(at)
      expect(more).toEqual([])
      expect(one?.evidence.entered?.times).toBe(2)
      for (const id of ids) expect(one?.note).toContain(`О ${id}`)
    })
  })

  test('pages hold every lead once, in either order, also where many are alike', async () => {
    const at = await booth()
    const people = await Promise.all(Array.from({ length: 120 }, () => anna()))
    await db()
      .insert(lead)
      .values(
        people.map(({ personId }, n) => ({
          ...{ id: randomUUID(), exhibitorId: at.id, personId, score: n % 3 },
          ...{ firstSeenAt: NOW, lastSeenAt: ago(n % 7) },
        })),
      )
    for (const order of ['latest', 'best'] as const) {
      const ids: string[] = []
      let after: string | undefined
      do {
        const page = await leads(db(), at.owner, at.id, { order, after })
        ids.push(...page.leads.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      expect([ids.length, new Set(ids).size]).toEqual([120, 120])
    }
  })

  test('what is searched for is found once, by a note, by a shared name or by both, page by page', async () => {
    const at = await booth()
    const people = await Promise.all(Array.from({ length: 90 }, () => anna()))
    for (const [n, who] of people.entries()) {
      await recordInteraction(db(), { exhibitorId: at.id, personId: who.personId, kind: 'entered', at: ago(n % 7) })
      if (n % 3 > 0) await give(db(), who, at.id, EVERYTHING)
    }
    await db()
      .update(lead)
      .set({ note: 'Липовая аллея' })
      .where(
        and(
          eq(lead.exhibitorId, at.id),
          inArray(
            lead.personId,
            people.slice(0, 40).map(({ personId }) => personId),
          ),
        ),
      )
    const first = await leads(db(), at.owner, at.id, { ...LATEST, q: 'липова' })
    const second = await leads(db(), at.owner, at.id, { ...LATEST, q: 'липова', after: first.next ?? '' })
    const ids = [...first.leads, ...second.leads].map(({ id }) => id)
    // 40 with the note, two in three of the other 50 by name.
    expect([first.leads.length, ids.length, new Set(ids).size, second.next]).toEqual([50, 74, 74, null])
    const seenAt = [...first.leads, ...second.leads].map(({ lastSeenAt }) => lastSeenAt)
    expect(seenAt).toEqual(seenAt.toSorted().reverse())
  })

  test('the file has no cell that a spreadsheet would run, whatever people write', async () => {
    const [at, who] = [await booth(), await anna()]
    await recordInteraction(db(), { exhibitorId: at.id, personId: who.personId, kind: 'met', at: NOW })
    const id = (await seen(at))[0]?.id ?? ''
    const evil = fc.tuple(
      fc.constantFrom('=', '+', '-', '@', '\t=', '\r', '＝', '＋', ' ='),
      fc.string({ unit: 'grapheme-ascii' }),
    )
    await fc.assert(
      fc.asyncProperty(evil, async ([sign, rest]) => {
        const note = `${sign}${rest}`
        await changeLead(db(), at.owner, at.id, id, { note })
        const rows: string[][] = parse((await file(at)).slice(1))
        const place = rows[0]?.indexOf('note') ?? -1
        expect(rows[1]?.[place]).toBe(`'${note}`)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
      }),
      { numRuns: 25 },
    )
  })

  test('questions are ten at most, each with an id of its own', () => {
    const question = (id: string) => ({ id, kind: 'text', text: 'Что?' })
    expect(leadQuestions.safeParse([question('a'), question('a')]).success).toBe(false)
    expect(leadQuestions.safeParse(Array.from({ length: 11 }, (_, n) => question(`${n}`))).success).toBe(false)
  })
})
