import { IconAlertTriangle, IconCheck, IconRefresh, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { uploadProblem } from './problem.ts'
import css from './upload-list.module.css'
import type { Uploading } from './use-uploads.ts'

interface Props {
  readonly all: readonly Uploading[]
  onCancel(key: number): void
  onAgain(key: number): void
  onDismiss(key: number): void
}

/** What is on its way, how far it is, and what went wrong, each beside its file. */
export function UploadList({ all, onCancel, onAgain, onDismiss }: Props) {
  const { t } = useTranslation('files')
  const { t: tApp } = useTranslation('app')
  if (all.length === 0) return null
  const told = ({ state, share, problem }: Uploading): string => {
    if (state === 'failed' && problem) return uploadProblem(problem, t, tApp)
    if (state === 'sending' || state === 'waiting') return t(state, { share: Math.floor(share * 100) })
    return state === 'failed' ? tApp('problem_failed') : t(state)
  }
  return (
    <>
      <ul className={css.list} aria-label={t('uploads')}>
        {all.map((one) => {
          const { name } = one.file
          const going = one.state === 'sending' || one.state === 'waiting' || one.state === 'taking'
          return (
            <li key={one.key} data-state={one.state}>
              <span className={css.name}>{name}</span>
              <span className={css.state}>
                {one.state === 'done' && <IconCheck size={16} aria-hidden />}
                {one.state === 'failed' && <IconAlertTriangle size={16} aria-hidden />}
                {told(one)}
              </span>
              {going && (
                <progress
                  className={css.bar}
                  value={one.state === 'taking' ? undefined : one.share}
                  aria-label={name}
                />
              )}
              <span className={css.acts}>
                {(one.state === 'failed' || one.state === 'stopped') && (
                  <button type="button" aria-label={t('again', { name })} onClick={() => onAgain(one.key)}>
                    <IconRefresh size={17} aria-hidden />
                  </button>
                )}
                <button
                  type="button"
                  aria-label={t(going ? 'cancel' : 'dismiss', { name })}
                  onClick={() => (going ? onCancel(one.key) : onDismiss(one.key))}
                >
                  <IconX size={17} aria-hidden />
                </button>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="visually-hidden" role="status">
        {all
          .filter(({ state }) => state === 'done' || state === 'failed')
          .map((one) => t(`said_${one.state as 'done' | 'failed'}`, { name: one.file.name, why: told(one) }))
          .join('. ')}
      </p>
    </>
  )
}
