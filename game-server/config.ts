import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import type { S3Settings } from './files/storage.ts'

const whole = (what: string, min: number, max: number) => z.coerce.number(what).int(what).min(min, what).max(max, what)

const port = 'a whole number from 0 to 65535'
const publicUrl = 'an address such as https://salon.example, without a path'
const databaseUrl = 'an address such as postgres://user:password@host:5432/alleya'
const redisUrl = 'an address such as redis://host:6379'
const processAddress = 'a host with an optional port and path, such as a.salon.example or salon.example/a'
const logLevel = 'one of trace, debug, info, warn, error, fatal, silent'
const crowd = 'a whole number from 0 to 5000'
const capacity = 'a whole number from 1 to 10000'
const secret = 'at least 32 characters long'
const token = 'at least 16 characters long'
const smtpUrl = 'an address such as smtp://user:password@host:587 or smtps://user:password@host'
const mailFrom = 'an address such as salon@example.org'
const issuer = 'an address such as https://id.example.org'
const s3Endpoint = 'an address such as https://storage.example.org'
const trueOrFalse = 'true or false'
const filesRoom = 'a whole number from 1 to 1000000'
const origins = 'origins with a comma between them, such as https://crm.school.local:8443, http://127.0.0.1:9000'
const retention = 'a whole number from 1 to 3650'
const proxies = 'a whole number from 0 to 10'

/** An address of the web that is nothing but an origin. */
const isOrigin = (url: URL | null): boolean =>
  url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`

/**
 * Settings, all of them optional environment variables. A message completes the sentence «NAME must be …».
 */
const environment = z.object({
  /** Where we listen; 0 takes any free port. */
  PORT: whole(port, 0, 65_535).default(8080),
  /** How visitors reach us when that is not `http://localhost:PORT`, e.g. behind a proxy. `https` makes cookies Secure. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: publicUrl })
    .refine((url) => URL.parse(url)?.pathname === '/', publicUrl)
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Embedded database, secret and uploaded files. */
  DATA_DIR: z.string().default('./data'),
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: databaseUrl }).optional(),
  /** Needed by several processes of one salon. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: redisUrl }).optional(),
  /** With several processes: where browsers reach this very one, because a hall lives on one of them. */
  PROCESS_ADDRESS: z
    .string()
    .regex(/^[\w.-]+(:\d+)?(\/[\w./-]*)?$/, processAddress)
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], logLevel).default('warn'),
  /** Simulated visitors. Unset: 40 in the demo salon, none elsewhere. */
  DEMO_CROWD: whole(crowd, 0, 5000).optional(),
  /** Most people in one instance of a hall. */
  HALL_CAPACITY: whole(capacity, 1, 10_000).default(500),
  /** Signs session cookies. Unset: made once and kept in DATA_DIR. Processes of one salon must share it. */
  AUTH_SECRET: z.string().min(32, secret).optional(),
  /** Lets a bearer of this token read /metrics from anywhere; without it only this machine may. */
  METRICS_TOKEN: z.string().min(16, token).optional(),
  /** Mail server. Without one letters are kept for organizers to read. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: smtpUrl }).optional(),
  /** Whom letters are from; with SMTP_URL. */
  MAIL_FROM: z.email(mailFrom).optional(),
  /** An identity provider (OpenID Connect) that people may sign in with; all three go together. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: issuer }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What its button says. */
  OIDC_NAME: z.string().max(40, 'at most 40 characters long').default('OpenID'),
  /** A bucket for uploaded files instead of DATA_DIR; S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together. */
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  /** Where the bucket is when that is not AWS. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: s3Endpoint }).optional(),
  /** Whether the bucket is named in the path and not in the host. Unset: at an endpoint that is not AWS. */
  S3_FORCE_PATH_STYLE: z.enum(['true', 'false'], trueOrFalse).optional(),
  /** Megabytes that the files of one exhibitor may take. */
  EXHIBITOR_FILES_MB: whole(filesRoom, 1, 1_000_000).default(5120),
  /** How long we keep what people did at booths, and leads that nobody works on. */
  RETENTION_DAYS: whole(retention, 1, 3650).default(365),
  /** Where leads may be sent besides https at public addresses: systems in the organizers' own network. */
  WEBHOOK_PRIVATE_ORIGINS: z
    .string()
    .transform((given) => given.split(',').map((one) => URL.parse(one.trim())))
    .refine((all) => all.every(isOrigin), origins)
    .transform((all) => all.flatMap((url) => (url ? [url.origin] : [])))
    .default([]),
  /** How many proxies in front of us write X-Forwarded-For. */
  TRUST_PROXY: whole(proxies, 0, 10).default(0),
})

export interface Config {
  readonly port: number
  readonly publicUrl: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly redisUrl: string | null
  readonly processAddress: string | null
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL']
  readonly demoCrowd: number | null
  readonly hallCapacity: number
  readonly authSecret: string | null
  readonly metricsToken: string | null
  /** Null: letters stay with us. */
  readonly smtp: { readonly url: string; readonly from: string } | null
  readonly oidc: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
  } | null
  /** Null: uploaded files lie in DATA_DIR. */
  readonly s3: S3Settings | null
  /** Bytes. */
  readonly exhibitorRoom: number
  readonly retentionDays: number
  readonly webhookPrivateOrigins: readonly string[]
  readonly trustedProxies: number
}

/**
 * The settings of this process. An empty variable counts as unset.
 *
 * @throws CannotStart naming the variable that cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    throw new CannotStart(`${name} must be ${issue?.message}, not «${SECRETS.has(name) ? '…' : given[name]}».`)
  }
  const settings = parsed.data
  return {
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL ?? null,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    processAddress: settings.PROCESS_ADDRESS ?? null,
    logLevel: settings.LOG_LEVEL,
    demoCrowd: settings.DEMO_CROWD ?? null,
    hallCapacity: settings.HALL_CAPACITY,
    authSecret: settings.AUTH_SECRET ?? null,
    metricsToken: settings.METRICS_TOKEN ?? null,
    smtp: together(settings, ['SMTP_URL', 'MAIL_FROM'], ({ SMTP_URL: url, MAIL_FROM: from }) => ({ url, from })),
    oidc: together(settings, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], (given) => ({
      issuer: given.OIDC_ISSUER,
      clientId: given.OIDC_CLIENT_ID,
      clientSecret: given.OIDC_CLIENT_SECRET,
      name: settings.OIDC_NAME,
    })),
    s3: together(settings, ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'], (given) => ({
      bucket: given.S3_BUCKET,
      region: settings.S3_REGION,
      endpoint: settings.S3_ENDPOINT ?? null,
      pathStyle: settings.S3_FORCE_PATH_STYLE
        ? settings.S3_FORCE_PATH_STYLE === 'true'
        : settings.S3_ENDPOINT !== undefined,
      accessKeyId: given.S3_ACCESS_KEY_ID,
      secretAccessKey: given.S3_SECRET_ACCESS_KEY,
    })),
    exhibitorRoom: settings.EXHIBITOR_FILES_MB * 1024 * 1024,
    retentionDays: settings.RETENTION_DAYS,
    webhookPrivateOrigins: settings.WEBHOOK_PRIVATE_ORIGINS,
    trustedProxies: settings.TRUST_PROXY,
  }
}

type Settings = z.infer<typeof environment>

/** Settings that mean something only together: all of them as `make` says, or null for none. */
function together<Name extends keyof Settings, T>(
  settings: Settings,
  names: readonly Name[],
  make: (given: { readonly [N in Name]: NonNullable<Settings[N]> }) => T,
): T | null {
  const missing = names.filter((name) => settings[name] === undefined)
  if (missing.length === names.length) return null
  if (missing.length > 0)
    throw new CannotStart(`${names.join(', ')} go together: ${missing.join(', ')} must be set, too.`)
  return make(settings as { readonly [N in Name]: NonNullable<Settings[N]> })
}

// A refused value is repeated to whoever started us, but not a password: start-up lines end up in logs.
const SECRETS = new Set([
  'S3_SECRET_ACCESS_KEY',
  'AUTH_SECRET',
  'METRICS_TOKEN',
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
])

/**
 * Makes the data directory where it is missing.
 *
 * @throws CannotStart when we may not write there
 */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    const probe = join(dataDir, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new CannotStart(`Cannot write to the data directory ${dataDir} (${reasonOf(error)}). Set DATA_DIR.`)
  }
}

/** The secret that signs cookies: the configured one, or one made at the first start and kept readable to us alone. */
export function authSecret(config: Config): string {
  if (config.authSecret) return config.authSecret
  const file = join(config.dataDir, 'auth-secret')
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT') throw new CannotStart(`Cannot read ${file} (${reasonOf(error)}).`)
  }
  const made = randomBytes(32).toString('base64url')
  writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
  return made
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)
