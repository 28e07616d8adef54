import type { Session } from '../../shared/salon/model.ts'
import { dayIn } from '../app/dates.ts'

export interface ProgrammeDay {
  readonly isToday: boolean
  /** In the order they begin; at least one. */
  readonly sessions: readonly Session[]
}

/** What is left of today's programme in the salon's zone; when nothing is, the next day that has one; or null. */
export function programmeOf(sessions: readonly Session[], now: Date, timeZone: string): ProgrammeDay | null {
  const ahead = sessions
    .filter(({ endsAt }) => Date.parse(endsAt) > now.getTime())
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const [first] = ahead
  if (!first) return null
  const today = dayIn(now, timeZone)
  // A session that began yesterday and still goes on is part of today.
  const dayOf = ({ startsAt }: Session): string =>
    Date.parse(startsAt) <= now.getTime() ? today : dayIn(startsAt, timeZone)
  const day = dayOf(first)
  return { isToday: day === today, sessions: ahead.filter((session) => dayOf(session) === day) }
}
