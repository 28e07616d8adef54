import { IconPhotoPlus } from '@tabler/icons-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { useTranslation } from 'react-i18next'
import { inRendition } from '../../shared/files/address.ts'
import { ACCEPTED } from './accepted.ts'
import css from './picture-field.module.css'
import './problem.ts'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

const CropDialog = lazy(() => import('./crop-dialog.tsx'))

interface Props {
  readonly label: string
  readonly hint?: string
  /** Address of the picture; null: none. */
  readonly value: string | null
  /** Width to height of what is kept; null: any. */
  readonly aspect: number | null
  readonly exhibitorId: string | null
  readonly disabled?: boolean
  onChange(address: string | null): void
}

/** One picture: chosen or dropped, cropped to fit, uploaded, replaced, removed. */
export function PictureField({ label, hint, value, aspect, exhibitorId, disabled = false, onChange }: Props) {
  const { t } = useTranslation('files')
  const id = useId()
  const [chosen, setChosen] = useState<File | null>(null)
  const uploads = useUploads(exhibitorId, ({ address }) => onChange(address))
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled,
    onDrop: ([file]) => file && setChosen(file),
  })
  const going = uploads.all.filter(({ state }) => state !== 'done')
  return (
    <div className={css.field}>
      <p className={css.label} id={id}>
        {label}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons and a place to drop on, no fieldset of a form */}
      <div
        {...getRootProps()}
        role="group"
        className={css.picture}
        data-over={isDragActive || undefined}
        aria-labelledby={id}
      >
        <input {...getInputProps()} accept={ACCEPTED.picture.join(',')} aria-hidden tabIndex={-1} />
        <span className={css.frame} style={{ aspectRatio: aspect ?? undefined }}>
          {value ? (
            <img src={inRendition(value, 'medium.webp')} alt={label} />
          ) : (
            <span className={css.none}>
              <IconPhotoPlus size={26} aria-hidden />
              {t('picture_none')}
            </span>
          )}
        </span>
        <span className={css.acts}>
          <button type="button" disabled={disabled} onClick={open}>
            {t(value ? 'picture_change' : 'picture_choose')}
          </button>
          {value && (
            <button type="button" disabled={disabled} onClick={() => onChange(null)}>
              {t('picture_remove')}
            </button>
          )}
          {hint && <small>{hint}</small>}
        </span>
      </div>
      <UploadList all={going} onCancel={uploads.cancel} onAgain={uploads.again} onDismiss={uploads.dismiss} />
      <Suspense fallback={null}>
        {chosen && (
          <CropDialog
            file={chosen}
            aspect={aspect}
            onCancel={() => setChosen(null)}
            onDone={(file) => {
              setChosen(null)
              uploads.add([file])
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
