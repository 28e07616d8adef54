/** What the salon writes to people: plain text and the same as simple HTML, in their language. */
import type { Language } from '../../shared/language.ts'
import { escapedHtml } from './html.ts'

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What a code in a letter is good for. */
export type CodePurpose = 'prove-address' | 'reset-password'

/** A code to be typed where it was asked for. Letters carry no links to press: nobody learns to press them. */
export function codeLetter(purpose: CodePurpose, code: string, minutes: number, language: Language): Letter {
  const say = TEXTS[language]
  return letter(`${say[purpose].subject}: ${code}`, [
    say[purpose].opening,
    { emphasis: code },
    say.lasts(minutes),
    say[purpose].notYou,
  ])
}

/** To the owner of an account whose address somebody typed to make another. */
export function alreadyHereLetter(language: Language): Letter {
  const { alreadyHere } = TEXTS[language]
  return letter(alreadyHere.subject, [alreadyHere.opening, alreadyHere.advice, alreadyHere.notYou])
}

/** After the fact, so that a stranger's doing does not go unnoticed. */
export function passwordChangedLetter(language: Language): Letter {
  const { passwordChanged } = TEXTS[language]
  return letter(passwordChanged.subject, [passwordChanged.told, passwordChanged.notYou])
}

/** To the address an account had until now. */
export function addressChangedLetter(language: Language): Letter {
  const { addressChanged } = TEXTS[language]
  return letter(addressChanged.subject, [addressChanged.told, addressChanged.notYou])
}

/** An answer to a question at a booth. What it says is shown as it was typed. */
export function answerLetter(
  { who, by, text }: { readonly who: string; readonly by: string; readonly text: string },
  language: Language,
): Letter {
  const { answer } = TEXTS[language]
  return letter(`${answer.subject}: ${oneLine(who)}`, [
    answer.opening(who, by),
    text === '' ? answer.attached : text,
    answer.where,
    answer.less,
  ])
}

const TEXTS = {
  ru: {
    'prove-address': {
      subject: 'Код подтверждения',
      opening: 'Чтобы подтвердить адрес, введите код на странице, где вы его запросили:',
      notYou: 'Если вы ничего не запрашивали, просто удалите это письмо: без кода ничего не произойдёт.',
    },
    'reset-password': {
      subject: 'Код для нового пароля',
      opening: 'Чтобы задать новый пароль, введите код на странице, где вы его запросили:',
      notYou: 'Если вы не забывали пароль, просто удалите это письмо: без кода пароль останется прежним.',
    },
    lasts: (minutes: number) => `Код действует ${minutes} минут. Никому его не сообщайте.`,
    alreadyHere: {
      subject: 'У вас уже есть учётная запись',
      opening: 'Кто-то — наверное, вы — указал этот адрес, чтобы создать учётную запись. Она у вас уже есть.',
      advice: 'Войдите с прежним паролем, а если забыли его, запросите новый на странице входа.',
      notYou: 'Если это были не вы, ничего делать не нужно.',
    },
    passwordChanged: {
      subject: 'Пароль изменён',
      told: 'Пароль вашей учётной записи только что изменили, а остальные устройства вышли из неё.',
      notYou: 'Если это были не вы, сразу запросите новый пароль на странице входа.',
    },
    addressChanged: {
      subject: 'Адрес учётной записи изменён',
      told: 'У вашей учётной записи теперь другой адрес. На этот мы больше не пишем.',
      notYou: 'Если это были не вы, напишите организаторам салона.',
    },
    answer: {
      subject: 'Ответ на ваш вопрос',
      opening: (who: string, by: string) => `${who} отвечает вам${by === '' ? '' : ` (${by})`}:`,
      attached: 'В ответе только вложения.',
      where: 'Продолжить разговор можно в салоне: «Моё» → «Сообщения».',
      less: 'Об одном разговоре мы пишем не чаще раза в час. Отключить письма можно там же.',
    },
  },
  en: {
    'prove-address': {
      subject: 'Confirmation code',
      opening: 'To confirm your address, type this code on the page where you asked for it:',
      notYou: 'If you asked for nothing, just delete this letter: without the code nothing happens.',
    },
    'reset-password': {
      subject: 'Code for a new password',
      opening: 'To choose a new password, type this code on the page where you asked for it:',
      notYou: 'If you have not forgotten your password, just delete this letter: without the code it stays as it is.',
    },
    lasts: (minutes: number) => `The code is good for ${minutes} minutes. Tell it to nobody.`,
    alreadyHere: {
      subject: 'You already have an account',
      opening: 'Somebody, probably you, gave this address to create an account. You already have one.',
      advice: 'Sign in with your password, or ask for a new one on the sign-in page.',
      notYou: 'If it was not you, there is nothing to do.',
    },
    passwordChanged: {
      subject: 'Password changed',
      told: 'The password of your account has just been changed, and other devices were signed out.',
      notYou: 'If it was not you, ask for a new password on the sign-in page at once.',
    },
    addressChanged: {
      subject: 'Address of the account changed',
      told: 'Your account has another address from now on. We will not write to this one any more.',
      notYou: 'If it was not you, write to the organizers of the salon.',
    },
    answer: {
      subject: 'An answer to your question',
      opening: (who: string, by: string) => `${who} answers you${by === '' ? '' : ` (${by})`}:`,
      attached: 'There are only attachments.',
      where: 'Go on talking in the salon: Mine → Messages.',
      less: 'We write about a conversation once an hour at most. Letters can be switched off there, too.',
    },
  },
} as const

type Paragraph = string | { readonly emphasis: string }

function letter(subject: string, paragraphs: readonly Paragraph[]): Letter {
  const text = paragraphs.map((one) => (typeof one === 'string' ? one : `    ${one.emphasis}`)).join('\n\n')
  const html = paragraphs.map((one) =>
    typeof one === 'string'
      ? `<p>${escapedHtml(one)}</p>`
      : `<p style="font-size:28px;font-weight:600;letter-spacing:4px">${escapedHtml(one.emphasis)}</p>`,
  )
  return { subject, text: `${text}\n`, html: `<!doctype html><meta charset="utf-8">${html.join('')}` }
}

/** A subject is one line, whatever a name has in it. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
