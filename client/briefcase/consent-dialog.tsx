import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConsentField } from '../../shared/people/consent.ts'
import { learn } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { ConsentFields } from './consent-fields.tsx'
import css from './dialog.module.css'
import frame from './panel.module.css'
import { texts } from './texts.ts'
import { useConsent } from './use-consent.ts'

learn('briefcase', texts)

interface Props {
  readonly exhibitorId: string
  /** What the exhibitor is called. */
  readonly name: string
  onClose(): void
}

/** What an exhibitor will see, before it sees anything. */
export default function ConsentDialog({ exhibitorId, name, onClose }: Props) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const deciding = useConsent(exhibitorId)
  const give = useMutation({ mutationFn: (fields: readonly ConsentField[]) => deciding.give(fields) })
  const { own, consent, chosen } = deciding
  const problem = deciding.error ?? give.error
  const decide = (fields: readonly ConsentField[]): void => {
    if (!give.isPending) give.mutate(fields)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('consentTitle')}
      centered
      size={520}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {give.isSuccess ? (
        <div role="status" className={css.dialog}>
          <p>{t(give.data.fields.length > 0 ? 'consentSaved' : 'consentRevoked')}</p>
          <button type="button" className={frame.main} onClick={onClose}>
            {t('done')}
          </button>
        </div>
      ) : (
        <div className={css.dialog}>
          <p>{t('consentIntro', { name })}</p>
          {!(own && consent) && !problem && <p role="status">{t('loading')}</p>}
          {own && consent && (
            <>
              <ConsentFields own={own} chosen={chosen} onChange={deciding.choose} />
              <p className={frame.quiet}>{t('consentAlso')}</p>
              <p className={frame.quiet}>{t('consentBack')}</p>
              <div className={css.ways}>
                <button type="button" className={frame.main} onClick={() => decide(chosen)}>
                  {t('consentGive')}
                </button>
                <button
                  type="button"
                  className={frame.second}
                  onClick={() => (consent.fields.length > 0 ? decide([]) : onClose())}
                >
                  {t('consentNothing')}
                </button>
              </div>
            </>
          )}
          {problem && (
            <p role="alert" className={frame.problem}>
              {problemText(problem, tApp)}
            </p>
          )}
        </div>
      )}
    </Modal>
  )
}
