import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** The encoding to answer with, best first, or null for none. */
export function acceptedEncoding(header: string | undefined): Encoding | null {
  const accepted = (header ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

async function compress(bytes: Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: 9 })
  // 11 would take seconds a megabyte; 9 is within a few per cent of it.
  return promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}

/** Compressed files, made at the first request and kept while the file stays the same. */
export class CompressedFiles {
  private readonly kept = new Map<string, Promise<Buffer<ArrayBuffer>>>()

  /** `version` changes whenever the file does. */
  get(path: string, version: string, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
    const key = `${encoding} ${version} ${path}`
    let made = this.kept.get(key)
    if (made === undefined) {
      made = readFile(path).then((bytes) => compress(bytes, encoding))
      this.kept.set(key, made)
      made.catch(() => this.kept.delete(key))
    }
    return made
  }
}
