import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOverlays } from '../app/hall/overlays.ts'
import { learn } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { cardsApi } from '../net/briefcase-api.ts'
import cardCss from './card-part.module.css'
import { shownOf } from './card-part.tsx'
import { CardView } from './card-view.tsx'
import { ConsentFields } from './consent-fields.tsx'
import css from './dialog.module.css'
import { useExhibitorName } from './exhibitor-name.ts'
import frame from './panel.module.css'
import { texts } from './texts.ts'
import { useConsent } from './use-consent.ts'
import { useDone } from './use-contacts.ts'

learn('briefcase', texts)

interface Props {
  readonly personId: string
  readonly name: string
  /** Set where the person is asked as a representative: then the exhibitor sees what is agreed to here, not the card. */
  readonly exhibitorId: string | null
  onClose(): void
}

/** Before one asks for somebody's card: what they will see in return. */
export default function ExchangeDialog({ personId, name, exhibitorId, onClose }: Props) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const set = useOverlays((state) => state.set)
  const exhibitor = useExhibitorName(exhibitorId)
  const deciding = useConsent(exhibitorId)
  const { own, chosen } = deciding
  const ask = useDone(async () => {
    if (exhibitorId !== null) await deciding.give(chosen)
    return cardsApi.ask({ personId, exhibitorId })
  })
  const problem = deciding.error ?? ask.error
  const agreed = ask.isSuccess && ask.data.state === 'agreed'
  const ready = own && (exhibitorId === null || deciding.consent)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exchangeTitle')}
      centered
      size={520}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {ask.isSuccess ? (
        <div role="status" className={css.dialog}>
          <p>{t(agreed ? 'exchangeDone' : 'exchangeSent')}</p>
          <button type="button" className={frame.main} onClick={onClose}>
            {t('done')}
          </button>
        </div>
      ) : (
        <div className={css.dialog}>
          {!ready && !problem && <p role="status">{t('loading')}</p>}
          {ready && exhibitorId === null && (
            <>
              <p>{t('exchangeIntro', { name })}</p>
              <div className={cardCss.preview}>
                <CardView card={shownOf(own)} />
              </div>
            </>
          )}
          {ready && exhibitorId !== null && (
            <>
              <p>{t('exchangeRepresentative', { name, exhibitor })}</p>
              <ConsentFields own={own} chosen={chosen} onChange={deciding.choose} />
              <p className={frame.quiet}>{t('consentAlso')}</p>
              <p className={frame.quiet}>{t('consentBack')}</p>
            </>
          )}
          {ready && (
            <div className={css.ways}>
              <button
                type="button"
                className={frame.main}
                aria-disabled={ask.isPending}
                onClick={() => {
                  if (!ask.isPending) ask.mutate()
                }}
              >
                {t('exchangeAsk')}
              </button>
              {exhibitorId === null && (
                <button
                  type="button"
                  className={frame.second}
                  onClick={() => {
                    onClose()
                    set({ panel: 'contacts' })
                  }}
                >
                  {t('editCard')}
                </button>
              )}
            </div>
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
