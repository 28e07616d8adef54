import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { conversation, question } from '../../game-server/db/schema/conversation.ts'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { interaction } from '../../game-server/db/schema/interaction.ts'
import { lead } from '../../game-server/db/schema/lead.ts'
import { person } from '../../game-server/db/schema/person.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { boothFigures } from '../../game-server/services/booth-figures.ts'
import { countsOf } from '../../game-server/services/booth-figures-counts.ts'
import { boothFiguresFile } from '../../game-server/services/booth-figures-file.ts'
import { countedOnce } from '../../game-server/services/booth-figures-kept.ts'
import { NO_DETAILS } from '../../shared/booth/content.ts'
import type { FiguresQuery } from '../../shared/figures/booth-model.ts'
import type { LeadStatus } from '../../shared/leads/model.ts'
import { exhibitor as aBooth, SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

// The small salon is open from 1 May to 4 May 2026, in Moscow.
const NOW = new Date('2026-05-04T12:00:00Z')
const DAYS = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04']
const on = (day: number, time: string): Date => new Date(`2026-05-0${day}T${time}:00+03:00`)
const MATERIAL = {
  id: 'plan',
  kind: 'link',
  name: { ru: '=Учебный план', en: '=Curriculum' },
  link: 'https://example.org/',
}

let booths = 0

onEveryDatabase((db) => {
  let people: string[] = []
  beforeAll(async () => {
    await arrange(db(), SMALL_SALON)
    for (let n = 0; n < 24; n++) people.push((await somebody(db())).personId)
    people = people.toSorted()
  })

  async function booth() {
    const id = `measured-${++booths}`
    const details = { ...NO_DETAILS, materials: [MATERIAL as never] }
    await db()
      .insert(exhibitor)
      .values({ ...aBooth(id), details })
    const owner = await somebody(db())
    const held = { role: 'owner', scopeKind: 'exhibitor', scopeId: id } as const
    await db()
      .insert(roleGrant)
      .values({ personId: owner.personId, ...held })
    return { id, owner }
  }
  type Did = Partial<typeof interaction.$inferInsert>
  /** So many people, always the same ones first, did something. */
  const did = (exhibitorId: string, many: number, at: Date, what: Did = {}) =>
    db()
      .insert(interaction)
      .values(
        people.slice(0, many).map((personId) => ({ exhibitorId, personId, kind: 'entered' as const, at, ...what })),
      )
  async function asked(exhibitorId: string, askerId: string, askedAt: Date, afterMinutes: number | null) {
    const id = randomUUID()
    await db().insert(conversation).values({ id, exhibitorId, visitorId: askerId, createdAt: askedAt })
    const answeredAt = afterMinutes === null ? null : new Date(askedAt.getTime() + afterMinutes * 60_000)
    const status = answeredAt ? 'answered' : 'open'
    const one = { id, conversationId: id, exhibitorId, askerId, messageId: id }
    await db()
      .insert(question)
      .values({ ...one, status, askedAt, answeredAt })
  }
  const figures = ({ id, owner }: Awaited<ReturnType<typeof booth>>, query: FiguresQuery = {}, now = NOW) =>
    boothFigures(db(), owner, id, query, { now })
  const oneDay = (day: number, by?: 'day' | 'hour'): FiguresQuery => ({
    ...{ from: DAYS[day - 1], to: DAYS[day - 1] },
    ...(by && { by }),
  })

  test('People, visits and stays are counted by day and hour of the salon’s time zone, each person once', async () => {
    const at = await booth()
    await did(at.id, 8, on(1, '00:10'))
    await did(at.id, 8, on(1, '10:30'))
    await did(at.id, 12, on(2, '23:50'))
    for (const [n, personId] of people.slice(0, 8).entries()) {
      const stay = { exhibitorId: at.id, personId, kind: 'stayed' as const, at: on(1, '10:40') }
      await db()
        .insert(interaction)
        .values([
          { ...stay, seconds: 30 * n },
          { ...stay, seconds: 30 * n },
        ])
    }
    const all = await figures(at)
    expect(all).toMatchObject({ timeZone: 'Europe/Moscow', days: DAYS, day: null, before: null })
    expect(all.total).toMatchObject({ visitors: 12, visits: 28, dwell: { lower: 105, median: 210, upper: 315 } })
    // 12 − 8 who came on the first day only would be four people.
    expect(all.series).toEqual({
      by: 'day',
      visitors: DAYS.map((day, n) => ({ at: day, people: [null, null, 0, 0][n] })),
    })

    await did(at.id, 20, on(2, '23:50'))
    const [first, second] = [await figures(at, oneDay(1)), await figures(at, oneDay(2))]
    expect(first.total).toMatchObject({ visitors: 8, visits: 16 })
    expect(second).toMatchObject({ total: { visitors: 20, visits: 32, dwell: null }, before: { visitors: 8 } })
    const hours = Object.fromEntries(first.series.visitors.map(({ at: hour, people: n }) => [hour, n]))
    expect(hours).toMatchObject({ '00:00': 8, '10:00': 8, '23:00': 0 })
    expect(second.series.visitors.at(-1)).toEqual({ at: '23:00', people: 20 })
  })

  test('The exhibitor’s own people are no visitors, nor is what they asked', async () => {
    const at = await booth()
    await did(at.id, 6, on(1, '10:00'))
    for (const personId of people.slice(0, 6)) await asked(at.id, personId, on(1, '10:00'), 1)
    const [first = ''] = people
    const held = { personId: first, role: 'representative', scopeKind: 'exhibitor', scopeId: at.id } as const
    await db().insert(roleGrant).values(held)
    const { total, questions } = await figures(at)
    expect(total).toMatchObject({ visitors: 5, visits: 5, questions: 5 })
    expect(questions.minutes).toBe(5)
    await db()
      .delete(roleGrant)
      .where(and(eq(roleGrant.personId, first), eq(roleGrant.scopeId, at.id)))
  })

  test('Films, materials, cards and leads are told as people', async () => {
    const at = await booth()
    for (const [many, share] of [
      [20, 0.1],
      [14, 0.6],
      [7, 1],
    ] as const)
      await did(at.id, many, on(1, '10:00'), { kind: 'watched', share })
    await did(at.id, 11, on(1, '10:00'), { kind: 'took', subject: 'plan' })
    await did(at.id, 11, on(1, '11:00'), { kind: 'took', subject: 'plan' })
    await did(at.id, 9, on(1, '11:00'), { kind: 'opened', subject: 'plan' })
    await did(at.id, 5, on(1, '12:00'), { kind: 'opened', subject: 'gone' })
    await did(at.id, 6, on(2, '12:00'), { kind: 'met' })
    const leads = (status: LeadStatus, from: number, to: number) =>
      people.slice(from, to).map((personId) => ({
        ...{ id: randomUUID(), exhibitorId: at.id, personId, status, firstSeenAt: NOW, lastSeenAt: NOW },
      }))
    await db()
      .insert(lead)
      .values([...leads('new', 0, 14), ...leads('won', 14, 20)])
    const all = await figures(at)
    expect(all.films).toEqual([{ subject: null, name: aBooth(at.id).name, reached: [20, 14, 14, 7, 7] }])
    expect(all.things).toEqual([
      { subject: 'plan', kind: 'material', name: MATERIAL.name, opened: 9, taken: 11 },
      { subject: 'gone', kind: 'gone', name: null, opened: 5, taken: 0 },
    ])
    expect(all.total).toMatchObject({ takers: 11, cards: 6 })
    expect(all.leads.all).toBe(20)
    expect(all.leads.byStatus.map(({ people: n }) => n)).toEqual([14, 0, 0, 0, 6])
  })

  test('Questions are told by how soon they were answered, and hidden by who asked them', async () => {
    const at = await booth()
    const answered = [2, 30, 600, 3000, null] as const
    for (const [n, personId] of people.slice(0, 5).entries())
      for (const after of answered) await asked(at.id, personId, on(1, `1${n}:00`), after)
    expect((await figures(at)).questions).toEqual({ asked: 25, answered: 20, day: 15, hour: 10, minutes: 5 })
    // Ten more, but all of one person, who would be a group of one among the unanswered of the second day.
    for (let n = 0; n < 10; n++) await asked(at.id, people[7] ?? '', on(2, '10:00'), null)
    expect((await figures(at, oneDay(2))).questions.asked).toBeNull()
  })

  test('What is not over yet is not told: whole hours, a quarter of an hour after their end', async () => {
    const at = await booth()
    await did(at.id, 6, on(4, '14:00'))
    await did(at.id, 24, on(4, '15:05'))
    const before = await figures(at, oneDay(4), new Date('2026-05-04T13:14:00Z'))
    expect([before.until, before.total.visitors]).toEqual(['2026-05-04T12:00:00.000Z', 6])
    expect((await figures(at, oneDay(4), new Date('2026-05-04T13:16:00Z'))).total.visitors).toBe(24)
  })

  test('Before the salon opens there are no days and nothing to count', async () => {
    const at = await booth()
    const early = await figures(at, {}, new Date('2026-04-01T00:00:00Z'))
    expect(early).toMatchObject({ days: [], day: null, total: { visitors: 0, dwell: null }, films: [], things: [] })
  })

  test('Only all days can be asked for, or one of them: no overlapping, foreign or endless ranges', async () => {
    const at = await booth()
    const refused = async (query: FiguresQuery, field: string) =>
      expect(figures(at, query)).rejects.toMatchObject({ reason: 'malformed', field })
    await refused({ from: DAYS[0], to: DAYS[1] }, 'to')
    await refused({ from: DAYS[1] }, 'from')
    await refused({ to: DAYS[2] }, 'to')
    await refused({ from: '0001-01-01', to: '9999-12-31' }, 'from')
    await refused({ from: '2026-05-05', to: '2026-05-05' }, 'from')
    await refused({ by: 'hour' }, 'by')
    expect((await figures(at, { from: DAYS[0], to: DAYS[3] })).day).toBeNull()
    expect((await figures(at, oneDay(2, 'day'))).series.visitors).toHaveLength(1)
  })

  test('Another exhibitor, a visitor, an organizer and nobody are refused', async () => {
    const [at, other] = [await booth(), await booth()]
    const organizer = await somebody(db())
    const held = { personId: organizer.personId, role: 'organizer', scopeKind: 'salon', scopeId: 'salon' } as const
    await db().insert(roleGrant).values(held)
    const visitor = await somebody(db())
    for (const caller of [other.owner, visitor, organizer])
      await expect(boothFigures(db(), caller, at.id, {})).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(boothFigures(db(), null, at.id, {})).rejects.toMatchObject({ reason: 'not-entered' })
    await expect(boothFigures(db(), at.owner, "x' or '1'='1", {})).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('The figures of one booth hold nothing of another’s', async () => {
    const [at, other] = [await booth(), await booth()]
    await did(other.id, 20, on(1, '10:00'))
    await asked(other.id, people[0] ?? '', on(1, '10:00'), 1)
    const { total, questions } = await figures(at)
    expect([total.visitors, total.questions, questions.asked]).toEqual([0, 0, 0])
  })

  test('Somebody who is forgotten is gone from the figures', async () => {
    const at = await booth()
    await did(at.id, 5, on(1, '10:00'))
    const forgotten = await somebody(db())
    await db()
      .insert(interaction)
      .values({ exhibitorId: at.id, personId: forgotten.personId, kind: 'entered', at: on(1, '10:00') })
    expect((await figures(at)).total.visitors).toBe(6)
    await db().delete(person).where(eq(person.id, forgotten.personId))
    expect((await figures(at)).total.visitors).toBe(5)
  })

  test('Counting is done once an hour, however many ask, and again after it failed', async () => {
    const at = await booth()
    await did(at.id, 6, on(1, '10:00'))
    const counting = vi.fn(countsOf).mockRejectedValueOnce(new Error('gone for a moment'))
    const count = countedOnce(counting)
    const ask = (now: Date) => boothFigures(db(), at.owner, at.id, {}, { now, count })
    await expect(ask(NOW)).rejects.toThrow('gone for a moment')
    const both = await Promise.all([ask(NOW), ask(NOW)])
    expect(both.map(({ total }) => total.visitors)).toEqual([6, 6])
    await ask(new Date(NOW.getTime() + 60_000))
    expect(counting).toHaveBeenCalledTimes(2)
    await ask(new Date(NOW.getTime() + 60 * 60_000))
    expect(counting).toHaveBeenCalledTimes(3)
  })

  test('The table is the same figures, hidden ones empty, and no name in it is a formula', async () => {
    const at = await booth()
    await did(at.id, 6, on(1, '10:00'), { kind: 'took', subject: 'plan' })
    await did(at.id, 3, on(2, '10:00'), { kind: 'met' })
    const text = boothFiguresFile(await figures(at), 'ru', { mark: true })
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    const value = (figure: string) => rows.find((row) => row.figure === figure)
    expect(value('visitors')?.value).toBe('6')
    expect(value('people_who_exchanged_cards')?.value).toBe('')
    expect(value('material_taken')).toMatchObject({ id: 'plan', name: "'=Учебный план", value: '6' })
  })
})
