import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { anonymous } from 'better-auth/plugins/anonymous'
import { emailOTP } from 'better-auth/plugins/email-otp'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { eq } from 'drizzle-orm'
import type { Language } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { authAccount, authSession, authUser, authVerification } from '../db/schema/account.ts'
import { adopt } from './adopt.ts'
import { codeLetter, type Letter } from './letters.ts'
import { languageOf } from './written-to.ts'

const DAY = 24 * 60 * 60

/** Characters; the longest only bounds the work of hashing. */
export const PASSWORD = { shortest: 8, longest: 128 } as const

/** Minutes a code in a letter is good for, and how often one may be mistyped. */
const CODE_LASTS = 15
const CODE_TRIES = 5

/** A provider of identities that speaks OpenID Connect. */
export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What better-auth calls the provider of the settings; part of the address it sends people back to. */
export const PROVIDER = 'oidc'

export interface AccountSettings {
  readonly secret: string
  readonly publicUrl: string
  readonly identityProvider: IdentityProvider | null
  /** Letters with codes go out here. */
  readonly write: (recipient: string, letter: Letter) => Promise<void>
}

/**
 * Sessions, passwords, codes and the people behind them, kept by better-auth. Guests are anonymous users. An account is
 * a guest who proved an address by a code: the same user goes on, so nothing they collected has to move.
 */
export function openAccounts(db: Database, settings: AccountSettings) {
  const { identityProvider, publicUrl } = settings
  return betterAuth({
    appName: 'Alleya',
    baseURL: publicUrl,
    secret: settings.secret,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: authUser, session: authSession, account: authAccount, verification: authVerification },
      transaction: false,
    }),
    session: { expiresIn: 30 * DAY, updateAge: DAY },
    emailAndPassword: {
      enabled: true,
      // Accounts come out of guests, never out of nothing.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD.shortest,
      maxPasswordLength: PASSWORD.longest,
      revokeSessionsOnPasswordReset: true,
    },
    emailVerification: {
      // Whoever has proved an address is no guest any more.
      async afterEmailVerification({ id }) {
        await db.update(authUser).set({ isAnonymous: false }).where(eq(authUser.id, id))
      },
    },
    databaseHooks: {
      user: {
        create: {
          // An account is an address that was proved: by our code, or by the word of the identity provider.
          before: async ({ emailVerified, isAnonymous }) => emailVerified || isAnonymous === true,
        },
      },
    },
    account: { encryptOAuthTokens: true },
    advanced: {
      cookiePrefix: 'alleya',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      // Whoever visits is no suspect: addresses are counted in memory (api/limits.ts), never stored.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      anonymous({
        onLinkAccount: ({ anonymousUser, newUser }) => adopt(db, anonymousUser.user.id, newUser.user.id),
      }),
      emailOTP({
        expiresIn: CODE_LASTS * 60,
        allowedAttempts: CODE_TRIES,
        storeOTP: 'hashed',
        disableSignUp: true,
        changeEmail: { enabled: true },
        async sendVerificationOTP({ email, otp, type }, context) {
          const language: Language = await languageOf(db, { email, userId: context?.context.session?.user.id ?? null })
          const purpose = type === 'forget-password' ? 'reset-password' : 'prove-address'
          await settings.write(email, codeLetter(purpose, otp, CODE_LASTS, language))
        },
      }),
      ...(identityProvider
        ? [
            genericOAuth({
              config: [
                {
                  providerId: PROVIDER,
                  discoveryUrl: `${identityProvider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: identityProvider.clientId,
                  clientSecret: identityProvider.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  requireIdTokenVerification: true,
                },
              ],
            }),
          ]
        : []),
    ],
    telemetry: { enabled: false },
    // Requests are counted by our own limits (api/limits.ts), in front of these.
    rateLimit: { enabled: false },
    logger: { disabled: true },
  })
}

export type Accounts = ReturnType<typeof openAccounts>
