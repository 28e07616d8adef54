import '@mantine/core/styles/Slider.css'
import { Slider } from '@mantine/core'
import { type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './poster-choice.module.css'
import { uploadProblem } from './problem.ts'
import { frameOf } from './stand-in.ts'
import { putPicture } from './upload-file.ts'

interface Props {
  readonly fileId: string
  readonly film: RefObject<HTMLVideoElement | null>
}

/** Chooses the frame of a film that is shown before it plays. Until then it is the one a second into it. */
export function PosterChoice({ fileId, film }: Props) {
  const { t } = useTranslation('files')
  const { t: tApp } = useTranslation('app')
  const labelId = useId()
  const [length, setLength] = useState(0)
  const [at, setAt] = useState(1)
  const [saved, setSaved] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const seek = (seconds: number): void => {
    setAt(seconds)
    setSaved(false)
    if (film.current) film.current.currentTime = seconds
  }
  const use = async (): Promise<void> => {
    if (!film.current) return
    try {
      await putPicture(fileId, await frameOf(film.current))
      setSaved(true)
      setProblem(null)
    } catch (error) {
      setProblem(uploadProblem(error instanceof Error ? error : new Error(String(error)), t, tApp))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a film, when it can be shown
  useEffect(() => {
    const shown = film.current
    if (!shown) return
    const first = (): void => {
      setLength(shown.duration)
      shown.currentTime = Math.min(1, shown.duration / 2)
      shown.addEventListener('seeked', () => void use(), { once: true })
    }
    if (shown.readyState >= HTMLMediaElement.HAVE_METADATA) first()
    else shown.addEventListener('loadedmetadata', first, { once: true })
    return () => shown.removeEventListener('loadedmetadata', first)
  }, [film])

  if (length === 0) return null
  return (
    <div className={css.choice}>
      <span id={labelId}>{t('poster_moment')}</span>
      <Slider
        min={0}
        max={length}
        step={0.1}
        value={at}
        onChange={seek}
        label={null}
        thumbProps={{ 'aria-labelledby': labelId }}
      />
      <button type="button" onClick={() => void use()}>
        {t('poster_use')}
      </button>
      <span role="status" data-problem={problem !== null || undefined}>
        {problem ?? (saved ? t('poster_done') : '')}
      </span>
    </div>
  )
}
