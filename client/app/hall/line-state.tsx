import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useHall } from '../../state/hall.ts'
import css from './line-state.module.css'

/** What is wrong with the line to the hall and what is being done about it. Shows nothing while all is well. */
export function LineState({ onRetry }: { onRetry(): void }) {
  const { t } = useTranslation('app')
  const connection = useHall((state) => state.connection)
  const loss = useHall((state) => state.loss)
  const [, navigate] = useLocation()
  const waiting = connection === 'reconnecting' || (connection === 'connecting' && loss !== null)
  if (!waiting && connection !== 'lost') return null
  const entry = loss === 'signed-out' || loss === 'no-such-hall'
  return (
    <div className={css.state} role="status">
      <p>{t(loss ? `loss_${loss}` : 'reconnecting')}</p>
      {(connection === 'lost' || loss === 'unreachable') && !entry && (
        <button type="button" onClick={onRetry}>
          {t(loss === 'elsewhere' ? 'hereInstead' : 'tryAgain')}
        </button>
      )}
      {entry && (
        <button type="button" onClick={() => navigate('/')}>
          {t('toEntry')}
        </button>
      )}
    </div>
  )
}
