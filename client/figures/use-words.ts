import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n.ts'

/** Numbers, times and dates as people read them; a number that is null is hidden. */
export function useWords() {
  const { t } = useTranslation('figures')
  const { language, say } = useLanguage()
  const numbers = new Intl.NumberFormat(language)
  const dayOf = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
    return (date: string): string => format.format(new Date(`${date}T00:00:00Z`))
  }
  return {
    ...{ t, language, say },
    number: (n: number | null): string => (n === null ? t('hidden') : numbers.format(n)),
    /** Seconds. */
    time: (seconds: number): string => {
      const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
      if (h > 0) return t('hours', { h, m })
      if (m === 0) return t('seconds', { n: s })
      return s === 0 ? t('minutes', { m }) : t('minutesSeconds', { m, s })
    },
    day: dayOf({ day: 'numeric', month: 'long' }),
    shortDay: dayOf({ day: 'numeric', month: 'short' }),
    weekday: dayOf({ weekday: 'short' }),
    moment: (iso: string, timeZone: string): string =>
      new Intl.DateTimeFormat(language, {
        timeZone,
        hourCycle: 'h23',
        hour: '2-digit',
        minute: '2-digit',
        day: 'numeric',
        month: 'long',
      }).format(new Date(iso)),
  }
}
