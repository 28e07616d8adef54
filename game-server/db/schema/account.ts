/** Tables of better-auth, in its own vocabulary. */
import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { key, moment } from './columns.ts'

export const authUser = pgTable('auth_user', {
  id: key(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  /** A guest: came in without giving an address. */
  isAnonymous: boolean().default(false),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
})

const userId = () =>
  text()
    .notNull()
    .references(() => authUser.id, { onDelete: 'cascade' })

export const authSession = pgTable(
  'auth_session',
  {
    id: key(),
    token: text().notNull().unique(),
    userId: userId(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.userId)],
)

export const authAccount = pgTable(
  'auth_account',
  {
    id: key(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: userId(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.userId)],
)

export const authVerification = pgTable(
  'auth_verification',
  {
    id: key(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.identifier)],
)
