import { describe, expect, test } from 'vitest'
import { programmeOf } from '../../../client/list/programme-day.ts'
import type { Session } from '../../../shared/salon/model.ts'

const session = (id: string, startsAt: string, endsAt: string): Session => ({
  id,
  title: { ru: id, en: id },
  summary: { ru: '', en: '' },
  startsAt,
  endsAt,
  trackId: null,
  periodId: null,
  stageId: null,
  exhibitorId: null,
  language: null,
  speakers: [],
})
const SESSIONS = [
  session('tomorrow', '2026-05-19T07:00:00Z', '2026-05-19T08:00:00Z'),
  session('evening', '2026-05-18T16:00:00Z', '2026-05-18T17:00:00Z'),
  session('morning', '2026-05-18T07:00:00Z', '2026-05-18T08:00:00Z'),
  session('night', '2026-05-18T20:30:00Z', '2026-05-18T22:30:00Z'),
]
const at = (now: string) => {
  const day = programmeOf(SESSIONS, new Date(now), 'Europe/Moscow')
  return day && { isToday: day.isToday, ids: day.sessions.map(({ id }) => id) }
}

describe('the programme of today', () => {
  test('is in the order it happens, without what is over', () => {
    expect(at('2026-05-18T10:00:00Z')).toEqual({ isToday: true, ids: ['evening', 'night'] })
  })

  test('counts days by the calendar of the salon', () => {
    expect(at('2026-05-17T21:30:00Z')).toEqual({ isToday: true, ids: ['morning', 'evening', 'night'] })
    expect(at('2026-05-17T20:30:00Z')).toEqual({ isToday: false, ids: ['morning', 'evening', 'night'] })
  })

  test('still has what began yesterday and goes on', () => {
    expect(at('2026-05-18T21:30:00Z')).toEqual({ isToday: true, ids: ['night', 'tomorrow'] })
  })

  test('is the next day that has one, or nothing when the salon is over', () => {
    expect(at('2026-05-18T22:40:00Z')).toEqual({ isToday: true, ids: ['tomorrow'] })
    expect(at('2026-05-20T00:00:00Z')).toBeNull()
  })
})
