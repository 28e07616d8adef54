import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './thread-log.module.css'
import { sendAgain, type Unsent, useUnsent } from './unsent.ts'

/** What we have said that has not arrived, and why. */
export function Pending({ unsent }: { unsent: Unsent }) {
  const { t } = useTranslation('conversations')
  const { t: tApp } = useTranslation('app')
  const drop = useUnsent((state) => state.drop)
  const seconds = useSecondsUntil(unsent.retryAt)
  const failed = unsent.state === 'failed'
  return (
    <li className={css.message} data-own data-pending={!failed || undefined} data-failed={failed || undefined}>
      <div className={css.words}>
        {unsent.text && <p className={css.text}>{unsent.text}</p>}
        {unsent.attachments.map(({ address, name }) => (
          <p key={address} className={css.text}>
            {name}
          </p>
        ))}
      </div>
      <p className={css.note} role="status">
        {failed &&
          t('failed', {
            why: unsent.problem === 'taken' ? t('takenNote') : tApp(`problem_${unsent.problem ?? 'failed'}`),
          })}
        {unsent.state === 'waiting' && seconds > 0 && t('waitingTurn', { count: seconds })}
        {unsent.state === 'waiting' && seconds === 0 && unsent.problem !== null && t('waitingLine')}
        {unsent.state === 'sending' && t('sending')}
      </p>
      {failed && (
        <p className={css.choices}>
          <button type="button" onClick={() => sendAgain(unsent.id, unsent.personId)}>
            {t('resend')}
          </button>
          <button type="button" onClick={() => drop(unsent.id)}>
            {t('discard')}
          </button>
        </p>
      )}
    </li>
  )
}

function useSecondsUntil(moment: number | null): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (moment === null) return setSeconds(0)
    const count = (): void => setSeconds(Math.max(0, Math.ceil((moment - Date.now()) / 1000)))
    count()
    const timer = setInterval(count, 500)
    return () => clearInterval(timer)
  }, [moment])
  return seconds
}
