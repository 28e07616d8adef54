import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { learn } from '../app/i18n.ts'
import { SidePanel } from '../app/side-panel.tsx'
import { CardPart } from './card-part.tsx'
import { ConsentsPart } from './consents-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { texts } from './texts.ts'

learn('briefcase', texts)

const PARTS = ['people', 'card', 'consents'] as const
type Part = (typeof PARTS)[number]

/** «Contacts» beside the view: whom one knows, one's own card, and what exhibitors may see. */
export default function ContactsPanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('briefcase')
  const [part, setPart] = useState<Part>('people')
  return (
    <SidePanel
      title={t('contacts')}
      accent="timber"
      parts={{ label: t('parts'), all: PARTS, open: part, nameOf: (one) => t(`part_${one}`), onOpen: setPart }}
      onClose={onClose}
    >
      {part === 'people' && <PeoplePart />}
      {part === 'card' && <CardPart />}
      {part === 'consents' && <ConsentsPart />}
    </SidePanel>
  )
}
