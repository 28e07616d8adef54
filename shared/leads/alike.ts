import type { SharedFields } from '../people/consent.ts'

/** By what two leads are found to be one person. */
export const CONTACTS = ['email', 'phone'] as const
export type Contact = (typeof CONTACTS)[number]

/** Digits of a number that tell people apart: countries and trunks are written in many ways. */
const DIGITS = 10

/** A contact as it is compared, or null where there is none. The database compares the same (`leads-alike.ts`). */
export function comparable(contact: Contact, who: SharedFields): string | null {
  if (contact === 'email') return who.email ? who.email.trim().toLowerCase() : null
  const digits = (who.phone ?? '').replace(/\D/g, '')
  return digits.length >= DIGITS ? digits.slice(-DIGITS) : null
}

/** The contacts that two people share and that are the same: nothing else is known of either. */
export const alikeBy = (one: SharedFields, other: SharedFields): Contact[] =>
  CONTACTS.filter((contact) => {
    const value = comparable(contact, one)
    return value !== null && value === comparable(contact, other)
  })
