import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Database } from '../db/database.ts'
import { sendFile } from '../files/send.ts'
import type { Storage } from '../files/storage.ts'
import type { Accounts } from '../services/accounts.ts'
import { readsAttachment } from '../services/conversations-attachments.ts'
import { toServe } from '../services/files.ts'
import { authenticate } from '../services/guests.ts'
import type { ApiEnv } from './context.ts'

/** Under one address a file is never anything else. */
const FOREVER = 'public, max-age=31536000, immutable'
/** For everybody, who asks each time whether it has changed. */
const WHILE_UNCHANGED = 'public, no-cache'
/** For one person's browser, which asks each time whether it still may. */
const FOR_ONE = 'private, no-cache'

interface KeptFilesDeps {
  readonly db: Database
  readonly accounts: Accounts
  readonly storage: Storage
}

/** Files that people gave us, under `/files/<id>/<rendition>`: no resource of the API, but what pages and players load. */
export function addKeptFiles(app: OpenAPIHono<ApiEnv>, { db, accounts, storage }: KeptFilesDeps): void {
  app.get('/files/:id/:rendition', async (c) => {
    const caller = () => authenticate(db, accounts, c.req.raw.headers)
    const { isPrivate, changes, ...file } = await toServe(db, caller, c.req.param(), readsAttachment)
    const cacheControl = isPrivate ? FOR_ONE : changes ? WHILE_UNCHANGED : FOREVER
    const now = changes ? await storage.look(file.key) : { version: '' }
    return sendFile(storage, c.req.raw, { ...file, ...now, cacheControl })
  })
}
