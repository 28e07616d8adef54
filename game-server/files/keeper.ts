import { type FileKind, RENDITIONS } from '../../shared/files/address.ts'
import { fewAtOnce } from '../../shared/files/few-at-once.ts'
import type { FileKeeper, Kept } from '../services/files.ts'
import { Refused } from '../services/refused.ts'
import { Faulty } from './faulty.ts'
import { kindOf } from './inspect.ts'
import { inspectFilm } from './kinds/film.ts'
import { drawPicture, drawStandIn } from './kinds/image.ts'
import { inspectPdf } from './kinds/pdf.ts'
import { inspectPresentation } from './kinds/presentation.ts'
import type { Staging } from './staging.ts'
import type { Storage } from './storage.ts'

const NO_PICTURE = { width: null, height: null, seconds: null }

/** Pictures drawn and films read at once: a large picture takes half a gigabyte while it is drawn. */
const AT_ONCE = 2

/** Looks at what was uploaded and puts it into storage: pictures drawn anew, everything else as it came or not at all. */
export function fileKeeper(staging: Staging, storage: Storage): FileKeeper {
  const inTurn = fewAtOnce(AT_ONCE)
  const draw = async (id: string, name: string, source: Uint8Array): Promise<number> => {
    const drawn = await inTurn(() => drawStandIn(source))
    await storage.put(`${id}/${name}`, drawn)
    return drawn.length
  }
  return {
    open: (id, bytes) => staging.open(id, bytes),
    drop: (id) => staging.drop(id),
    dropUntouched: (since) => staging.dropUntouched(since),
    forget: (id) => storage.forget(id),
    keep: (id, bytes, kinds) => refusing(() => arrived(id, bytes, kinds)),
    look: (path, bytes) => refusing(() => kindOf(path, bytes)),
    take: (id, path, bytes) => refusing(async () => keep(id, path, bytes, await kindOf(path, bytes))),
    standIn: (id, kind, source) => refusing(() => draw(id, RENDITIONS[kind][1], source)),
  }

  async function arrived(id: string, bytes: number, kinds: readonly FileKind[]): Promise<Kept> {
    if ((await staging.arrived(id)) !== bytes) throw new Faulty('incomplete')
    const path = staging.pathOf(id)
    const kind = await kindOf(path, bytes)
    if (!kinds.includes(kind)) throw new Faulty('not-attached')
    return keep(id, path, bytes, kind)
  }

  async function keep(id: string, path: string, bytes: number, kind: FileKind): Promise<Kept> {
    if (kind === 'image') {
      const { width, height, renditions } = await inTurn(() => drawPicture(path))
      for (const [name, drawn] of renditions) await storage.put(`${id}/${name}`, drawn)
      const sizes = [...renditions].map(([name, drawn]) => [name, drawn.length])
      return { kind, width, height, seconds: null, renditions: Object.fromEntries(sizes) }
    }
    const shape = kind === 'video' ? await inTurn(() => inspectFilm(path)) : NO_PICTURE
    if (kind === 'pdf') await inspectPdf(path)
    if (kind === 'presentation') await inspectPresentation(path)
    const [name] = RENDITIONS[kind]
    await storage.take(`${id}/${name}`, path)
    return { kind, ...shape, renditions: { [name]: bytes } }
  }
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Faulty) throw new Refused('faulty-file', { file: error.why })
    throw error
  }
}
