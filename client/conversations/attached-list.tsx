import { IconFileTypePdf, IconPhoto, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { uploadProblem } from '../files/problem.ts'
import css from './composer.module.css'
import type { Attachments } from './use-attachments.ts'

/** Files that go with the next message, those on their way, and those that were not taken, with why. */
export function AttachedList({ attached: { kept, underWay, take, dismiss } }: { attached: Attachments }) {
  const { t } = useTranslation('conversations')
  const { t: tFiles } = useTranslation('files')
  const { t: tApp } = useTranslation('app')
  if (kept.length + underWay.length === 0) return null
  return (
    <ul className={css.attached}>
      {kept.map(({ address, kind, name }) => (
        <li key={address}>
          {kind === 'image' ? <IconPhoto size={18} aria-hidden /> : <IconFileTypePdf size={18} aria-hidden />}
          <span>{name}</span>
          <button type="button" aria-label={t('unattach', { name })} onClick={() => take(address)}>
            <IconX size={16} aria-hidden />
          </button>
        </li>
      ))}
      {underWay.map(({ key, file, state, share, problem }) => (
        <li key={key} data-failed={state === 'failed' || undefined} role={state === 'failed' ? 'alert' : undefined}>
          <span>
            {file.name}
            {problem && `: ${uploadProblem(problem, tFiles, tApp)}`}
          </span>
          {state !== 'failed' && <progress aria-label={file.name} value={share} />}
          <button type="button" aria-label={t('unattach', { name: file.name })} onClick={() => dismiss(key)}>
            <IconX size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
