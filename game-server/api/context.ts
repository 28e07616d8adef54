import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { Files } from '../files/open.ts'
import type { Accounts } from '../services/accounts.ts'
import type { Attempts } from '../services/attempts.ts'
import type { Attendance } from '../services/attendance.ts'
import type { Newsroom } from '../services/conversations-news.ts'
import type { Letter } from '../services/letters.ts'
import type { FindFile } from '../services/takeaway-contents.ts'
import type { Network } from '../services/webhooks-delivery.ts'
import type { Whereabouts } from '../services/whereabouts.ts'

/** What the API stands on. */
export interface ApiDeps {
  readonly config: Config
  readonly db: Database
  readonly accounts: Accounts
  readonly whereabouts: Whereabouts
  readonly newsroom: Newsroom
  readonly attendance: Attendance
  readonly attempts: Attempts
  /** Puts a letter on its way. */
  readonly write: (recipient: string, letter: Letter) => Promise<void>
  readonly files: Files
  /** What messages to exhibitors' own systems go through. */
  readonly network: Network
  /** Of this salon, without a slash at the end. */
  readonly publicUrl: string
  readonly findFile: FindFile
  readonly log: Logger
}

export interface ApiEnv {
  Bindings: HttpBindings
}

/** The application that resources add their routes to. */
export type Api = OpenAPIHono<ApiEnv>
