import { IconId } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './briefcase-button.module.css'

const ExchangeDialog = lazy(() => import('../briefcase/exchange-dialog.tsx'))

interface Props {
  readonly personId: string
  readonly name: string
  /** Set where the person is asked as somebody of this exhibitor: then it is shown what the exhibitor will see. */
  readonly exhibitorId?: string
  readonly small?: boolean
}

/** Asks somebody to exchange business cards. */
export function CardButton({ personId, name, exhibitorId, small = false }: Props) {
  const { t } = useTranslation('app')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={css.button}
        aria-label={t('cardButton', { name })}
        title={small ? t('cardAsk') : undefined}
        data-small={small || undefined}
        onClick={() => setOpen(true)}
      >
        <IconId size={19} aria-hidden />
        {!small && <span>{t('cardAsk')}</span>}
      </button>
      <Suspense fallback={null}>
        {open && (
          <ExchangeDialog {...{ personId, name, exhibitorId: exhibitorId ?? null }} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  )
}
