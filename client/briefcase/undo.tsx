import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefcaseItem } from '../../shared/briefcase/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { keep } from '../app/use-briefcase.ts'
import { briefcaseApi } from '../net/briefcase-api.ts'
import css from './undo.module.css'

/** How long what was taken out is offered back, ms. */
const OFFERED = 12_000

/** Offers back what was just taken out. */
export function Undo({ removed, onDone }: { removed: BriefcaseItem | null; onDone(): void }) {
  const { t } = useTranslation('briefcase')
  const { say } = useLanguage()
  const queries = useQueryClient()
  const back = useMutation({
    mutationFn: (item: BriefcaseItem) => briefcaseApi.put(item.subject),
    onSuccess: (item) => {
      keep(queries, item)
      onDone()
    },
  })
  useEffect(() => {
    if (!removed) return
    const timer = setTimeout(onDone, OFFERED)
    return () => clearTimeout(timer)
  }, [removed, onDone])
  return (
    <div role="status" className={css.undo} data-shown={removed !== null || undefined}>
      {removed && (
        <>
          <span>{t('removed', { title: say(removed.title) })}</span>
          <button type="button" onClick={() => back.mutate(removed)}>
            <IconArrowBackUp size={17} aria-hidden /> {t('undo')}
          </button>
        </>
      )}
    </div>
  )
}
