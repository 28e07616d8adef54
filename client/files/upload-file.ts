import { type DetailedError, Upload } from 'tus-js-client'
import type { KeptFile } from '../../shared/files/upload.ts'
import { ApiProblem, send } from '../net/api.ts'

interface Options {
  /** Whose file it becomes; null: an attachment of one's own. */
  readonly exhibitorId: string | null
  /** Lets the upload go; what has arrived is forgotten. */
  readonly signal?: AbortSignal
  /** Share of the bytes that have arrived, 0–1; `waiting` while the line is broken. */
  readonly onProgress?: (share: number, waiting: boolean) => void
}

/** Bytes sent at once: after a broken line at most these are sent again. */
const CHUNK = 8 * 1024 * 1024
/** Milliseconds between tries: a line that is gone for five minutes loses nothing. */
const PAUSES = [500, 1000, 2000, 5000, ...Array.from({ length: 30 }, () => 10_000)]

/**
 * Uploads a file and has it taken. An upload that a broken line or a reload cut short goes on where it stopped when the
 * same file is chosen again.
 *
 * @throws ApiProblem `faulty-file` and whatever else the server says; `AbortError` when it was let go
 */
export async function uploadFile(file: File, options: Options): Promise<KeptFile> {
  const { exhibitorId, signal } = options
  const remembered = new Remembered(file, exhibitorId)
  let id = remembered.id
  try {
    if (id === null || !(await sendBytes(id, file, options, true))) {
      id = await begin(file, exhibitorId)
      remembered.id = id
      await sendBytes(id, file, options, false)
    }
  } catch (error) {
    if (signal?.aborted) remembered.id = null
    throw error
  }
  remembered.id = null
  return send<KeptFile>('POST', `/api/uploads/${id}/file`)
}

/**
 * Puts a picture in front of a film or a document that was just uploaded.
 *
 * @throws ApiProblem
 */
export async function putPicture(id: string, picture: Blob): Promise<void> {
  const answer = await fetch(`/api/uploads/${id}/picture`, { method: 'PUT', body: picture }).catch(() => null)
  if (answer?.ok) return
  throw new ApiProblem((await answer?.json().catch(() => null)) ?? { error: 'offline', message: 'No answer.' })
}

const begin = async (file: File, exhibitorId: string | null): Promise<string> =>
  (await send<{ id: string }>('POST', '/api/uploads', { exhibitorId, name: file.name, bytes: file.size })).id

/** @returns whether there is such an upload; asked only where it is `resumed` */
function sendBytes(id: string, file: File, { signal, onProgress }: Options, resumed: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let share = 0
    const upload = new Upload(file, {
      uploadUrl: `/api/uploads/${id}`,
      chunkSize: CHUNK,
      retryDelays: PAUSES,
      storeFingerprintForResuming: false,
      onProgress: (sent, total) => {
        share = total === 0 ? 1 : sent / total
        onProgress?.(share, false)
      },
      onShouldRetry: (error) => {
        const again = isWorthAnotherTry(error)
        if (again) onProgress?.(share, true)
        return again
      },
      onSuccess: () => resolve(true),
      onError: (error) => {
        const status = statusOf(error)
        if (resumed && (status === 404 || status === 410)) resolve(false)
        else reject(problemOf(error))
      },
    })
    const letGo = (): void => {
      reject(new DOMException('Let go.', 'AbortError'))
      void upload.abort().then(() => send('DELETE', `/api/uploads/${id}`).catch(() => {}))
    }
    if (signal?.aborted) return letGo()
    signal?.addEventListener('abort', letGo, { once: true })
    upload.start()
  })
}

const statusOf = (error: Error | DetailedError): number | null =>
  ('originalResponse' in error && error.originalResponse?.getStatus()) || null

/** What a server answers whose disk is full. */
const DISK_FULL = 507

/** A refusal stays one; a line that broke, a server that restarts and a lock still held are gone in a moment. */
function isWorthAnotherTry(error: DetailedError): boolean {
  const status = statusOf(error)
  if (status === DISK_FULL) return false
  return status === null || status >= 500 || status === 409 || status === 423 || status === 429
}

function problemOf(error: Error | DetailedError): ApiProblem {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
  try {
    const problem = JSON.parse(body ?? '')
    if (typeof problem === 'object' && problem !== null && 'error' in problem) return new ApiProblem(problem)
  } catch {
    // What the protocol itself says is no JSON.
  }
  return new ApiProblem({ error: statusOf(error) === null ? 'offline' : 'unavailable', message: error.message })
}

/** The upload of a file that was begun in this browser and has not ended. */
class Remembered {
  private readonly key: string

  constructor(file: File, exhibitorId: string | null) {
    this.key = `alleya-upload ${exhibitorId ?? ''} ${file.name} ${file.size} ${file.lastModified}`
  }

  get id(): string | null {
    return localStorage.getItem(this.key)
  }

  set id(id: string | null) {
    if (id === null) localStorage.removeItem(this.key)
    else localStorage.setItem(this.key, id)
  }
}
