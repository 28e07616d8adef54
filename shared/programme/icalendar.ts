/** iCalendar (RFC 5545): events for a visitor's own calendar. */
import { escaped, folded } from '../content-line.ts'
import { inLanguage, type Language, type Localized } from '../language.ts'

export interface CalendarEvent {
  /** The same event keeps it for ever, whoever exports it: a calendar that imports it again updates it. */
  readonly uid: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly title: Localized
  readonly description?: Localized
  /** Where it happens, in words. */
  readonly location?: Localized
  /** Where more is to be read. */
  readonly url?: URL
}

export interface Calendar {
  readonly name: Localized
  readonly events: readonly CalendarEvent[]
  /** When this export was made. */
  readonly madeAt: Date
}

/** The text of an .ics file in one language, lines ended as the standard wants them. */
export function icalendar({ name, events, madeAt }: Calendar, language: Language): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Alleya//Salon//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // Not of RFC 5545, but what every calendar shows; NAME is its successor in RFC 7986.
    `X-WR-CALNAME:${escaped(inLanguage(name, language))}`,
    `NAME:${escaped(inLanguage(name, language))}`,
    ...events.flatMap((event) => eventLines(event, madeAt, language)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, madeAt: Date, language: Language): string[] {
  const text = (property: string, value: Localized | undefined): string[] =>
    value ? [`${property};LANGUAGE=${language}:${escaped(inLanguage(value, language))}`] : []
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    ...text('SUMMARY', event.title),
    ...text('DESCRIPTION', event.description),
    ...text('LOCATION', event.location),
    ...(event.url ? [`URL:${event.url.href}`] : []),
    'END:VEVENT',
  ]
}

/** `20270412T073000Z` */
const utc = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
