import { IconMovie } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { useTranslation } from 'react-i18next'
import { fileIdOf, inRendition } from '../../shared/files/address.ts'
import { ACCEPTED } from './accepted.ts'
import css from './picture-field.module.css'
import { PosterChoice } from './poster-choice.tsx'
import './problem.ts'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

interface Props {
  readonly label: string
  readonly value: string | null
  readonly exhibitorId: string
  readonly disabled?: boolean
  onChange(address: string | null): void
}

/** One film, with a frame of it for a cover, chosen here. */
export function FilmField({ label, value, exhibitorId, disabled = false, onChange }: Props) {
  const { t } = useTranslation('files')
  const id = useId()
  // The cover is only ours to choose for what was uploaded here.
  const [fresh, setFresh] = useState<string | null>(null)
  const uploads = useUploads(exhibitorId, ({ address }) => {
    setFresh(address)
    onChange(address)
  })
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled,
    onDrop: (files) => uploads.add(files),
  })
  const film = useRef<HTMLVideoElement>(null)
  const fileId = value !== null && value === fresh ? fileIdOf(value) : null
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
        <input {...getInputProps()} accept={ACCEPTED.film.join(',')} aria-hidden tabIndex={-1} />
        <span className={css.frame}>
          {value ? (
            <video
              ref={film}
              src={value}
              poster={inRendition(value, 'poster.webp')}
              preload="metadata"
              muted
              playsInline
              controls
            />
          ) : (
            <span className={css.none}>
              <IconMovie size={26} aria-hidden />
              {t('film_none')}
            </span>
          )}
        </span>
        <span className={css.acts}>
          <button type="button" disabled={disabled} onClick={open}>
            {t(value ? 'film_change' : 'film_choose')}
          </button>
          {value && (
            <button type="button" disabled={disabled} onClick={() => onChange(null)}>
              {t('film_remove')}
            </button>
          )}
          <small>{t('film_hint')}</small>
        </span>
      </div>
      {fileId !== null && <PosterChoice key={fileId} fileId={fileId} film={film} />}
      <UploadList
        all={uploads.all.filter(({ state }) => state !== 'done')}
        onCancel={uploads.cancel}
        onAgain={uploads.again}
        onDismiss={uploads.dismiss}
      />
    </div>
  )
}
