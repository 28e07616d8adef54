import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { learn } from '../app/i18n.ts'
import { CardPart } from './card-part.tsx'
import { ConsentsPart } from './consents-part.tsx'
import frame from './panel.module.css'
import { Panel } from './panel.tsx'
import { PeoplePart } from './people-part.tsx'
import { texts } from './texts.ts'

learn('briefcase', texts)

const PARTS = ['people', 'card', 'consents'] as const
type Part = (typeof PARTS)[number]

/** «Contacts» beside the view: whom one knows, one's own card, and what exhibitors may see. */
export default function ContactsPanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('briefcase')
  const [part, setPart] = useState<Part>('people')
  const parts = (
    <nav className={frame.parts} aria-label={t('parts')}>
      {PARTS.map((one) => (
        <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
          {t(`part_${one}`)}
        </button>
      ))}
    </nav>
  )
  return (
    <Panel title={t('contacts')} parts={parts} onClose={onClose}>
      {part === 'people' && <PeoplePart />}
      {part === 'card' && <CardPart />}
      {part === 'consents' && <ConsentsPart />}
    </Panel>
  )
}
