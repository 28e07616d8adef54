import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { learn } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { SidePanel } from '../app/side-panel.tsx'
import { PlanPart } from './plan-part.tsx'
import { SuggestPart } from './suggest-part.tsx'
import { texts } from './texts.ts'
import { ThemedPart } from './themed-part.tsx'
import { Undo } from './undo.tsx'
import { useSalonBook } from './use-salon-facts.ts'
import css from './visit-panel.module.css'

learn('visit', texts)

const PARTS = ['plan', 'suggest', 'themed'] as const
export type Part = (typeof PARTS)[number]

/** «My visit» beside the view: the plan, what to see, and routes made by others. */
export default function VisitPanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('visit')
  const { t: tApp } = useTranslation('app')
  const [part, setPart] = useState<Part>('plan')
  const { book, error, retry } = useSalonBook(true)
  return (
    <SidePanel
      title={t('title')}
      accent="blossom-deep"
      parts={{ label: t('parts'), all: PARTS, open: part, nameOf: (one) => t(`part_${one}`), onOpen: setPart }}
      onClose={onClose}
    >
      {!book && (
        <div className={side.body}>
          {error ? (
            <p role="alert">
              {problemText(error, tApp)}{' '}
              <button type="button" className={css.plain} onClick={retry}>
                {t('again')}
              </button>
            </p>
          ) : (
            <p role="status" className={css.quiet}>
              {t('loading')}
            </p>
          )}
        </div>
      )}
      {book && part === 'plan' && <PlanPart book={book} onPart={setPart} />}
      {book && part === 'suggest' && <SuggestPart book={book} onTaken={() => setPart('plan')} />}
      {book && part === 'themed' && <ThemedPart book={book} onTaken={() => setPart('plan')} />}
      <Undo />
    </SidePanel>
  )
}
