import { IconAddressBook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { cardsApi } from '../net/briefcase-api.ts'
import { isMuted, useSettings } from '../state/settings.ts'
import { ContactRow } from './contact-row.tsx'
import frame from './panel.module.css'
import css from './people-part.module.css'
import { OwnRequest, Request } from './request.tsx'
import { useContacts, useDone } from './use-contacts.ts'

/** Requests that wait, whom one exchanged cards with, and who is blocked. */
export function PeoplePart() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const muted = useSettings((state) => state.muted)
  const all = useContacts()
  const unblock = useDone(cardsApi.unblock)
  if (all.isPending) {
    return (
      <p role="status" className={`${side.body} ${frame.quiet}`}>
        {t('loading')}
      </p>
    )
  }
  if (all.isError) {
    return (
      <p role="alert" className={`${side.body} ${frame.problem}`}>
        {problemText(all.error, tApp)}{' '}
        <button type="button" className={frame.plain} onClick={() => void all.refetch()}>
          {t('again')}
        </button>
      </p>
    )
  }
  const { contacts, requests, blocked } = all.data
  const theirs = requests.filter(({ own, personId }) => !own && !isMuted(muted, personId))
  const own = requests.filter((one) => one.own)
  if (contacts.length + theirs.length + own.length + blocked.length === 0) {
    return (
      <div className={frame.empty}>
        <IconAddressBook size={44} stroke={1.4} aria-hidden />
        <h3>{t('noContacts')}</h3>
        <p>{t('noContactsText')}</p>
      </div>
    )
  }
  return (
    <div className={side.body}>
      {theirs.length > 0 && (
        <section aria-labelledby="asking">
          <h3 id="asking" className={css.title}>
            {t('requestsTitle')}
          </h3>
          <ul className={css.list}>
            {theirs.map((one) => (
              <Request key={one.id} request={one} />
            ))}
          </ul>
        </section>
      )}
      {contacts.length > 0 && (
        <ul className={css.list}>
          {contacts.map((one) => (
            <ContactRow key={one.id} contact={one} />
          ))}
        </ul>
      )}
      {own.length > 0 && (
        <section aria-labelledby="asked">
          <h3 id="asked" className={css.title}>
            {t('ownRequestsTitle')}
          </h3>
          <ul className={css.list}>
            {own.map((one) => (
              <OwnRequest key={one.id} request={one} />
            ))}
          </ul>
        </section>
      )}
      {blocked.length > 0 && (
        <section aria-labelledby="blocked">
          <h3 id="blocked" className={css.title}>
            {t('blockedTitle')}
          </h3>
          <ul className={css.plain}>
            {blocked.map(({ personId, name }) => (
              <li key={personId}>
                <span>{name}</span>
                <button
                  type="button"
                  className={frame.plain}
                  aria-label={`${t('unblock')}: ${name}`}
                  onClick={() => unblock.mutate(personId)}
                >
                  {t('unblock')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
