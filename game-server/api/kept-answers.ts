import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, TypedResponse } from 'hono'
import type { Database } from '../db/database.ts'
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
    const present = await this.revision()
    let kept = this.kept.get(key)
    if (kept === undefined || (await kept).revision !== present) {
      kept = keep(present, read)
      this.remember(key, kept)
    }
    // `respond` sends what `read` gave, as JSON: the type says so to the description of the route.
    return respond(c, await kept) as Answer<T>
  }

  private remember(key: string, kept: Promise<Kept>): void {
    this.kept.delete(key)
    this.kept.set(key, kept)
    kept.catch(() => this.kept.delete(key))
    const oldest = this.kept.keys().next()
    if (this.kept.size > MOST_KEPT && !oldest.done) this.kept.delete(oldest.value)
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
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  if (encoding) headers.set('content-encoding', encoding)
  return new Response(encoding ? kept[encoding] : kept.body, { headers })
}
