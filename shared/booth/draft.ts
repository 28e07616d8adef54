/** An exhibitor's workspace over HTTP: the draft of its booth, its history, who works for it. */
import { z } from 'zod'
import { PAVILIONS } from '../floorplan/model.ts'
import { localized } from '../language.ts'
import { boothContent, LOCKABLE } from './content.ts'

const id = z.string().min(1).max(64)
const moment = z.iso.datetime({ offset: true })
const field = z.enum(LOCKABLE)

/** GET /api/booths/{id}/draft; a PUT takes its `document` */
export const draft = z.object({
  exhibitorId: id,
  document: boothContent,
  /** What visitors see now. */
  published: boothContent,
  /** What a save says it was made from: `If-Match: "7"`. */
  revision: z.number().int(),
  /** Fields that only organizers change. */
  locks: z.array(field),
  updatedAt: moment,
  /** Null: nobody has written in it yet, or they are forgotten. */
  updatedBy: z.string().nullable(),
  /** Designs that suit the plot; empty where the booth has none. */
  pavilions: z.array(z.enum(PAVILIONS)),
  /** What the caller may do beyond writing. */
  may: z.object({ publish: z.boolean(), lock: z.boolean(), invite: z.boolean() }),
})

/** What a save answers. */
export const saved = z.object({ revision: z.number().int(), updatedAt: moment })

/** Body of POST /api/booths/{id}/versions */
export const publication = z.object({ note: z.string().trim().max(200) })

/** GET /api/booths/{id}/versions, latest first. */
export const version = z.object({
  version: z.number().int(),
  /** Fields that differ from the version before. */
  changed: z.array(field),
  note: z.string(),
  /** Null: an import, or they are forgotten. */
  publishedBy: z.string().nullable(),
  publishedAt: moment,
})

/** Body of PUT /api/booths/{id}/locks */
export const locking = z.object({ fields: z.array(field) })

/** GET /api/me/booths */
export const ownBooths = z.object({
  booths: z.array(z.object({ exhibitorId: id, name: localized, role: z.enum(['owner', 'representative']) })),
  /** Whether the caller dresses any booth. */
  organizes: z.boolean(),
})

export const boothRole = z.enum(['owner', 'representative'])

/** Body of POST /api/booths/{id}/invitations */
export const inviting = z.object({ email: z.email().max(120).toLowerCase(), role: boothRole })

/** GET /api/booths/{id}/invitations, latest first. */
export const invitation = z.object({
  id,
  email: z.string(),
  role: boothRole,
  invitedAt: moment,
  expiresAt: moment,
  acceptedAt: moment.nullable(),
})

/** Body of POST /api/invitations and POST /api/invitations/look: what the letter's link carries. */
export const token = z.object({ token: z.string().regex(/^[\w-]{43}$/) })

/** What an invitation offers to whoever has its link. */
export const offer = z.object({ exhibitorId: id, name: localized, role: boothRole, email: z.string() })

export type Draft = z.infer<typeof draft>
export type Saved = z.infer<typeof saved>
export type Version = z.infer<typeof version>
export type OwnBooths = z.infer<typeof ownBooths>
export type BoothRole = z.infer<typeof boothRole>
export type Invitation = z.infer<typeof invitation>
export type Offer = z.infer<typeof offer>
