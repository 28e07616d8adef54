import { RENDITIONS } from '../../shared/files/address.ts'
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

/** Looks at what was uploaded and puts it into storage: pictures drawn anew, everything else as it came or not at all. */
export function fileKeeper(staging: Staging, storage: Storage): FileKeeper {
  const draw = async (id: string, name: string, source: Uint8Array): Promise<number> => {
    const drawn = await drawStandIn(source)
    await storage.put(`${id}/${name}`, drawn)
    return drawn.length
  }
  return {
    open: (id, bytes) => staging.open(id, bytes),
    drop: (id) => staging.drop(id),
    forget: (id) => storage.forget(id),
    stored: () => storage.ids(),
    keep: (id, bytes) => refusing(() => keep(id, bytes)),
    standIn: (id, kind, source) => refusing(() => draw(id, RENDITIONS[kind][1], source)),
  }

  async function keep(id: string, bytes: number): Promise<Kept> {
    if ((await staging.arrived(id)) !== bytes) throw new Faulty('incomplete')
    const path = staging.pathOf(id)
    const kind = await kindOf(path, bytes)
    if (kind === 'image') {
      const { width, height, renditions } = await drawPicture(path)
      for (const [name, drawn] of renditions) await storage.put(`${id}/${name}`, drawn)
      const sizes = [...renditions].map(([name, drawn]) => [name, drawn.length])
      return { kind, width, height, seconds: null, renditions: Object.fromEntries(sizes) }
    }
    const shape = kind === 'video' ? await inspectFilm(path) : NO_PICTURE
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
