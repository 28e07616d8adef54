/** Business cards as vCard 4 (RFC 6350), which every address book reads. */
import { escaped, folded } from '../content-line.ts'
import type { ShownCard } from './card.ts'

/** One vCard, lines ended as the standard wants them. What is not on the card is left out. */
export function vcard(card: ShownCard, note: string, revisedAt: Date): string {
  const { personId, name, organisation, position, email, phone, links } = card
  const text = (property: string, value: string): string[] => (value === '' ? [] : [`${property}:${plain(value)}`])
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID;VALUE=text:${escaped(personId)}`,
    `FN:${plain(name)}`,
    // People of the salon have one name, as they wrote it; readers that sort by family name get it as that.
    `N:${escaped(name)};;;;`,
    ...(organisation === '' ? [] : [`ORG:${escaped(organisation)}`]),
    ...text('TITLE', position),
    ...text('EMAIL', email),
    ...text('TEL;VALUE=text', phone),
    // As the URL parser writes it, without line breaks that somebody may have put in.
    ...links.map((link) => `URL:${new URL(link).href}`),
    ...text('NOTE', note),
    `REV:${revisedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** In a value without components a semicolon is only a semicolon (RFC 6350, 3.4). */
const plain = (text: string): string => escaped(text, /[\\,]/g)
