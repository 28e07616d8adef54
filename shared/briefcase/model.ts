/** What a visitor takes with them from the salon. */
import { z } from 'zod'
import { localized } from '../language.ts'

export const ITEM_KINDS = ['booth', 'product', 'material', 'session', 'contact'] as const
export const itemKind = z.enum(ITEM_KINDS)
export type ItemKind = z.infer<typeof itemKind>

/** Longest note, characters, and most items of one person. */
export const LONGEST_NOTE = 2000
export const MOST_ITEMS = 2000

const id = z.string().min(1).max(64)
const moment = z.iso.datetime({ offset: true })

/** What may be put into a briefcase, and by which names it is found. Body of POST /api/briefcase. */
export const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booth'), exhibitorId: id }),
  z.object({ kind: z.literal('product'), exhibitorId: id, id }),
  z.object({ kind: z.literal('material'), exhibitorId: id, id }),
  z.object({ kind: z.literal('session'), id }),
  z.object({ kind: z.literal('contact'), id }),
])
export type Subject = z.infer<typeof subject>

/** GET /api/briefcase, latest first: one thing in it. */
export const briefcaseItem = z.object({
  id,
  subject,
  /** As it is called now, or was when it was last there. */
  title: localized,
  /** Not shown any more: deleted or withdrawn by whose it was. */
  gone: z.boolean(),
  /** Where to find more: a page elsewhere or a file of ours; null where there is none. */
  link: z.string().nullable(),
  /** When a session takes place. */
  startsAt: moment.nullable(),
  note: z.string(),
  stars: z.number().int().min(0).max(5),
  putAt: moment,
})
export type BriefcaseItem = z.infer<typeof briefcaseItem>

/** Body of PATCH /api/briefcase/{id}: what is not named stays. */
export const remark = z.object({ note: z.string().max(LONGEST_NOTE), stars: z.number().int().min(0).max(5) }).partial()
export type Remark = z.infer<typeof remark>

/** One name for a subject, for looking it up among others. */
export const subjectKey = (of: Subject): string =>
  of.kind === 'booth'
    ? `booth ${of.exhibitorId}`
    : 'exhibitorId' in of
      ? `${of.kind} ${of.exhibitorId} ${of.id}`
      : `${of.kind} ${of.id}`
