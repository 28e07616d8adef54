import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDressing } from './booth-context.ts'
import css from './keeping-state.module.css'

const SIGNS = {
  kept: IconCloudCheck,
  written: IconCloudUp,
  keeping: IconCloudUp,
  offline: IconCloudOff,
  delayed: IconCloudOff,
  halted: IconAlertTriangle,
  conflict: IconAlertTriangle,
  faulty: IconAlertTriangle,
} as const

/** Whether what was written is kept, always in sight. */
export function KeepingState() {
  const { t } = useTranslation('workspace')
  const { now } = useDressing()
  const faulty = now.keeping === 'written' && (now.faults.size > 0 || now.refused.size > 0)
  const state = faulty ? 'faulty' : now.keeping
  const Sign = SIGNS[state]
  return (
    <p className={css.state} data-state={state} role="status">
      <Sign size={19} aria-hidden />
      <span>{t(`state_${state}`)}</span>
    </p>
  )
}
