import { addDays, dateIn, zonedTime } from '../../shared/programme/zoned-time.ts'
import type { AskedSpan } from '../net/footfall-api.ts'

/** Days of the salon's own zone, both included: `YYYY-MM-DD`. */
export interface Days {
  readonly first: string
  readonly last: string
}

/** Stretches of days one is offered; the longest goes back as far as figures are told at once. */
export const STRETCHES = ['today', 'yesterday', 'week', 'month'] as const
export type Stretch = (typeof STRETCHES)[number]

export function daysOf(stretch: Stretch, now: Date, timeZone: string): Days {
  const today = dateIn(timeZone, now)
  const back = { today: [0, 0], yesterday: [-1, -1], week: [-6, 0], month: [-29, 0] } as const
  const [first, last] = back[stretch]
  return { first: addDays(today, first), last: addDays(today, last) }
}

/** From the beginning of the first day to the end of the last. */
export const spanOfDays = ({ first, last }: Days, timeZone: string): AskedSpan => ({
  from: zonedTime(timeZone, first, '00:00').toISOString(),
  to: zonedTime(timeZone, addDays(last, 1), '00:00').toISOString(),
})

/** One hour of a day. */
export function spanOfHour(day: string, hour: number, timeZone: string): AskedSpan {
  const from = zonedTime(timeZone, day, `${String(hour).padStart(2, '0')}:00`)
  return { from: from.toISOString(), to: new Date(from.getTime() + 60 * 60_000).toISOString() }
}
