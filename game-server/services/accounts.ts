import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { anonymous } from 'better-auth/plugins/anonymous'
import type { Database } from '../db/database.ts'
import { authAccount, authSession, authUser, authVerification } from '../db/schema/account.ts'

const DAY = 24 * 60 * 60

/** Sessions and the people behind them, kept by better-auth. Guests are anonymous users; accounts will join them here. */
export function openAccounts(db: Database, settings: { readonly secret: string; readonly publicUrl: string }) {
  return betterAuth({
    appName: 'Alleya',
    baseURL: settings.publicUrl,
    secret: settings.secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: authUser, session: authSession, account: authAccount, verification: authVerification },
      transaction: false,
    }),
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    advanced: {
      cookiePrefix: 'alleya',
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    plugins: [anonymous()],
    telemetry: { enabled: false },
    // Requests are counted by our own limits (api/limits.ts), in front of these.
    rateLimit: { enabled: false },
    logger: { disabled: true },
  })
}

export type Accounts = ReturnType<typeof openAccounts>
