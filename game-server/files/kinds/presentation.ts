import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { Faulty } from '../faulty.ts'

/** More than any deck has; a bomb has far more, or swells thousandfold. */
const MOST_ENTRIES = 10_000
const MOST_BYTES = 1024 * 1024 * 1024

/** Programs, and what may carry them: macros, ActiveX, embedded objects. */
const PROGRAMS = /vbaProject|\/activeX\/|\/embeddings\/.*\.bin$|\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|msi|hta)$/i

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

/**
 * Whether a file is a presentation (OOXML) without programs in it.
 *
 * @throws Faulty `broken` | `macros` | `archive`
 */
export async function inspectPresentation(path: string): Promise<void> {
  const zip = await open(path, { lazyEntries: true, strictFileNames: true }).catch(() => {
    throw new Faulty('broken')
  })
  let bytes = 0
  const names = new Set<string>()
  try {
    for await (const entry of entriesOf(zip)) {
      bytes += entry.uncompressedSize
      names.add(entry.fileName)
      if (names.size > MOST_ENTRIES || bytes > MOST_BYTES) throw new Faulty('archive')
      if (PROGRAMS.test(entry.fileName)) throw new Faulty('macros')
    }
  } finally {
    zip.close()
  }
  if (!names.has('[Content_Types].xml') || !names.has('ppt/presentation.xml')) throw new Faulty('broken')
}

/** @throws Faulty `broken` about what is no archive, or one with names that lead out of it */
async function* entriesOf(zip: yauzl.ZipFile): AsyncIterable<yauzl.Entry> {
  const next = () =>
    new Promise<yauzl.Entry | null>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('end', () => resolve(null))
      zip.once('error', () => reject(new Faulty('broken')))
      zip.readEntry()
    })
  for (let entry = await next(); entry; entry = await next()) {
    zip.removeAllListeners()
    yield entry
  }
}
