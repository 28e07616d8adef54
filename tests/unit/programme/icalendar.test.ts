import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEvent, icalendar } from '../../../shared/programme/icalendar.ts'

const madeAt = new Date('2027-04-01T06:00:00Z')
const name = { ru: 'Мой визит', en: 'My visit' }

/** Any text people type, with what the format gives a meaning to. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\\', ';', ',', '\n', '\\n', ':', '"', '🌳', 'Ё'.repeat(40)),
    ),
  )
  .map((parts) => parts.join('').replaceAll(/(?!\n)\p{Cc}/gu, ''))
  .filter((text) => text !== '')
const localized = fc.record({ ru: text, en: text })
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => {
    date.setUTCMilliseconds(0)
    return date
  })
const event: fc.Arbitrary<CalendarEvent> = fc.record(
  {
    uid: fc.uuid(),
    startsAt: moment,
    endsAt: moment,
    title: localized,
    description: localized,
    location: localized,
    url: fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url)),
  },
  { requiredKeys: ['uid', 'startsAt', 'endsAt', 'title'] },
)
const language = fc.constantFrom('ru', 'en')

const eventsIn = (file: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))

describe('an iCalendar file', () => {
  test('says to another reader what it was made from', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 4 }), language, (events, language) => {
        const read = eventsIn(icalendar({ name, events, madeAt }, language))
        expect(read).toHaveLength(events.length)
        events.forEach((event, i) => {
          const component = read[i]?.component
          expect(read[i]?.uid).toBe(event.uid)
          expect(read[i]?.summary).toBe(event.title[language])
          expect(read[i]?.description ?? undefined).toBe(event.description?.[language])
          expect(read[i]?.location ?? undefined).toBe(event.location?.[language])
          expect(component?.getFirstPropertyValue('url') ?? undefined).toBe(event.url?.href)
          expect(read[i]?.startDate.toJSDate()).toEqual(event.startsAt)
          expect(read[i]?.endDate.toJSDate()).toEqual(event.endsAt)
          expect(String(component?.getFirstPropertyValue('dtstamp'))).toBe('2027-04-01T06:00:00Z')
        })
      }),
    )
  })

  test('has no line of more than 75 octets, and every line ends as the standard wants', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 3 }), language, (events, language) => {
        const file = icalendar({ name, events, madeAt }, language)
        expect(file.endsWith('\r\n')).toBe(true)
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
        }
      }),
    )
  })

  test('cannot be made to hold a line that somebody wrote into a title', () => {
    const title = { ru: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM', en: 'x\u0000\u000B\rATTENDEE:mailto:a@b' }
    const events = [{ uid: '1', startsAt: madeAt, endsAt: madeAt, title }]
    const file = icalendar({ name, events, madeAt }, 'ru')
    expect(eventsIn(file)[0]?.summary).toBe('x\nEND:VEVENT\nBEGIN:VALARM')
    expect(file).not.toContain('\r\nBEGIN:VALARM')
    expect(eventsIn(icalendar({ name, events, madeAt }, 'en'))[0]?.summary).toBe('x\nATTENDEE:mailto:a@b')
  })

  test('reads in the language asked for', () => {
    const read = (language: 'ru' | 'en') =>
      new ICAL.Component(ICAL.parse(icalendar({ name, events: [], madeAt }, language))).getFirstPropertyValue('name')
    expect([read('ru'), read('en')]).toEqual(['Мой визит', 'My visit'])
  })
})
