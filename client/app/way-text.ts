import type { Language } from '../../shared/language.ts'

/** «120 м»; rounded as one would say it. */
export function metresText(metres: number, language: Language): string {
  const rounded = metres < 20 ? Math.max(1, Math.round(metres)) : Math.round(metres / 5) * 5
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'meter' }).format(rounded)
}

/** «20 с», «2 мин»: how long a walk of `metres` takes at `pace` metres a second. */
export function walkTime(metres: number, pace: number, language: Language): string {
  const seconds = metres / pace
  const [amount, unit] =
    seconds < 55 ? [Math.max(5, Math.ceil(seconds / 5) * 5), 'second'] : [Math.ceil(seconds / 60), 'minute']
  return new Intl.NumberFormat(language, { style: 'unit', unit: String(unit) }).format(Number(amount))
}
