/** What a visitor lets an exhibitor see of them: per exhibitor, per field, taken back at any moment. */
import { z } from 'zod'
import { card } from './card.ts'

/** What may be agreed to. `chat`: that the words they wrote to the booth are kept with the rest. */
export const CONSENT_FIELDS = ['name', 'organisation', 'position', 'email', 'phone', 'interests', 'chat'] as const
export const consentField = z.enum(CONSENT_FIELDS)
export type ConsentField = z.infer<typeof consentField>

/** What is proposed to who has not decided: enough to know who they talked to, nothing to reach them by. */
export const PROPOSED: readonly ConsentField[] = ['name', 'organisation']

/** The wording that people agree to (`client/briefcase/texts.ts`). Grows whenever its meaning changes. */
export const CONSENT_WORDING = 1

/**
 * What the ledger knows of: consents as they changed, and everything that was seen. `lead-…`: by the exhibitor, on its
 * screen, in a file, in another system; `card-seen`: on a card, by whom they exchanged cards with.
 */
export const LEDGER_ACTS = ['granted', 'revoked', 'lead-seen', 'lead-exported', 'lead-sent', 'card-seen'] as const
export const ledgerAct = z.enum(LEDGER_ACTS)
export type LedgerAct = z.infer<typeof ledgerAct>

/** What is seen of somebody: a field that is missing is not for the eyes of whoever asks. */
export const sharedFields = z
  .object({
    name: z.string(),
    organisation: z.string(),
    position: z.string(),
    email: z.string(),
    phone: z.string(),
    interests: z.array(z.string()),
    chat: z.literal(true),
  })
  .partial()
export type SharedFields = z.infer<typeof sharedFields>

/** Everything somebody could share, before consent is asked. */
export type Sharable = Required<Omit<SharedFields, 'chat'>>

/** Of what somebody could share, what they agreed to. Texts that are empty tell nothing and are left out. */
export function shared(all: Sharable, agreed: readonly ConsentField[]): SharedFields {
  const told = agreed.flatMap((field) => {
    const value = field === 'chat' ? true : all[field]
    return value === true || value.length > 0 ? [[field, value] as const] : []
  })
  return Object.fromEntries(told)
}

const id = z.string().min(1).max(64)
const fields = z.array(consentField).max(CONSENT_FIELDS.length)
const revision = z.number().int().nonnegative()

/** Body of PUT /api/consents/{id}: `revision` is that of the consent the person had before their eyes, 0 for none. */
export const consentGiven = z.object({ fields, wording: z.literal(CONSENT_WORDING), revision })
export type ConsentGiven = z.infer<typeof consentGiven>

/** GET /api/consents/{id}, and one of GET /api/consents. */
export const consent = z.object({
  exhibitorId: id,
  /** Empty: nothing is shared. */
  fields,
  wording: z.number().int(),
  /** 0: never decided. */
  revision,
  changedAt: z.iso.datetime({ offset: true }).nullable(),
})
export type Consent = z.infer<typeof consent>

/** GET /api/ledger, latest first: what became of somebody's data. */
export const ledgerEntry = z.object({
  id: z.number().int(),
  act: ledgerAct,
  /** Null: between two people. */
  exhibitorId: id.nullable(),
  /** The name of whoever saw it; null: their own act, a machine, or somebody who has left the salon. */
  seenBy: z.string().nullable(),
  fields: z.array(z.string()),
  at: z.iso.datetime({ offset: true }),
})
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** GET /api/card: what a consent or an exchange can show, as it is now. */
export const ownCard = card.extend({
  name: z.string(),
  organisation: z.string(),
  position: z.string(),
  interests: z.array(z.string()),
  /** The proved address of the account; null for guests. */
  accountEmail: z.string().nullable(),
})
export type OwnCard = z.infer<typeof ownCard>
