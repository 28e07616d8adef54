import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createRoute } from '@hono/zod-openapi'
import { bulkReport, bulkWish } from '../../shared/booth/bulk/report.ts'
import { importFolder, withBulk } from '../import/bulk/read-bulk.ts'
import { UnreadableBulk } from '../import/bulk/unreadable.ts'
import { importContentAs } from '../services/bulk-content.ts'
import { authenticate } from '../services/guests.ts'
import { Refused } from '../services/refused.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'

/** Where tables and archives of booth content go. */
export const BOOTH_IMPORTS = '/api/booth-imports'

/** Most bytes of an archive; larger ones go by the command line. */
const LARGEST = 512 * 1024 * 1024

const bring = createRoute({
  method: 'post',
  path: BOOTH_IMPORTS,
  summary: 'Look at a table or an archive of booth content (the body), or write it: docs/booth-import.md',
  ...right('salon.import-content'),
  request: { query: bulkWish },
  responses: {
    200: json(bulkReport, 'What it did, or would do, row by row'),
    ...{ 400: REFUSALS[400], 401: REFUSALS[401], 403: REFUSALS[403], 409: REFUSALS[409] },
  },
})

export function addBoothImports(api: Api, { db, accounts, files, config }: ApiDeps): void {
  const deps = { db, keeper: files.keeper, exhibitorRoom: config.exhibitorRoom }
  api.openapi(bring, async (c) => {
    const now = new Date()
    const caller = await authenticate(db, accounts, c.req.raw.headers)
    const report = await importContentAs(
      deps,
      caller,
      async (work) => {
        const folder = await importFolder(config.dataDir, now)
        try {
          const path = join(folder, 'sent')
          await receive(c.req.raw.body, path)
          return await withBulk(path, folder, work)
        } catch (error) {
          if (!(error instanceof UnreadableBulk)) throw error
          return { unreadable: error.why, rows: [], at: now.toISOString(), applied: false, published: 0 }
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      c.req.valid('query'),
      now,
    )
    return c.json(report, 200)
  })
}

/** @throws Refused `too-large` | `disk-full` */
async function receive(body: ReadableStream<Uint8Array> | null, path: string): Promise<void> {
  const pieces = body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([])
  let bytes = 0
  try {
    await pipeline(
      pieces,
      async function* (source: AsyncIterable<Uint8Array>) {
        for await (const piece of source) {
          bytes += piece.length
          if (bytes > LARGEST) throw new Refused('too-large')
          yield piece
        }
      },
      createWriteStream(path),
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Refused('disk-full')
    throw error
  }
}
