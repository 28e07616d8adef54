/**
 * Wall-clock times of an IANA zone as moments, and the other way round. No library: Intl knows every zone's offset at a
 * moment, and a wall-clock time is found by asking twice.
 */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Today's date in `timeZone`, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, moment: Date): string {
  return partsIn(timeZone, moment.getTime()).slice(0, 10)
}

/** `date` plus `days`, both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/**
 * The moment at which clocks in `timeZone` show `time` (`HH:MM`) on `date` (`YYYY-MM-DD`). An hour that clocks repeat
 * means its first pass; in an hour that they skip, as if they had not yet been moved.
 */
export function zonedTime(timeZone: string, date: string, time: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`)
  // A zone moves its clocks at most once within two days, so one of these two offsets holds at that time.
  const before = offsetAt(timeZone, wall - DAY)
  const after = offsetAt(timeZone, wall + DAY)
  const offset = [Math.max(before, after), Math.min(before, after)].find(
    (one) => offsetAt(timeZone, wall - one) === one,
  )
  return new Date(wall - (offset ?? before))
}

/** Whether `timeZone` is one that Intl knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** Milliseconds the clocks of `timeZone` are ahead of UTC at `moment`. */
function offsetAt(timeZone: string, moment: number): number {
  const whole = Math.floor(moment / MINUTE) * MINUTE
  return Date.parse(`${partsIn(timeZone, whole)}Z`) - whole
}

/** `YYYY-MM-DDTHH:MM:SS` as the clocks of `timeZone` show it. */
function partsIn(timeZone: string, moment: number): string {
  const shown = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes): string => shown.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}
