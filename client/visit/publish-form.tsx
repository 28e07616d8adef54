import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Publisher } from '../../shared/route/published.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { visitApi } from '../net/visit-api.ts'
import { useVisit } from '../state/visit.ts'
import { contentOf } from './route-content.ts'
import css from './themed-part.module.css'
import type { SalonBook } from './use-salon-facts.ts'
import panel from './visit-panel.module.css'

const LONGEST = { title: 120, description: 600 } as const
const BLANK = { ru: '', en: '' }

/** One's own visit, published as a themed route. */
export function PublishForm({ publishers, book }: { publishers: readonly Publisher[]; book: SalonBook }) {
  const { t } = useTranslation('visit')
  const { t: tApp } = useTranslation('app')
  const { say } = useLanguage()
  const queries = useQueryClient()
  const id = useId()
  const wishes = useVisit((state) => state.visit.wishes)
  const [by, setBy] = useState(0)
  const [title, setTitle] = useState(BLANK)
  const [about, setAbout] = useState(BLANK)
  const [told, setTold] = useState<{ readonly text: string; readonly bad: boolean } | null>(null)

  const publish = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const publisher = publishers[by]
    if (!publisher) return
    if (title.ru.trim() === '' && title.en.trim() === '') return setTold({ text: t('publishName'), bad: true })
    try {
      const content = contentOf(useVisit.getState().visit, title, about)
      await visitApi.publish(publisher, crypto.randomUUID(), content)
      await queries.invalidateQueries({ queryKey: ['themed-routes'] })
      setTitle(BLANK)
      setAbout(BLANK)
      setTold({ text: t('published'), bad: false })
    } catch (error) {
      setTold({ text: problemText(error as Error, tApp), bad: true })
    }
  }

  return (
    <details className={css.publish}>
      <summary>{t('publishTitle')}</summary>
      {wishes.length === 0 ? (
        <p className={panel.quiet}>{t('publishEmpty')}</p>
      ) : (
        <form onSubmit={(event) => void publish(event)}>
          <p className={panel.quiet}>{t('publishText')}</p>
          {publishers.length > 1 && (
            <>
              <label htmlFor={`${id}by`}>{t('publishAs')}</label>
              <select id={`${id}by`} value={by} onChange={({ target }) => setBy(Number(target.value))}>
                {publishers.map((one, i) => {
                  const card = one.kind === 'exhibitor' ? book.cards.get(one.id) : undefined
                  return (
                    <option key={`${one.kind}${one.id}`} value={i}>
                      {card ? say(card.name) : t('publishSalon')}
                    </option>
                  )
                })}
              </select>
            </>
          )}
          {(['ru', 'en'] as const).map((language) => (
            <div key={language} className={css.texts}>
              <label htmlFor={`${id}t${language}`}>{t(language === 'ru' ? 'publishTitleRu' : 'publishTitleEn')}</label>
              <input
                id={`${id}t${language}`}
                type="text"
                lang={language}
                maxLength={LONGEST.title}
                value={title[language]}
                onChange={({ target }) => setTitle({ ...title, [language]: target.value })}
              />
              <label htmlFor={`${id}a${language}`}>{t(language === 'ru' ? 'publishAboutRu' : 'publishAboutEn')}</label>
              <textarea
                id={`${id}a${language}`}
                lang={language}
                rows={3}
                maxLength={LONGEST.description}
                value={about[language]}
                onChange={({ target }) => setAbout({ ...about, [language]: target.value })}
              />
            </div>
          ))}
          <button type="submit" className={panel.main}>
            {t('publishDo')}
          </button>
        </form>
      )}
      {told && <p role={told.bad ? 'alert' : 'status'}>{told.text}</p>}
    </details>
  )
}
