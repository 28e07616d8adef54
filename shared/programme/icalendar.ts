/** iCalendar (RFC 5545): events for a visitor's own calendar. */
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

/** A value of type TEXT: what would end it is escaped, control characters are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** Octets of a line. */
const LONGEST = 75

/** A line longer than the standard allows goes on after a line break and a space; characters stay whole. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
