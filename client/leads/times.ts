import type { TFunction } from 'i18next'
import type { Language } from '../../shared/language.ts'

const DAY = 24 * 3600_000
const midnight = (of: Date): number => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime()

/** «14:05», by the reader's own clock. */
export const clock = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

/** The time of today, or the day: for lists. */
export const shortMoment = (moment: string, now: Date, language: Language): string =>
  midnight(now) === midnight(new Date(moment))
    ? clock(moment, language)
    : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(new Date(moment))

/** «Сегодня», «Вчера», «21 ноября». */
export function dayName(moment: string, now: Date, language: Language, t: TFunction<'leads'>): string {
  const ago = Math.round((midnight(now) - midnight(new Date(moment))) / DAY)
  if (ago === 0) return t('today')
  if (ago === 1) return t('yesterday')
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(new Date(moment))
}

/** «40 с», «12 мин». */
export const lasting = (seconds: number, t: TFunction<'leads'>): string =>
  seconds < 60 ? t('seconds', { count: seconds }) : t('minutes', { count: Math.round(seconds / 60) })
