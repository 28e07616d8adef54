import { IconUserShare } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './briefcase-button.module.css'

const ConsentDialog = lazy(() => import('../briefcase/consent-dialog.tsx'))

/** Lets an exhibitor know who one is, or less of it: shows first what it will see. */
export function ConsentButton({ exhibitorId, name }: { exhibitorId: string; name: string }) {
  const { t } = useTranslation('app')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={css.button} onClick={() => setOpen(true)}>
        <IconUserShare size={18} aria-hidden />
        <span>{t('consentOpen')}</span>
      </button>
      <Suspense fallback={null}>
        {open && <ConsentDialog exhibitorId={exhibitorId} name={name} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
