import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateIn, isTimeZone, zonedTime } from '../../../shared/programme/zoned-time.ts'

const zone = fc.constantFrom(
  'Europe/Moscow',
  'Europe/Brussels',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
)
const moment = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
const clock = (timeZone: string, date: Date): string =>
  date.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })

describe('a time of the clock', () => {
  test('is the moment at which the clocks of its zone show it', () => {
    fc.assert(
      fc.property(zone, moment, (timeZone, some) => {
        const date = dateIn(timeZone, some)
        const time = clock(timeZone, some)
        const found = zonedTime(timeZone, date, time)
        expect([dateIn(timeZone, found), clock(timeZone, found)]).toEqual([date, time])
      }),
    )
  })

  test('in an hour that clocks repeat is its first pass', () => {
    expect(zonedTime('Europe/Brussels', '2021-10-31', '02:30').toISOString()).toBe('2021-10-31T00:30:00.000Z')
  })

  test('in an hour that clocks skip is as if they had not yet been moved', () => {
    expect(zonedTime('Europe/Brussels', '2021-03-28', '02:30').toISOString()).toBe('2021-03-28T01:30:00.000Z')
  })

  test('knows the days of a zone and how to count them', () => {
    expect(dateIn('Asia/Vladivostok', new Date('2026-05-01T20:00:00Z'))).toBe('2026-05-02')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  test('knows which zones there are', () => {
    expect(isTimeZone('Europe/Moscow')).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })
})
