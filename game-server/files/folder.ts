import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { byteRange } from './byte-range.ts'
import { acceptedEncoding, CompressedFiles } from './compressed.ts'
import { isCompressible } from './media-types.ts'

/** A folder that is served: byte ranges, conditional requests, compression; never anything outside of it. */
export class Folder {
  private readonly root: string
  private readonly shows: (path: string) => string | null
  private readonly compressed = new CompressedFiles()

  /** `shows`: content type of a file that browsers may show; null for one that they only may save. */
  constructor(root: string, shows: (path: string) => string | null) {
    this.root = root
    this.shows = shows
  }

  /**
   * The file at `path` (as in the address, percent-encoded), or null when there is none.
   *
   * @param cacheControl how long browsers may keep it
   */
  async serve(request: Request, path: string, cacheControl: string): Promise<Response | null> {
    const file = this.locate(path)
    const stats = file && (await regularFile(file))
    if (!file || !stats) return null

    const etag = `"${stats.mtimeMs.toString(36)}-${stats.size.toString(36)}"`
    const type = this.shows(file)
    const headers = new Headers({
      etag,
      'last-modified': stats.mtime.toUTCString(),
      'cache-control': cacheControl,
      'content-type': type ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    })
    if (type === null) headers.set('content-disposition', 'attachment')
    // A picture that is opened as a page of its own must not run what it may contain.
    if (type === 'image/svg+xml')
      headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")

    const compressible = isCompressible(file)
    if (compressible) headers.set('vary', 'accept-encoding')
    if (isUnchanged(request.headers, etag, stats)) return new Response(null, { status: 304, headers })

    const range = rangeOf(request.headers, etag, stats)
    if (range === 'unsatisfiable') {
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${stats.size}` } })
    }
    if (range) {
      headers.set('content-range', `bytes ${range.first}-${range.last}/${stats.size}`)
      headers.set('content-length', String(range.last - range.first + 1))
      const part = createReadStream(file, { start: range.first, end: range.last })
      return new Response(bodyOf(request, part), { status: 206, headers })
    }

    const encoding = compressible ? acceptedEncoding(request.headers.get('accept-encoding') ?? undefined) : null
    if (encoding) {
      headers.set('content-encoding', encoding)
      return new Response(await this.compressed.get(file, etag, encoding), { headers })
    }
    headers.set('content-length', String(stats.size))
    return new Response(stats.size > 0 ? bodyOf(request, createReadStream(file)) : null, { headers })
  }

  /** Where `path` is on disk, or null when it leads out of the folder or to something hidden. */
  private locate(path: string): string | null {
    const decoded = decode(path)
    if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null
    if (decoded.split('/').some((segment) => segment.startsWith('.'))) return null
    const file = normalize(join(this.root, decoded))
    return file.startsWith(this.root + sep) ? file : null
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

async function regularFile(path: string): Promise<Stats | null> {
  const stats = await stat(path).catch(() => null)
  return stats?.isFile() ? stats : null
}

/** RFC 9110, 13.1: the entity tag decides where there is one, the date otherwise. */
function isUnchanged(headers: Headers, etag: string, stats: Stats): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  return isAsOld(headers.get('if-modified-since'), stats)
}

/** A part is only sent of the very file the rest was taken from (RFC 9110, 13.1.5). */
function rangeOf(headers: Headers, etag: string, stats: Stats) {
  const condition = headers.get('if-range')
  if (condition !== null && condition !== etag && !isAsOld(condition, stats)) return null
  return byteRange(headers.get('range') ?? undefined, stats.size)
}

function isAsOld(date: string | null, stats: Stats): boolean {
  // HTTP dates know no milliseconds.
  return date !== null && Math.floor(stats.mtimeMs / 1000) * 1000 <= Date.parse(date)
}

function bodyOf(request: Request, stream: ReturnType<typeof createReadStream>): ReadableStream | null {
  if (request.method === 'HEAD') {
    stream.destroy()
    return null
  }
  return Readable.toWeb(stream) as ReadableStream
}
