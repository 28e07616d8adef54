import ICAL from 'ical.js'
import { describe, expect, test, vi } from 'vitest'
import { calendarOf } from '../../../client/visit/calendar.ts'
import { due } from '../../../client/visit/due.ts'
import type { SalonBook } from '../../../client/visit/use-salon-facts.ts'
import { lasting } from '../../../client/visit/words.ts'
import { keyOf, NO_VISIT, type Subject, type Visit, type Wish } from '../../../shared/route/visit.ts'
import type { Session } from '../../../shared/salon/model.ts'
import { boothWish } from '../../server/routes.ts'

const both = (text: string) => ({ ru: text, en: text })
const talk: Session = {
  ...{ id: 'talk', title: { ru: 'Дети; в эфире, и\nточка', en: 'On air' }, summary: both('…') },
  ...{ startsAt: '2027-04-12T07:30:00.000Z', endsAt: '2027-04-12T08:30:00.000Z' },
  ...{ trackId: null, periodId: null, stageId: 'stage', exhibitorId: null, language: 'ru', speakers: [] },
}
const sessions = new Map([['talk', talk]])
const stage = { hallId: 'hall-1', at: { x: 0, z: 0 } }
const book = {
  salon: { stages: [{ id: 'stage', name: both('Большая липа') }], timeZone: 'Europe/Moscow' },
  places: {
    halls: [],
    booths: new Map([['a', { ...stage, boothId: 'b', number: 'A-01' }]]),
    stages: new Map([['stage', stage]]),
  },
  cards: new Map([['a', { name: both('А') }]]),
  sessions,
  products: new Map(),
  hours: new Map(),
} as unknown as SalonBook
const about: Subject = { kind: 'session', sessionId: 'talk' }
const wish: Wish = { about, required: false, skipped: false, minutes: null }
const visit: Visit = { ...NO_VISIT, wishes: [boothWish('a'), wish] }
const planned = (...ids: string[]) => ({ visits: ids.map((id) => ({ id })) }) as never

describe('the calendar of a visit', () => {
  test('has the sessions of the plan, whole and in their own time, and nothing else', () => {
    vi.stubGlobal('location', { origin: 'https://salon.example' })
    const wanted = { visit, book, name: both('Мой визит'), owner: 'anna', language: 'ru' } as const
    const text = calendarOf({ ...wanted, planned: planned('booth:a', keyOf(about)) })
    const [event, ...others] = new ICAL.Component(ICAL.parse(text ?? ''))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect(others).toEqual([])
    expect(event?.summary).toBe('Дети; в эфире, и\nточка')
    expect(event?.location).toBe('Большая липа')
    expect(event?.startDate.toJSDate().toISOString()).toBe(talk.startsAt)
    expect(event?.endDate.toJSDate().toISOString()).toBe(talk.endsAt)
    expect(calendarOf({ ...wanted, planned: planned('booth:a') })).toBeNull()
    vi.unstubAllGlobals()
  })
})

describe('what is about to begin', () => {
  const at = (minutes: number): number => Date.parse(talk.startsAt) + minutes * 60_000
  const none = new Set<string>()

  test('is told five minutes before, and for five minutes after it began', () => {
    const told = [-6, -5, -1, 0, 4, 6].filter((minutes) => due(visit, sessions, at(minutes), none) === talk)
    expect(told).toEqual([-5, -1, 0, 4])
  })

  test('is not told to whoever is on the way, was there, set it aside or has answered', () => {
    const key = keyOf(about)
    expect(due({ ...visit, guide: { at: 'walking', stop: key } }, sessions, at(-2), none)).toBeNull()
    expect(due({ ...visit, done: [{ stop: key, how: 'visited' }] }, sessions, at(-2), none)).toBeNull()
    expect(due({ ...visit, wishes: [{ ...wish, skipped: true }] }, sessions, at(-2), none)).toBeNull()
    expect(due(visit, sessions, at(-2), new Set([key]))).toBeNull()
  })
})

describe('a length of time', () => {
  test('is said as one would say it', () => {
    const said = [12, 50, 90, 3600, 4800, 200_000].map((seconds) => lasting(seconds, 'ru').replaceAll(/\s/g, ' '))
    expect(said).toEqual(['15 с', '1 мин', '2 мин', '1 ч', '1 ч 20 мин', '2 дн. 7 ч'])
  })
})
