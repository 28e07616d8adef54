import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BoothCounts,
  type Counted,
  DWELL_BANDS,
  FILM_STEPS,
  told,
  visitorsByDay,
  visitorsByHour,
} from '../../../shared/figures/booth.ts'
import { isSmall } from '../../../shared/figures/small-groups.ts'

/** What one person did on one day; 0: was not there. */
interface Visit {
  readonly hour: number
  readonly seconds: number
  readonly film: number
  readonly took: number | null
  readonly answeredAfter: readonly (number | null)[]
}

const THINGS = 3
const visit: fc.Arbitrary<Visit | null> = fc.option(
  fc.record({
    hour: fc.integer({ min: 9, max: 11 }),
    seconds: fc.integer({ min: 1, max: 900 }),
    film: fc.constantFrom(...FILM_STEPS),
    took: fc.option(fc.nat(THINGS - 1)),
    answeredAfter: fc.array(fc.option(fc.constantFrom(60_000, 1_800_000, 36_000_000)), { maxLength: 2 }),
  }),
)
/** People by days. */
const salon = fc
  .integer({ min: 1, max: 4 })
  .chain((days) => fc.array(fc.array(visit, { minLength: days, maxLength: days }), { maxLength: 18 }))

function counted(people: readonly (Visit | null)[][], is: (visit: Visit) => boolean): Counted {
  const there = people.map((days) => days.map((one) => one !== null && is(one)))
  const days = people[0]?.map((_, day) => there.filter((one) => one[day]).length) ?? []
  return { whole: there.filter((one) => one.includes(true)).length, days }
}

function countsOf(people: readonly (Visit | null)[][]): BoothCounts {
  const visitors = counted(people, () => true)
  const nobody = counted(people, () => false)
  return {
    ...{ visitors, entered: visitors, visits: visitors, stayed: visitors, met: nobody },
    quartiles: { whole: [60, 60, 60], days: visitors.days.map(() => [60, 60, 60] as const) },
    dwell: DWELL_BANDS.map((from, at) =>
      counted(people, ({ seconds }) => seconds >= from && seconds < (DWELL_BANDS[at + 1] ?? Infinity)),
    ),
    takers: counted(people, ({ took }) => took !== null),
    films: [{ subject: null, reached: FILM_STEPS.map((step) => counted(people, ({ film }) => film >= step)) }],
    things: Array.from({ length: THINGS }, (_, thing) => ({
      ...{ subject: `thing-${thing}`, opened: nobody, taken: counted(people, ({ took }) => took === thing) },
    })),
    questions: people.flatMap((days, asker) =>
      days.flatMap((one, day) =>
        (one?.answeredAfter ?? []).map((answeredAfter) => ({ asker: String(asker), day, answeredAfter })),
      ),
    ),
    leads: { new: people.length },
  }
}

const places = (people: readonly (Visit | null)[][]) => [null, ...(people[0] ?? []).map((_, day) => day)]

describe('the figures of a booth', () => {
  test('show no group of one to four people, whichever day is asked for', () => {
    fc.assert(
      fc.property(salon, (people) => {
        const counts = countsOf(people)
        for (const place of places(people)) {
          const { total, dwell, films, things, leads } = told(counts, place)
          const numbers = [
            ...[total.visitors, total.takers, total.cards, leads.all, ...visitorsByDay(counts)],
            ...dwell.map((band) => band.people),
            ...films.flatMap(({ reached }) => reached),
            ...things.flatMap(({ opened, taken }) => [opened, taken]),
          ]
          expect(numbers.filter((n) => n !== null && isSmall(n))).toEqual([])
        }
      }),
    )
  })

  test('leave no small group over: from all days without one, a day without an hour, a step without the next', () => {
    fc.assert(
      fc.property(salon, (people) => {
        const counts = countsOf(people)
        const apart = (a: number | null | undefined, b: number | null | undefined) =>
          expect(typeof a === 'number' && typeof b === 'number' && isSmall(a - b)).toBe(false)
        const all = told(counts, null)
        for (const place of places(people)) {
          if (place === null) continue
          const day = told(counts, place)
          for (const key of ['visitors', 'takers'] as const) apart(all.total[key], day.total[key])
          for (const { subject, taken } of all.things)
            apart(taken, day.things.find((one) => one.subject === subject)?.taken ?? null)
          for (const [at, band] of all.dwell.entries()) apart(band.people, day.dwell[at]?.people)
          const here = people.flatMap((days) => days[place] ?? [])
          const hours = Array.from({ length: 24 }, (_, hour) => here.filter((one) => one.hour === hour).length)
          for (const n of visitorsByHour(counts, place, hours)) apart(day.total.visitors, n)
          for (const { reached } of day.films) {
            const visible = reached.filter((n) => n !== null)
            for (const [at, n] of visible.entries()) apart(n, visible[at + 1])
          }
        }
      }),
    )
  })

  test('count questions, but hide them by the people who asked', () => {
    const crowd = (seconds: readonly (number | null)[][]) =>
      seconds.map((answeredAfter) => [{ hour: 9, seconds: 60, film: 0, took: null, answeredAfter }])
    const five = crowd(Array.from({ length: 5 }, () => [60_000, 60_000]))
    expect(told(countsOf(five), null).questions).toEqual({ asked: 10, answered: 10, day: 10, hour: 10, minutes: 10 })
    // A sixth person alone waits for twenty answers: neither are they shown, nor all minus those answered.
    const sixth = crowd([...Array.from({ length: 5 }, () => [60_000]), Array.from({ length: 20 }, () => null)])
    expect(told(countsOf(sixth), null).questions).toEqual({
      asked: 25,
      answered: null,
      day: null,
      hour: null,
      minutes: null,
    })
  })

  test('of a day where nobody stayed tell no stay of the other days', () => {
    const counts = { ...countsOf([]), quartiles: { whole: [60, 60, 60] as const, days: [null] } }
    const nobody = { whole: 9, days: [0] }
    expect(told({ ...counts, stayed: nobody }, 0).total.dwell).toBeNull()
  })
})
