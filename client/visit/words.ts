import type { Language } from '../../shared/language.ts'

/** «20 с», «2 мин», «1 ч 20 мин»: a length of time as one would say it. */
export function lasting(seconds: number, language: Language): string {
  const said = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit }).format(amount)
  if (seconds < 50) return said(Math.max(5, Math.ceil(seconds / 5) * 5), 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return said(minutes, 'minute')
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const parts = [
    ...(days > 0 ? [said(days, 'day')] : []),
    ...(hours > 0 ? [said(hours, 'hour')] : []),
    ...(days === 0 && minutes % 60 > 0 ? [said(minutes % 60, 'minute')] : []),
  ]
  return parts.join(' ')
}

/** «10:05» in a zone; seconds since the epoch. */
export const clock = (at: number, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, {
    hour: language === 'en' ? 'numeric' : '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at * 1000)

/** «чт, 23 ноября» */
export const dayOf = (at: number, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone }).format(at * 1000)

/** «3:05», for a counter that goes down. */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
}
