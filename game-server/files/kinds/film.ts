import { Worker } from 'node:worker_threads'
import type { FaultyFile } from '../../../shared/files/upload.ts'
import { Faulty } from '../faulty.ts'

export interface Film {
  readonly width: number
  readonly height: number
  readonly seconds: number
}

/** What comes back from `film-worker.ts`. */
export type Told = { readonly film: Film } | { readonly fault: FaultyFile }

/** Milliseconds and megabytes that the index of an honest film is far from needing. */
const PATIENCE = 30_000
const MEMORY = 384

/**
 * What a film is, when every browser plays it: MP4 with H.264, and AAC, Opus or no sound. The index of a film may be as
 * long as whoever made it wants, so it is read beside everything else, for a limited time and in limited memory.
 *
 * @throws Faulty `broken` | `no-video` | `video-codec` | `audio-codec` | `too-long` | `too-large-frame`
 */
export async function inspectFilm(path: string): Promise<Film> {
  const worker = new Worker(new URL('./film-worker.ts', import.meta.url), {
    workerData: path,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  const timer = setTimeout(() => void worker.terminate(), PATIENCE)
  try {
    const told = await new Promise<Told>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Faulty('broken') : error),
      )
      worker.once('exit', () => reject(new Faulty('broken')))
    })
    if ('fault' in told) throw new Faulty(told.fault.fault, told.fault.found)
    return told.film
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
