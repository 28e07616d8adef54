/** Business cards, and how two people exchange them. */
import { z } from 'zod'

/** What may stand on a card besides the name, which always does. */
export const CARD_FIELDS = ['organisation', 'position', 'email', 'phone', 'links'] as const
export const cardField = z.enum(CARD_FIELDS)
export type CardField = z.infer<typeof cardField>

/** Most links on a card. */
const MOST_LINKS = 5

const link = z.url({ protocol: /^https?$/ }).max(300)

/** What a card holds beyond the profile: GET and PUT /api/card. */
export const card = z.object({
  /** Null: the address of the account. */
  email: z.email().max(254).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^(\+?[\d ().-]{5,30})?$/),
  links: z.array(link).max(MOST_LINKS),
  /** Which fields are on it. */
  fields: z.array(cardField).max(CARD_FIELDS.length),
})
export type Card = z.infer<typeof card>

/** The card of who has not made one. */
export const PLAIN_CARD: Card = { email: null, phone: '', links: [], fields: ['organisation', 'position'] }

/** How a request to exchange cards stands. */
export type ExchangeState = 'waiting' | 'agreed' | 'declined' | 'withdrawn'

const id = z.string().min(1).max(64)
const moment = z.iso.datetime({ offset: true })

/** A card as the other side has it: what is not on it is empty. */
export const shownCard = z.object({
  personId: id,
  name: z.string(),
  organisation: z.string(),
  position: z.string(),
  email: z.string(),
  phone: z.string(),
  links: z.array(z.string()),
})
export type ShownCard = z.infer<typeof shownCard>

/** Body of POST /api/card-requests. `exhibitorId`: the person is asked as a representative there. */
export const cardWish = z.object({ personId: id, exhibitorId: id.nullable() })
export type CardWish = z.infer<typeof cardWish>

/** A request that waits: for the caller's answer, or for the other's. */
export const cardRequest = z.object({
  id,
  personId: id,
  name: z.string(),
  /** Who the other is, as far as their profile shows it to the caller. */
  organisation: z.string(),
  position: z.string(),
  exhibitorId: id.nullable(),
  /** The caller asked, and waits. */
  own: z.boolean(),
  askedAt: moment,
  expiresAt: moment,
})
export type CardRequest = z.infer<typeof cardRequest>

/** Somebody the caller exchanged cards with. */
export const contact = shownCard.extend({
  /** Of the exchange. */
  id,
  exhibitorId: id.nullable(),
  since: moment,
})
export type Contact = z.infer<typeof contact>

/** GET /api/contacts */
export const contacts = z.object({
  contacts: z.array(contact),
  requests: z.array(cardRequest),
  blocked: z.array(z.object({ personId: id, name: z.string() })),
})
export type Contacts = z.infer<typeof contacts>

/** POST /api/card-requests: how it stands now; `agreed` where the other had asked already. */
export const cardAsked = z.object({ id, state: z.enum(['waiting', 'agreed']) })
