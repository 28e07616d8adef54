import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../shared/people/card.ts'
import { problemText } from '../app/problem-text.ts'
import { cardsApi } from '../net/briefcase-api.ts'
import { CardView } from './card-view.tsx'
import css from './contact-row.module.css'
import { useExhibitorName } from './exhibitor-name.ts'
import frame from './panel.module.css'
import { useDone } from './use-contacts.ts'

/** Somebody one exchanged cards with. */
export function ContactRow({ contact }: { contact: Contact }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const exhibitor = useExhibitorName(contact.exhibitorId)
  const [more, setMore] = useState(false)
  const [sure, setSure] = useState(false)
  const forget = useDone(() => cardsApi.withdraw(contact.id))
  const block = useDone(() => cardsApi.block(contact.personId))
  const problem = forget.error ?? block.error
  return (
    <li className={css.contact}>
      <div className={css.head}>
        <CardView card={contact} />
        <button
          type="button"
          aria-expanded={more}
          aria-label={t('contactMore', { name: contact.name })}
          onClick={() => setMore(!more)}
        >
          <IconDots size={18} aria-hidden />
        </button>
      </div>
      {exhibitor && <p className={css.booth}>{t('contactBooth', { name: exhibitor })}</p>}
      {more && (
        <div className={css.more}>
          <button type="button" className={frame.plain} onClick={() => (sure ? forget.mutate() : setSure(true))}>
            {t(sure ? 'forgetSure' : 'forget')}
          </button>
          <button type="button" className={frame.plain} onClick={() => block.mutate()}>
            {t('blockPerson')}
          </button>
        </div>
      )}
      {problem && (
        <p role="alert" className={frame.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
    </li>
  )
}
