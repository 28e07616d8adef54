import { useEffect, useRef, useState } from 'react'
import { type Attachment, MOST_ATTACHMENTS } from '../../shared/conversations/model.ts'
import type { KeptFile } from '../../shared/files/upload.ts'
import { type Uploading, useUploads } from '../files/use-uploads.ts'

export interface Attachments {
  /** What has arrived and goes with the next message. */
  readonly kept: readonly Attachment[]
  /** What is on its way, or did not arrive. */
  readonly underWay: readonly Uploading[]
  readonly busy: boolean
  readonly isFull: boolean
  add(files: readonly File[]): void
  take(address: string): void
  dismiss(key: number): void
  clear(): void
}

/** Files that go with the next message; another draft begins without any. */
export function useAttachments(draftOf: string): Attachments {
  const [kept, setKept] = useState<readonly Attachment[]>([])
  const of = useRef(draftOf)
  useEffect(() => {
    of.current = draftOf
    setKept([])
  }, [draftOf])
  const uploads = useUploads(null, ({ address, kind, name }: KeptFile) => {
    if (kind === 'image' || kind === 'pdf') setKept((before) => [...before, { address, kind, name }])
  })
  const underWay = uploads.all.filter(({ state }) => state !== 'done' && state !== 'stopped')
  const coming = underWay.filter(({ state }) => state !== 'failed').length
  const room = MOST_ATTACHMENTS - kept.length - coming
  return {
    kept,
    underWay,
    busy: coming > 0,
    isFull: room <= 0,
    add: (files) => uploads.add(files.slice(0, Math.max(0, room))),
    take: (address) => setKept((before) => before.filter((one) => one.address !== address)),
    dismiss: (key) => {
      uploads.cancel(key)
      uploads.dismiss(key)
    },
    clear: () => setKept([]),
  }
}
