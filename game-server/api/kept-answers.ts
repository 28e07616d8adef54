import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import type { Database } from '../db/database.ts'
import { acceptedEncoding } from '../files/compressed.ts'
import { revision } from '../services/content.ts'
import type { ApiEnv } from './context.ts'

interface Kept {
  readonly revision: number
  readonly etag: string
  readonly body: Buffer<ArrayBuffer>
  readonly br: Buffer<ArrayBuffer>
  readonly gzip: Buffer<ArrayBuffer>
}

type Answer<T> = Response & TypedResponse<T, 200, 'json'>

/**
 * Answers that are the same for every visitor until somebody changes the salon: read, written as JSON and compressed
 * once a revision instead of once a visitor.
 */
export class KeptAnswers {
  private readonly db: Database
  private readonly kept = new Map<string, Promise<Kept>>()
  private seen: { readonly at: number; readonly revision: Promise<number> } | null = null

  constructor(db: Database) {
    this.db = db
  }

  /** The answer kept as `key`; `read` is asked when there is none for the present revision. */
  async answer<T>(c: Context<ApiEnv>, key: string, read: () => Promise<T>): Promise<Answer<T>> {
    const before = this.kept.get(key)
    const kept = before !== undefined && (await this.holds(before)) ? before : this.renew(key, read)
    // `respond` sends what `read` gave, as JSON: the type says so to the description of the route.
    return respond(c, await kept) as Answer<T>
  }

  /** While the database is gone, what it said last is better than nothing. */
  private async holds(kept: Promise<Kept>): Promise<boolean> {
    const present = await this.revision().catch(() => null)
    return present === null || (await kept).revision === present
  }

  private renew(key: string, read: () => Promise<unknown>): Promise<Kept> {
    const made = this.revision().then((revision) => keep(revision, read))
    this.kept.delete(key)
    this.kept.set(key, made)
    made.catch(() => this.kept.delete(key))
    const oldest = this.kept.keys().next()
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value)
    return made
  }

  /** Asked at most once a second: an import in another process shows within that. */
  private revision(): Promise<number> {
    const now = Date.now()
    if (this.seen === null || now - this.seen.at > 1000) {
      const asked = revision(this.db)
      this.seen = { at: now, revision: asked }
      asked.catch(() => {
        this.seen = null
      })
    }
    return this.seen.revision
  }
}

// One a hall and one an exhibitor fit several times over; unknown addresses must not fill the memory.
const MOST_KEPT = 2000

async function keep(revision: number, read: () => Promise<unknown>): Promise<Kept> {
  const body = Buffer.from(JSON.stringify(await read()))
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(body),
  ])
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { revision, etag, body, br, gzip: gz }
}

function respond(c: Context<ApiEnv>, kept: Kept): Response {
  // Shown again only after we were asked whether it is still true.
  const headers = new Headers({ etag: kept.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' })
  if (c.req.header('if-none-match')?.includes(kept.etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', 'application/json; charset=utf-8')
  const encoding = acceptedEncoding(c.req.header('accept-encoding'))
  if (encoding) headers.set('content-encoding', encoding)
  return new Response(encoding ? kept[encoding] : kept.body, { headers })
}
