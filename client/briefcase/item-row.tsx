import { IconNote, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefcaseItem } from '../../shared/briefcase/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { drop, keep } from '../app/use-briefcase.ts'
import { briefcaseApi } from '../net/briefcase-api.ts'
import css from './item-row.module.css'
import { Note } from './note.tsx'
import { Stars } from './stars.tsx'
import { Where } from './where.tsx'

/** One thing in the briefcase: what it is, where it leads, stars, a note. */
export function ItemRow({ item, onRemoved }: { item: BriefcaseItem; onRemoved(): void }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const queries = useQueryClient()
  const [writing, setWriting] = useState(item.note !== '')
  const title = say(item.title)
  const give = useMutation({
    mutationFn: (stars: number) => briefcaseApi.annotate(item.id, { stars }),
    onSuccess: (changed) => keep(queries, changed),
  })
  const remove = useMutation({
    mutationFn: () => briefcaseApi.remove(item.id),
    onSuccess: () => {
      drop(queries, item.id)
      onRemoved()
    },
  })
  const problem = give.error ?? remove.error
  return (
    <li className={css.item} data-gone={item.gone || undefined}>
      <div className={css.head}>
        <p className={css.title}>{title}</p>
        <button
          type="button"
          className={css.remove}
          aria-label={t('remove', { title })}
          onClick={() => {
            if (!remove.isPending) remove.mutate()
          }}
        >
          <IconX size={17} aria-hidden />
        </button>
      </div>
      {item.gone && <p className={css.gone}>{t('gone')}</p>}
      <div className={css.tools}>
        <Stars title={title} value={give.isPending ? give.variables : item.stars} onChange={give.mutate} />
        <span className={css.ways}>
          {!writing && (
            <button type="button" aria-label={t('note', { title })} onClick={() => setWriting(true)}>
              <IconNote size={17} aria-hidden /> {t('noteAdd')}
            </button>
          )}
          <Where item={item} />
        </span>
      </div>
      {writing && <Note item={item} title={title} fresh={item.note === ''} />}
      {problem && (
        <p role="alert" className={css.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
    </li>
  )
}
