import type { KeptFile } from '../../shared/files/upload.ts'
import { ACCEPTED, type Accepted } from './accepted.ts'
import { DropZone } from './drop-zone.tsx'
import css from './file-drop.module.css'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

interface Props {
  readonly label: string
  /** A word on what will do. */
  readonly hint?: string
  /** What the device's own dialog offers; the server judges by what is in a file. */
  readonly accept: readonly Accepted[]
  readonly multiple?: boolean
  /** Whose files they become; null: attachments of one's own. */
  readonly exhibitorId: string | null
  onUploaded(file: KeptFile): void
}

/** A place to drop files on, or to choose them from the device, with how far each is. */
export function FileDrop({ label, hint, accept, multiple = false, exhibitorId, onUploaded }: Props) {
  const uploads = useUploads(exhibitorId, onUploaded)
  const types = accept.flatMap((kind) => ACCEPTED[kind]).join(',')
  return (
    <div className={css.whole}>
      <DropZone {...{ label, hint, types, multiple }} onFiles={uploads.add} />
      <UploadList {...uploads} onCancel={uploads.cancel} onAgain={uploads.again} onDismiss={uploads.dismiss} />
    </div>
  )
}
