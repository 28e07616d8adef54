import { IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent } from '../../shared/people/consent.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { consentApi } from '../net/briefcase-api.ts'
import ConsentDialog from './consent-dialog.tsx'
import css from './consents-part.module.css'
import { useExhibitorName } from './exhibitor-name.ts'
import { Ledger } from './ledger.tsx'
import frame from './panel.module.css'
import { CONSENTS } from './use-consent.ts'

/** Whom one shows what, how to take it back, and who saw what. */
export function ConsentsPart() {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const all = useQuery({ queryKey: CONSENTS, queryFn: consentApi.consents, staleTime: 0 })
  const [sure, setSure] = useState(false)
  const revokeAll = useRevoke(consentApi.revokeAll)
  const given = all.data?.filter(({ fields }) => fields.length > 0) ?? []
  const problem = all.error ?? revokeAll.error
  return (
    <div className={side.body}>
      {all.isPending && (
        <p role="status" className={frame.quiet}>
          {t('loading')}
        </p>
      )}
      {all.data && given.length === 0 && (
        <div className={css.none}>
          <IconShieldCheck size={40} stroke={1.4} aria-hidden />
          <h3>{t('noConsents')}</h3>
          <p>{t('noConsentsText')}</p>
        </div>
      )}
      {given.length > 0 && (
        <>
          <p className={frame.quiet}>{t('consentsIntro')}</p>
          <ul className={css.list}>
            {given.map((one) => (
              <Given key={one.exhibitorId} consent={one} />
            ))}
          </ul>
          {given.length > 1 && (
            <button type="button" className={frame.plain} onClick={() => (sure ? revokeAll.mutate() : setSure(true))}>
              {t(sure ? 'revokeAllSure' : 'revokeAll')}
            </button>
          )}
        </>
      )}
      {problem && (
        <p role="alert" className={frame.problem}>
          {problemText(problem, tApp)}
        </p>
      )}
      <Ledger />
    </div>
  )
}

function Given({ consent }: { consent: Consent }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const name = useExhibitorName(consent.exhibitorId)
  const [changing, setChanging] = useState(false)
  const revoke = useRevoke(() => consentApi.revoke(consent.exhibitorId))
  return (
    <li className={css.given}>
      <p className={css.name}>{name}</p>
      <p className={css.fields}>{consent.fields.map((field) => t(`field_${field}`)).join(' · ')}</p>
      <div className={css.ways}>
        <button type="button" aria-label={`${t('change')}: ${name}`} onClick={() => setChanging(true)}>
          {t('change')}
        </button>
        <button type="button" aria-label={`${t('revoke')}: ${name}`} onClick={() => revoke.mutate()}>
          {t('revoke')}
        </button>
      </div>
      {revoke.isError && (
        <p role="alert" className={frame.problem}>
          {problemText(revoke.error, tApp)}
        </p>
      )}
      {changing && <ConsentDialog exhibitorId={consent.exhibitorId} name={name} onClose={() => setChanging(false)} />}
    </li>
  )
}

function useRevoke(work: () => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSettled: () => {
      for (const queryKey of [CONSENTS, ['consent'], ['ledger']]) void queries.invalidateQueries({ queryKey })
    },
  })
}
