import { inLanguage, type Language } from '../../shared/language.ts'
import type { Preview } from '../services/previews.ts'

/** A preview in one language, in the few words there is room for. */
export interface PreviewWords {
  readonly title: string
  readonly description: string
  readonly salon: string
  /** Whose, where, when. */
  readonly note: string
}

const BOOTH = { ru: 'Стенд', en: 'Booth' } as const

export function wordsOf(preview: Preview, language: Language): PreviewWords {
  const { exhibitor, boothNumber, time } = preview
  const when =
    time &&
    new Intl.DateTimeFormat(language, {
      ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: time.timeZone },
    }).formatRange(time.startsAt, time.endsAt)
  const note = [when, exhibitor && inLanguage(exhibitor, language), boothNumber && `${BOOTH[language]} ${boothNumber}`]
  return {
    title: inLanguage(preview.title, language),
    description: shortened(inLanguage(preview.description, language), 180),
    salon: inLanguage(preview.salonName, language),
    note: note.filter(Boolean).join(' · '),
  }
}

/** At most so many characters, cut between words. */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > most / 2 ? space : most).replace(/[\s.,;:—–-]+$/u, '')}…`
}
