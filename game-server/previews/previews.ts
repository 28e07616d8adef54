import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Language } from '../../shared/language.ts'
import type { ApiEnv } from '../api/context.ts'
import { problemResponse } from '../api/problems.ts'
import type { Database } from '../db/database.ts'
import { revision } from '../services/content.ts'
import { type LinkTarget, previewOf } from '../services/previews.ts'
import type { FindFile } from '../services/takeaway-contents.ts'
import { drawPreview } from './draw.ts'
import { languageOf, pathOf, targetOf } from './links.ts'
import { withHead } from './tags.ts'
import { wordsOf } from './words.ts'

export interface PreviewsDeps {
  readonly db: Database
  readonly findFile: FindFile
  /** Of this salon, without a slash at the end. */
  readonly publicUrl: string
}

/** Tells a page what those who show links read of it. */
export type HeadTeller = (page: string, address: URL, acceptLanguage: string | undefined) => Promise<string>

/** Pictures kept, of some 80 KB each. */
const MOST_KEPT = 200
/** A picture larger than this is not worth reading for a preview, bytes. */
const LARGEST_PICTURE = 12 * 1024 * 1024

/**
 * Previews of links: the picture of each under `/preview/<path of the page>.png`, drawn when it is first asked for and
 * one at a time, kept until the salon changes; and the head of its page.
 */
export function addPreviews(app: OpenAPIHono<ApiEnv>, { db, findFile, publicUrl }: PreviewsDeps): HeadTeller {
  const kept = new Map<string, Promise<Buffer | null>>()
  let last: Promise<unknown> = Promise.resolve()

  const draw = async (target: LinkTarget, language: Language): Promise<Buffer | null> => {
    const preview = await previewOf(db, target)
    if (!preview) return null
    const [picture, logo] = await Promise.all([read(findFile, preview.picture), read(findFile, preview.logo)])
    return drawPreview({ words: wordsOf(preview, language), color: preview.color, picture, logo })
  }

  const picture = async (target: LinkTarget, language: Language): Promise<Buffer | null> => {
    const key = `${await revision(db)} ${language} ${pathOf(target)}`
    const before = kept.get(key)
    if (before) return before
    const drawn = last.then(() => draw(target, language))
    last = drawn.catch(() => null)
    kept.set(key, drawn)
    // What is not there, or went wrong, is not worth keeping.
    drawn.then(
      (one) => one ?? kept.delete(key),
      () => kept.delete(key),
    )
    const oldest = kept.keys().next()
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
    return drawn
  }

  app.get('/preview/*', async (c) => {
    const { pathname } = new URL(c.req.url)
    const target = pathname.endsWith('.png') ? targetOf(pathname.slice('/preview'.length, -'.png'.length)) : null
    const png = target && (await picture(target, languageOf(c.req.query('lang'), undefined)))
    if (!png) return problemResponse('not-found')
    return new Response(new Uint8Array(png), {
      headers: {
        'content-type': 'image/png',
        'cache-control': 'public, max-age=3600',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  return async (page, address, acceptLanguage) => {
    const target = targetOf(address.pathname)
    // A page without a preview is better than none.
    const preview = target && (await previewOf(db, target).catch(() => null))
    if (!target || !preview) return page
    const language = languageOf(address.searchParams.get('lang') ?? undefined, acceptLanguage)
    const path = pathOf(target)
    return withHead(page, {
      words: wordsOf(preview, language),
      language,
      url: `${publicUrl}${path}`,
      picture: `${publicUrl}/preview${path}.png?lang=${language}`,
    })
  }
}

async function read(findFile: FindFile, address: string | null): Promise<Buffer | null> {
  const file = address === null ? null : await findFile(address).catch(() => null)
  if (!file || file.bytes > LARGEST_PICTURE) return null
  const parts: Buffer[] = []
  for await (const part of await file.read()) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts)
}
