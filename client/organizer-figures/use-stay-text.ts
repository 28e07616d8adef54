import { useTranslation } from 'react-i18next'

/** How to say a length of time: whole minutes, below one seconds. */
export function useStayText(): (seconds: number) => string {
  const { t } = useTranslation('organizer-figures')
  return (seconds) =>
    seconds < 60 ? t('seconds', { number: seconds }) : t('minutes', { number: Math.round(seconds / 60) })
}
