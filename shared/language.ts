import { z } from 'zod'

/** Languages of the salon. Everything a visitor reads exists in each of them. */
export const LANGUAGES = ['ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const language = z.enum(LANGUAGES)

/** A text in every language of the salon. */
export const localized = z.object({ ru: z.string(), en: z.string() })
export type Localized = z.infer<typeof localized>

/** The text in `language`; where only the other one was written, that one: an imported name is better than a blank. */
export function inLanguage(text: Localized, language: Language): string {
  return text[language] || text.ru || text.en
}
