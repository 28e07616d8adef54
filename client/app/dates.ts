import type { Language } from '../../shared/language.ts'
import type { Period } from '../../shared/salon/model.ts'

/** «23 ноября — 6 декабря 2026»: from the first day of the salon to its last, in its own zone. */
export function dateRange(periods: readonly Period[], language: Language, timeZone: string): string {
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last) return ''
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  return format.formatRange(new Date(first.startsAt), new Date(new Date(last.endsAt).getTime() - 1))
}

/** «пт, 27 ноя., 10:00–10:45» in the salon's zone. */
export function sessionTime(startsAt: string, endsAt: string, language: Language, timeZone: string): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone })
  return `${day.format(new Date(startsAt))}, ${clockTimes(startsAt, endsAt, language, timeZone)}`
}

/** «10:00–10:45» */
export function clockTimes(startsAt: string, endsAt: string, language: Language, timeZone: string): string {
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone })
  return `${clock.format(new Date(startsAt))}–${clock.format(new Date(endsAt))}`
}

/** The calendar day of a moment in a zone, for comparing: «2026-11-23». */
export const dayIn = (moment: string | number | Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(moment))
