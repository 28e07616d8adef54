import type { BoothRole } from '../../shared/booth/draft.ts'
import { inLanguage, type Language, type Localized } from '../../shared/language.ts'
import { escapedHtml } from './html.ts'
import type { Letter } from './letters.ts'

const TEXTS = {
  ru: {
    subject: 'Приглашение на стенд',
    owner: (name: string) =>
      `Вас приглашают отвечать за стенд «${name}» в онлайн-салоне: наполнить и опубликовать его, собрать команду.`,
    representative: (name: string) =>
      `Вас приглашают представлять стенд «${name}» в онлайн-салоне: рассказывать о нём и отвечать посетителям.`,
    button: 'Посмотреть приглашение',
    how: (days: number) =>
      `Ссылка действует ${days} дней и только для этого адреса: войдите с ним или создайте учётную запись.`,
    notYou: 'Если приглашение вам ни о чём не говорит, просто удалите это письмо.',
  },
  en: {
    subject: 'An invitation to a booth',
    owner: (name: string) =>
      `You are invited to be in charge of the booth “${name}” in the online salon: to fill and publish it, and to gather its team.`,
    representative: (name: string) =>
      `You are invited to represent the booth “${name}” in the online salon: to talk about it and to answer visitors.`,
    button: 'See the invitation',
    how: (days: number) =>
      `The link works for ${days} days, and for this address only: sign in with it or create an account.`,
    notYou: 'If the invitation means nothing to you, just delete this letter.',
  },
} as const

export interface Asked {
  readonly booth: Localized
  readonly role: BoothRole
  readonly link: string
  readonly days: number
}

/** Somebody is asked to work for a booth. */
export function invitationLetter({ booth, role, link, days }: Asked, language: Language): Letter {
  const say = TEXTS[language]
  // One line, whatever a name has in it.
  const name = inLanguage(booth, language).replace(/\s+/g, ' ').trim()
  const [opening, how] = [say[role](name), say.how(days)]
  const html = [
    `<p>${escapedHtml(opening)}</p>`,
    `<p><a href="${escapedHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#3f6f4a;color:#fff;text-decoration:none">${escapedHtml(say.button)}</a></p>`,
    `<p>${escapedHtml(how)}</p>`,
    `<p>${escapedHtml(say.notYou)}</p>`,
  ]
  return {
    subject: `${say.subject}: ${name}`,
    text: `${[opening, link, how, say.notYou].join('\n\n')}\n`,
    html: `<!doctype html><meta charset="utf-8">${html.join('')}`,
  }
}
