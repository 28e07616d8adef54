import type { Language, Localized } from '../../shared/language.ts'
import { icalendar } from '../../shared/programme/icalendar.ts'
import { timedEvents } from '../../shared/route/calendar.ts'
import { keyOf, type Visit } from '../../shared/route/visit.ts'
import { problemOf } from '../../shared/route/visit-problem.ts'
import type { Planned } from '../state/visit.ts'
import { type SalonBook, stopTexts } from './use-salon-facts.ts'

interface Wanted {
  readonly visit: Visit
  readonly planned: Planned
  readonly book: SalonBook
  readonly name: Localized
  readonly owner: string
  readonly language: Language
}

/** The sessions of a planned visit as an .ics file; null where there are none. */
export function calendarOf({ visit, planned, book, name, owner, language }: Wanted): string | null {
  const { stops } = problemOf(visit, book)
  const wishes = new Map(visit.wishes.map((wish) => [keyOf(wish.about), wish.about]))
  const events = timedEvents({ stops }, planned, owner, (key) => {
    const about = wishes.get(key)
    const texts = about && stopTexts(about, book)
    const session = about?.kind === 'session' ? book.sessions.get(about.sessionId) : undefined
    return {
      title: texts?.title ?? { ru: key, en: key },
      ...(session && { description: session.summary }),
      ...(texts?.where && { location: texts.where }),
      ...(session && { url: new URL(`/session/${encodeURIComponent(session.id)}`, location.origin) }),
    }
  })
  return events.length === 0 ? null : icalendar({ name, events, madeAt: new Date() }, language)
}
