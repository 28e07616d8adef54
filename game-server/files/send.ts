import { Readable } from 'node:stream'
import { byteRange } from './byte-range.ts'
import type { Storage } from './storage.ts'

/** Content type of each rendition: a closed set, none of which a browser runs. */
const TYPES: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}
/** Renditions that are shown; others are only ever saved. */
const SHOWN = new Set(['webp', 'mp4'])

export interface Sent {
  readonly key: string
  readonly bytes: number
  /** Tells one content of the same key from another; empty where it never changes. */
  readonly version: string
  /** What it is called when it is saved. */
  readonly name: string
  readonly cacheControl: string
}

/** A kept file: whole or a part of it (RFC 9110, 14), as nothing else than what it is. */
export async function sendFile(storage: Storage, request: Request, sent: Sent): Promise<Response> {
  const { key, bytes, version } = sent
  const extension = key.split('.').at(-1) ?? ''
  const etag = `"${key.replace('/', '-')}-${version || bytes.toString(36)}"`
  const headers = new Headers({
    etag,
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': sent.cacheControl,
  })
  if (!SHOWN.has(extension)) headers.set('content-disposition', attachment(sent.name, extension))
  const known = request.headers.get('if-none-match')
  if (known?.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, ''))))
    return new Response(null, { status: 304, headers })

  const condition = request.headers.get('if-range')
  const asked = condition === null || condition === etag ? (request.headers.get('range') ?? undefined) : undefined
  const range = byteRange(asked, bytes)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  if (range) headers.set('content-range', `bytes ${range.first}-${range.last}/${bytes}`)
  headers.set('content-length', String(range ? range.last - range.first + 1 : bytes))
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(await storage.read(key, range)) as ReadableStream)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** RFC 6266: the name in ASCII for the oldest readers, and as it is for all others. */
function attachment(name: string, extension: string): string {
  const base = name.replace(/\.\w{1,5}$/, '') || 'file'
  const whole = `${base}.${extension}`
  const plain = whole.replace(/[^\w .-]/g, '_')
  const encoded = encodeURIComponent(whole).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
