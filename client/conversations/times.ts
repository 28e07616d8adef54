import type { TFunction } from 'i18next'
import type { Language } from '../../shared/language.ts'

/** «14:05», by the reader's own clock. */
export const clock = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

/** «Сегодня», «Вчера», «21 ноября»: the day over the messages of it. */
export function dayName(moment: string, now: Date, language: Language, t: TFunction<'conversations'>): string {
  const day = new Date(moment)
  const ago = Math.round((midnight(now) - midnight(day)) / DAY)
  if (ago === 0) return t('today')
  if (ago === 1) return t('yesterday')
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(day)
}

/** The time of today, or the day: for lists. */
export const shortly = (moment: string, now: Date, language: Language): string =>
  midnight(now) === midnight(new Date(moment))
    ? clock(moment, language)
    : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(new Date(moment))

/** «5 мин», «3 ч», «2 дн.»: how long somebody has waited. */
export function waited(since: string, now: Date, t: TFunction<'conversations'>): string {
  const minutes = Math.max(1, Math.round((now.getTime() - new Date(since).getTime()) / 60_000))
  if (minutes < 60) return t('minutes', { count: minutes })
  const hours = Math.round(minutes / 60)
  return hours < 24 ? t('hours', { count: hours }) : t('days', { count: Math.round(hours / 24) })
}

const DAY = 24 * 3600_000
const midnight = (of: Date): number => new Date(of.getFullYear(), of.getMonth(), of.getDate()).getTime()
