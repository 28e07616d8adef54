import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { card, type ShownCard } from '../../../shared/people/card.ts'
import { vcard } from '../../../shared/people/vcard.ts'

const ANNA: ShownCard = {
  personId: '5a1e0d0c-9b1c-4b5e-8a53-0d2b8f1f7a10',
  name: 'Анна Липова; из «Берёзки», \\ завуч',
  organisation: 'Школа № 5, корпус 2; Заречье',
  position: 'Учитель химии\nи биологии',
  email: 'anna@example.org',
  phone: '+7 (900) 000-00-00',
  links: ['https://example.org/a,b;c?q=1'],
}
const AT = new Date('2027-04-12T07:30:00Z')

/** What somebody types: control characters are left out of the file. */
const typed = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll(/\p{Cc}|\p{Cs}/gu, ''))
const lines = fc.array(typed, { maxLength: 3 }).map((all) => all.join('\n'))
const link = fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href)

const parsed = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]])
const value = (of: ICAL.Component, property: string): unknown => of.getFirstPropertyValue(property)

describe('a vCard', () => {
  test('is read by another parser as what was written', () => {
    const read = parsed(vcard(ANNA, 'Обещала пробный урок', AT))
    expect(read.name).toBe('vcard')
    expect(value(read, 'version')).toBe('4.0')
    expect(value(read, 'fn')).toBe(ANNA.name)
    expect(value(read, 'n')).toEqual([ANNA.name, '', '', '', ''])
    expect(value(read, 'org')).toBe(ANNA.organisation)
    expect(value(read, 'title')).toBe(ANNA.position)
    expect(value(read, 'email')).toBe(ANNA.email)
    expect(value(read, 'tel')).toBe(ANNA.phone)
    expect(value(read, 'url')).toBe(ANNA.links[0])
    expect(value(read, 'note')).toBe('Обещала пробный урок')
  })

  test('leaves out what is not on the card', () => {
    const bare = vcard({ ...ANNA, organisation: '', position: '', email: '', phone: '', links: [] }, '', AT)
    expect(bare).not.toMatch(/^(ORG|TITLE|EMAIL|TEL|URL|NOTE)/m)
  })

  test('keeps whatever is typed in its own property, in lines of at most 75 octets of whole characters', () => {
    const cards = fc.record({
      name: typed,
      organisation: typed,
      position: lines,
      links: fc.array(link, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(cards, lines, (written, note) => {
        const text = vcard({ ...ANNA, ...written }, note, AT)
        expect(text.endsWith('END:VCARD\r\n')).toBe(true)
        const folded = text.slice(0, -2).split('\r\n')
        for (const line of folded) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(Buffer.from(text).toString()).toBe(text)
        const read = parsed(text)
        expect(read.getAllProperties('fn').map((one) => one.getFirstValue())).toEqual([written.name])
        expect(value(read, 'org') ?? '').toBe(written.organisation)
        expect(value(read, 'title') ?? '').toBe(written.position)
        expect(value(read, 'note') ?? '').toBe(note)
        expect(read.getAllProperties('url').map((one) => one.getFirstValue())).toEqual(written.links)
      }),
    )
  })

  test('takes no second property out of what somebody typed', () => {
    const attack = 'Анна\r\nEMAIL:evil@example.com\nEND:VCARD\rBEGIN:VCARD'
    const text = vcard(
      { ...ANNA, name: attack, phone: attack, links: ['https://example.org/\r\nEMAIL:evil'] },
      attack,
      AT,
    )
    const read = parsed(text)
    expect(read.getAllProperties('email').map((one) => one.getFirstValue())).toEqual([ANNA.email])
    expect(text.match(/^BEGIN:VCARD/gm)).toHaveLength(1)
    expect(card.shape.phone.safeParse('+7 900\n000 00 00').success).toBe(false)
  })
})
