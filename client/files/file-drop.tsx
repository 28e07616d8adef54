import { IconUpload } from '@tabler/icons-react'
import { useDropzone } from 'react-dropzone'
import { useTranslation } from 'react-i18next'
import type { KeptFile } from '../../shared/files/upload.ts'
import { ACCEPTED, type Accepted } from './accepted.ts'
import css from './file-drop.module.css'
import './problem.ts'
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
  const { t } = useTranslation('files')
  const uploads = useUploads(exhibitorId, onUploaded)
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    multiple,
    noClick: true,
    noKeyboard: true,
    onDrop: (files) => uploads.add(files),
  })
  const types = accept.flatMap((kind) => ACCEPTED[kind]).join(',')
  return (
    <div className={css.whole}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of a button and a place to drop on, no fieldset of a form */}
      <div
        {...getRootProps()}
        role="group"
        className={css.drop}
        data-over={isDragActive || undefined}
        aria-label={label}
      >
        <input {...getInputProps()} accept={types} aria-hidden tabIndex={-1} />
        <IconUpload size={24} aria-hidden />
        <p>{t(isDragActive ? 'dropHere' : multiple ? 'drop' : 'dropOne')}</p>
        <button type="button" onClick={open}>
          {t('choose')}
        </button>
        {hint && <small>{hint}</small>}
      </div>
      <UploadList {...uploads} onCancel={uploads.cancel} onAgain={uploads.again} onDismiss={uploads.dismiss} />
    </div>
  )
}
