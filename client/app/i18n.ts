import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { inLanguage, LANGUAGES, type Language, type Localized } from '../../shared/language.ts'
import { texts as booth } from '../booth/texts.ts'
import { texts as list } from '../list/texts.ts'
import { texts as map } from '../map/texts.ts'
import { texts as world } from '../world/texts.ts'
import { texts as app } from './texts.ts'

/**
 * Texts of what a visitor sees first, under the feature's name; features that load later bring theirs (`learn`).
 * `tests/unit/texts.test.ts` holds the two languages of all to each other.
 */
const TEXTS = { app, booth, list, map, world } as const

const REMEMBERED = 'alleya-language'

/** Must run before the first render. The choice made here before wins, then the browser's languages. */
export function startLanguages(): void {
  void i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    ns: Object.keys(TEXTS),
    defaultNS: 'app',
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        Object.fromEntries(Object.entries(TEXTS).map(([feature, texts]) => [feature, texts[language]])),
      ]),
    ),
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = i18next.language
}

/** Takes in the texts of a feature that has just been loaded. */
export function learn(feature: string, texts: Readonly<Record<Language, Readonly<Record<string, string>>>>): void {
  for (const language of LANGUAGES) i18next.addResourceBundle(language, feature, texts[language])
}

export function speak(language: Language): void {
  localStorage.setItem(REMEMBERED, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** The language of the interface, and how to read a text of the salon in it. */
export function useLanguage(): { language: Language; say: (text: Localized) => string } {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  return { language, say: (text) => inLanguage(text, language) }
}

function firstLanguage(): Language {
  const wishes = [localStorage.getItem(REMEMBERED), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return (
    LANGUAGES.find((language) => language === wishes.find((wish) => LANGUAGES.some((known) => known === wish))) ?? 'ru'
  )
}
