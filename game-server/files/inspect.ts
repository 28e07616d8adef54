import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { FileKind } from '../../shared/files/address.ts'
import { CAPS, type FileFault } from '../../shared/files/upload.ts'
import { Faulty } from './faulty.ts'
import { PICTURES } from './kinds/image.ts'

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** Why a type is not taken, where there is more to say than that we do not know it. */
const REFUSED: readonly (readonly [RegExp, FileFault])[] = [
  [/^image\/hei[cf]/, 'heic'],
  [/^video\/|^application\/mp4/, 'not-mp4'],
  [/macroenabled/i, 'macros'],
  [
    /^application\/(?:x-(?:msdownload|elf|mach-binary|executable|sharedlib|shockwave-flash)|wasm|java-vm|vnd\.android)/,
    'executable',
  ],
  [/^application\/(?:zip|gzip|x-(?:7z|rar|tar|bzip2|xz|compress|zstd)|java-archive|vnd\.rar)/, 'archive'],
  [/^image\/svg|xml$|html$/, 'markup'],
]

/**
 * What kind of file this is, by what is in it; nobody asks what it is called.
 *
 * @throws Faulty
 */
export async function kindOf(path: string, bytes: number): Promise<FileKind> {
  if (bytes === 0) throw new Faulty('empty')
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? (await textType(path))
  const kind = taken(mime)
  if (kind === null) {
    const [, fault] = REFUSED.find(([types]) => types.test(mime ?? '')) ?? [null, 'unknown-type' as const]
    throw new Faulty(fault, mime ?? undefined)
  }
  if (bytes > CAPS[kind]) throw new Faulty('too-heavy', String(CAPS[kind] / 1024 / 1024))
  return kind
}

function taken(mime: string | null): FileKind | null {
  if (mime === null) return null
  if (PICTURES.has(mime)) return 'image'
  if (mime === 'video/mp4' || mime === 'video/x-m4v') return 'video'
  if (mime === 'application/pdf') return 'pdf'
  return mime === PRESENTATION ? 'presentation' : null
}

/** A guess at files that are text, which have no signature: markup and scripts are worth a word of their own. */
async function textType(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(1024), position: 0 })
    const start = buffer.toString('utf8', 0, bytesRead).trimStart()
    if (start.startsWith('#!')) return 'application/x-executable'
    return /^\ufeff?</.test(start) ? 'text/html' : null
  } finally {
    await file.close()
  }
}
