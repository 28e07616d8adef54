import { describe, expect, test } from 'vitest'
import { timedEvents } from '../../../shared/route/calendar.ts'
import { planRoute } from '../../../shared/route/plan.ts'
import { board, problemOf, stopAt } from './small-problem.ts'

const NINE = Date.UTC(2027, 3, 12, 9) / 1000

describe('the events of a visit', () => {
  test('are its sessions, whole, in the order of the day; what has no hour and what is left out are none', () => {
    const session = (id: string, minutes: number, value = 1) =>
      stopAt(id, 1, { when: { kind: 'session', startsAt: NINE + minutes * 60, lateBy: 300 }, dwell: 1800, value })
    const problem = problemOf(
      board([
        [0, 0],
        [9, 0],
      ]),
      [session('second', 60), session('first', 1), session('at the same time', 62, 0.5), stopAt('booth', 1)],
      { start: { place: 0, at: NINE } },
    )
    const plan = planRoute(problem, { clock: () => 0, limitMs: 1 })
    const titled = (id: string) => ({ title: { ru: `«${id}»`, en: id } })
    expect(timedEvents(problem, plan, 'person-1', titled)).toEqual([
      {
        uid: 'first.person-1@alleya',
        startsAt: new Date('2027-04-12T09:01:00Z'),
        endsAt: new Date('2027-04-12T09:31:00Z'),
        title: { ru: '«first»', en: 'first' },
      },
      {
        uid: 'second.person-1@alleya',
        startsAt: new Date('2027-04-12T10:00:00Z'),
        endsAt: new Date('2027-04-12T10:30:00Z'),
        title: { ru: '«second»', en: 'second' },
      },
    ])
  })
})
