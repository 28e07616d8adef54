import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import type { ArchivedFile } from '../../services/bulk-content.ts'
import { Refused } from '../../services/refused.ts'
import { UnreadableBulk } from './unreadable.ts'

const MOST_ENTRIES = 5000
/** Unpacked, bytes. */
const MOST_BYTES = 2 * 1024 ** 3
/** Bytes of the disk that imports leave alone, as uploads do: the embedded database lies there, too. */
const RESERVE = 256 * 1024 ** 2
/** Nothing that booths show shrinks so well; what is small may. */
const MOST_SHRUNK = 200
const SMALL = 1024 * 1024

/** What computers put into archives without being asked. */
const CLUTTER = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i

const openZip = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

/** An archive whose entries are unpacked one by one, when asked for, under names of ours. */
export class Archive {
  private readonly zip: yauzl.ZipFile
  private readonly entries: ReadonlyMap<string, yauzl.Entry>
  private readonly folder: string
  private readonly unpacked = new Map<string, Promise<ArchivedFile>>()

  private constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>, folder: string) {
    this.zip = zip
    this.entries = entries
    this.folder = folder
  }

  /**
   * @param folder of this import alone, for what is unpacked
   * @throws UnreadableBulk
   */
  static async open(path: string, folder: string): Promise<Archive> {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
    const zip = await openZip(path, options).catch(() => {
      throw new UnreadableBulk('broken')
    })
    try {
      return new Archive(zip, await entriesOf(zip), folder)
    } catch (error) {
      zip.close()
      throw error instanceof UnreadableBulk ? error : new UnreadableBulk('broken')
    }
  }

  get names(): string[] {
    return [...this.entries.keys()]
  }

  /** Null: there is no such entry. @throws Refused `disk-full`; others when its bytes are not what the archive says they are */
  async file(name: string): Promise<ArchivedFile | null> {
    const key = keyOf(name)
    const entry = this.entries.get(key)
    if (!entry) return null
    const known = this.unpacked.get(key) ?? this.unpack(entry, posix.basename(name))
    this.unpacked.set(key, known)
    return known
  }

  close(): void {
    this.zip.close()
  }

  private async unpack(entry: yauzl.Entry, name: string): Promise<ArchivedFile> {
    const { bavail, bsize } = await statfs(this.folder)
    if (bavail * bsize < entry.uncompressedSize + RESERVE) throw new Refused('disk-full')
    const path = join(this.folder, randomUUID())
    const hash = createHash('sha256')
    const bytes = await this.zip.openReadStreamPromise(entry)
    await pipeline(
      bytes,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece)
          yield piece
        }
      },
      createWriteStream(path),
    )
    return { name, path, bytes: entry.uncompressedSize, sha256: hash.digest('hex') }
  }
}

/** Entries by how they are asked for; spelling and case of names differ between systems. */
async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  let count = 0
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    if (++count > MOST_ENTRIES) throw new UnreadableBulk('too-many-files', { found: String(MOST_ENTRIES) })
    const name = nameOf(entry)
    if (name.endsWith('/') || CLUTTER.test(name)) continue
    requireFile(entry, name)
    bytes += entry.uncompressedSize
    if (bytes > MOST_BYTES) throw new UnreadableBulk('too-large', { found: String(MOST_BYTES / 1024 ** 2) })
    const key = keyOf(name)
    if (entries.has(key)) throw new UnreadableBulk('repeated-name', { found: name })
    entries.set(key, entry)
  }
  return entries
}

/** @throws UnreadableBulk about what is no plain file, or what swells */
function requireFile(entry: yauzl.Entry, name: string): void {
  if (entry.isEncrypted()) throw new UnreadableBulk('encrypted')
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_SHRUNK)
    throw new UnreadableBulk('bomb', { found: name })
  if (!entry.canDecodeFileData()) throw new UnreadableBulk('broken')
  // Unix says in the upper half what an entry is: neither a link nor a device is what booths show.
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type !== 0 && type !== 0o100000) throw new UnreadableBulk('bad-name', { found: name })
}

/** UTF-8 by its mark or by its bytes, else as Windows names files in Russian. @throws UnreadableBulk `bad-name` */
function nameOf(entry: yauzl.Entry): string {
  const name = decoded(entry.fileNameRaw).replaceAll('\\', '/')
  const parts = name.split('/')
  if (name === '' || /^\/|^[a-z]:|\p{Cc}/iu.test(name) || parts.includes('..'))
    throw new UnreadableBulk('bad-name', { found: name.replace(/\p{Cc}/gu, ' ').slice(0, 100) })
  return name
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('ibm866').decode(bytes)
  }
}

const keyOf = (name: string): string =>
  posix.normalize(name.trim().replaceAll('\\', '/')).normalize('NFC').toLowerCase()
