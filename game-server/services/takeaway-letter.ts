import type { Language } from '../../shared/language.ts'
import { escapedHtml } from './html.ts'
import type { Letter } from './letters.ts'

const TEXTS = {
  ru: {
    subject: 'Ваш портфель из салона',
    opening: 'Вы просили прислать портфель: контакты, материалы, заметки. Он здесь, одним архивом:',
    button: 'Открыть портфель',
    lasts: (days: number) =>
      `Ссылка личная и действует ${days} дней. Никому её не пересылайте: по ней открываются контакты, которые дали вам. Отключить ссылку можно раньше: «Моё» → «Портфель».`,
    notYou: 'Если вы ничего не просили, просто удалите это письмо.',
  },
  en: {
    subject: 'Your briefcase from the salon',
    opening: 'You asked for your briefcase: contacts, materials, notes. Here it is, as one archive:',
    button: 'Open the briefcase',
    lasts: (days: number) =>
      `The link is personal and works for ${days} days. Do not pass it on: it opens contacts that were given to you. It can be ended earlier: Mine → Briefcase.`,
    notYou: 'If you asked for nothing, just delete this letter.',
  },
} as const

/** A letter that was asked for, with the one link that ours ever carry. */
export function takeawayLetter(address: string, days: number, language: Language): Letter {
  const say = TEXTS[language]
  const lasts = say.lasts(days)
  const html = [
    `<p>${escapedHtml(say.opening)}</p>`,
    `<p><a href="${escapedHtml(address)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#3f6f4a;color:#fff;text-decoration:none">${escapedHtml(say.button)}</a></p>`,
    `<p>${escapedHtml(lasts)}</p>`,
    `<p>${escapedHtml(say.notYou)}</p>`,
  ]
  return {
    subject: say.subject,
    text: `${[say.opening, address, lasts, say.notYou].join('\n\n')}\n`,
    html: `<!doctype html><meta charset="utf-8">${html.join('')}`,
  }
}
