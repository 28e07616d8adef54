/** People, their accounts and roles as the API tells of them. */
import { z } from 'zod'
import { role, scope } from '../people/rights.ts'

const moment = z.iso.datetime({ offset: true })

/** GET /api/roles/{kind}/{id}: somebody who holds a role there. */
export const roleHolder = z.object({ personId: z.string(), name: z.string(), role, givenAt: moment })
export type RoleHolder = z.infer<typeof roleHolder>

/** GET /api/account */
export const account = z.object({
  /** Null: a guest. */
  email: z.string().nullable(),
  /** False for guests, and for those who come in through an identity provider. */
  hasPassword: z.boolean(),
  roles: z.array(z.object({ role, scope })),
})
export type Account = z.infer<typeof account>

/** GET /api/account/sessions: somewhere the caller is signed in. */
export const ownSession = z.object({
  id: z.string(),
  /** The one that asks. */
  present: z.boolean(),
  userAgent: z.string(),
  since: moment,
  seen: moment,
})
export type OwnSession = z.infer<typeof ownSession>

/** GET /api/mail: a letter that has not left. */
export const sentMail = z.object({
  id: z.string(),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  writtenAt: moment,
})
export type SentMail = z.infer<typeof sentMail>

/** GET /api/sign-in: ways to sign in besides a password. */
export const waysIn = z.object({
  /** What the identity provider of the settings is called, or null when there is none. */
  provider: z.string().nullable(),
})

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
/** A new password: length is what counts. */
const password = z.string().min(8).max(128)
/** One that is there already, whatever it is. */
const presentPassword = z.string().min(1).max(128)
/** As in the letter; spaces may have been typed. */
const code = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))

/** GET /api/me/records: everything stored on the caller, by table. */
export const ownRecords = z.object({
  writtenAt: moment,
  records: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
export type OwnRecords = z.infer<typeof ownRecords>

/** Bodies of the account's resources. */
export const addressed = z.object({ email })
export const newAccount = z.object({ email, code, password })
export const moved = z.object({ email, code, password: presentPassword })
export const passwordChange = z.object({ present: presentPassword, next: password })
export const credentials = z.object({ email, password: presentPassword })
/** DELETE /api/me: the password of an account that has one. */
export const leaving = z.object({ password: presentPassword.optional() })
