import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeptFile } from '../../shared/files/upload.ts'
import { firstPageOf } from './stand-in.ts'
import { putPicture, uploadFile } from './upload-file.ts'

/** A file on its way. */
export interface Uploading {
  readonly key: number
  readonly file: File
  readonly state: 'sending' | 'waiting' | 'taking' | 'done' | 'stopped' | 'failed'
  /** 0–1 */
  readonly share: number
  readonly problem: Error | null
}

interface Uploads {
  readonly all: readonly Uploading[]
  add(files: readonly File[]): void
  cancel(key: number): void
  again(key: number): void
  dismiss(key: number): void
}

/** Uploads of one place of the interface, each on its own; `onKept` gets each file that was taken. */
export function useUploads(exhibitorId: string | null, onKept: (file: KeptFile) => void): Uploads {
  const [all, setAll] = useState<readonly Uploading[]>([])
  const letGo = useRef(new Map<number, AbortController>())
  const kept = useRef(onKept)
  kept.current = onKept
  useEffect(() => {
    const under = letGo.current
    return () => {
      for (const control of under.values()) control.abort()
    }
  }, [])

  const change = useCallback((key: number, to: Partial<Uploading>): void => {
    setAll((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)))
  }, [])

  const start = useCallback(
    async (key: number, file: File): Promise<void> => {
      const control = new AbortController()
      letGo.current.set(key, control)
      try {
        const onProgress = (share: number, waiting: boolean): void =>
          change(key, { share, state: waiting ? 'waiting' : share === 1 ? 'taking' : 'sending' })
        const taken = await uploadFile(file, { exhibitorId, signal: control.signal, onProgress })
        if (taken.kind === 'pdf') await putFirstPage(taken.id, file)
        change(key, { state: 'done', share: 1 })
        kept.current(taken)
      } catch (error) {
        if (control.signal.aborted) change(key, { state: 'stopped' })
        else change(key, { state: 'failed', problem: error instanceof Error ? error : new Error(String(error)) })
      } finally {
        letGo.current.delete(key)
      }
    },
    [exhibitorId, change],
  )

  return {
    all,
    add: (files) => {
      for (const file of files) {
        const key = nextKey++
        setAll((before) => [...before, { key, file, state: 'sending', share: 0, problem: null }])
        void start(key, file)
      }
    },
    cancel: (key) => letGo.current.get(key)?.abort(),
    again: (key) => {
      const one = all.find((other) => other.key === key)
      if (!one) return
      change(key, { state: 'sending', share: 0, problem: null })
      void start(key, one.file)
    },
    dismiss: (key) => setAll((before) => before.filter((one) => one.key !== key)),
  }
}

let nextKey = 1

/** A document without a picture of its first page is a document all the same. */
async function putFirstPage(id: string, file: File): Promise<void> {
  const page = await firstPageOf(file)
  if (page) await putPicture(id, page).catch(() => {})
}
