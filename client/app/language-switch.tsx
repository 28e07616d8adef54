import { LANGUAGES } from '../../shared/language.ts'
import { speak, useLanguage } from './i18n.ts'
import css from './language-switch.module.css'

/** Each language is named in itself, so that whoever reads only that one finds it. */
const NAMES = { ru: 'Русский', en: 'English' } as const

export function LanguageSwitch() {
  const { language } = useLanguage()
  return (
    <fieldset className={css.switch} aria-label={LANGUAGES.map((one) => NAMES[one]).join(' / ')}>
      {LANGUAGES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => speak(one)}>
          <abbr title={NAMES[one]}>{one.toUpperCase()}</abbr>
        </button>
      ))}
    </fieldset>
  )
}
