import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './film.module.css'

interface Props {
  readonly name: string
  readonly poster: string | null
  readonly video: string | null
}

/** What the booth shows: its film, or else its poster. Films of booths carry no speech, so there is nothing to caption. */
export function Film({ name, poster, video }: Props) {
  const { t } = useTranslation('booth')
  const [failed, setFailed] = useState(false)
  if (video && !failed) {
    return (
      <video
        className={css.film}
        src={video}
        {...(poster && { poster })}
        aria-label={t('film', { name })}
        controls
        muted
        loop
        playsInline
        preload="none"
        onError={() => setFailed(true)}
      />
    )
  }
  return (
    <>
      {poster && <img className={css.film} src={poster} alt={t('poster', { name })} width={640} height={360} />}
      {failed && (
        <p className={css.failed} role="alert">
          {t('filmFailed')}
        </p>
      )}
    </>
  )
}
