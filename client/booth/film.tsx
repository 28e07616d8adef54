import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { seen } from '../net/seen.ts'
import css from './film.module.css'
import { shareOf, WORTH_TELLING } from './watched.ts'

interface Props {
  readonly exhibitorId: string
  /** Of which of its products; null: of the booth. */
  readonly productId?: string | null
  readonly name: string
  readonly poster: string | null
  readonly video: string | null
}

/** What the booth shows: its film, or else its poster. Films of booths carry no speech, so there is nothing to caption. */
export function Film({ exhibitorId, productId = null, name, poster, video }: Props) {
  const { t } = useTranslation('booth')
  const [failed, setFailed] = useState(false)
  const element = useWatched(exhibitorId, productId)
  if (video && !failed) {
    return (
      <video
        ref={element}
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

/** Tells how much of the film was watched, when it rests and when it is left. */
function useWatched(exhibitorId: string, productId: string | null) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const film = element.current
    if (!film) return
    let told = 0
    const tell = (): void => {
      const share = shareOf(film.played, film.duration)
      if (share < told + WORTH_TELLING) return
      told = share
      seen(exhibitorId, { kind: 'watched', subject: productId, share })
    }
    film.addEventListener('pause', tell)
    film.addEventListener('seeked', tell)
    return () => {
      film.removeEventListener('pause', tell)
      film.removeEventListener('seeked', tell)
      tell()
    }
  }, [exhibitorId, productId])
  return element
}
