import { IconUpload } from '@tabler/icons-react'
import { useDropzone } from 'react-dropzone'
import { useTranslation } from 'react-i18next'
import css from './drop-zone.module.css'
import './problem.ts'

interface Props {
  readonly label: string
  /** A word on what will do. */
  readonly hint?: string | undefined
  /** What the device's own dialog offers: types and endings, separated by commas. */
  readonly types: string
  readonly multiple?: boolean
  onFiles(files: readonly File[]): void
}

/** A place to drop files on, or to choose them from the device. */
export function DropZone({ label, hint, types, multiple = false, onFiles }: Props) {
  const { t } = useTranslation('files')
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    multiple,
    noClick: true,
    noKeyboard: true,
    onDrop: (files) => onFiles(files),
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a button and a place to drop on, no fieldset of a form
    <div {...getRootProps()} role="group" className={css.drop} data-over={isDragActive || undefined} aria-label={label}>
      <input {...getInputProps()} accept={types} aria-hidden tabIndex={-1} />
      <IconUpload size={24} aria-hidden />
      <p>{t(isDragActive ? 'dropHere' : multiple ? 'drop' : 'dropOne')}</p>
      <button type="button" onClick={open}>
        {t('choose')}
      </button>
      {hint && <small>{hint}</small>}
    </div>
  )
}
