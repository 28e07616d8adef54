import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Unusable } from './unusable.ts'

/** Largest file that is read, bytes: twenty times the schedule of a conference of 800 sessions. */
const LARGEST_FILE = 32 * 1024 * 1024

/**
 * The text of a file, piece by piece. UTF-8 and UTF-16 as their marks or their bytes say, otherwise Windows-1251, which
 * spreadsheets of Russian offices still write.
 *
 * @throws Unusable when there is no such file, or when it is too large
 */
export async function textOf(path: string): Promise<AsyncIterable<string>> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(error.code === 'ENOENT' ? `There is no file ${path}.` : `Cannot read ${path} (${error.code}).`)
  })
  if (!stats.isFile()) throw new Unusable(`${path} is not a file.`)
  if (stats.size > LARGEST_FILE) {
    throw new Unusable(
      `${path} is ${megabytes(stats.size)} MB large: files above ${megabytes(LARGEST_FILE)} MB are refused.`,
    )
  }
  if (stats.size === 0) throw new Unusable(`${path} is empty.`)
  return decoded(path, await encodingOf(path))
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

async function encodingOf(path: string): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer
    if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
    if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
    first = false
    try {
      strict.decode(bytes, { stream: true })
    } catch {
      return 'windows-1251'
    }
  }
  return 'utf-8'
}
