import { and, eq } from 'drizzle-orm'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { authUser } from '../db/schema/account.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person } from '../db/schema/person.ts'
import { roleGrant } from '../db/schema/role-grant.ts'
import { escapedHtml } from './html.ts'
import type { Letter } from './letters.ts'
import type { Endpoint } from './webhooks-message.ts'

const TEXTS = {
  ru: {
    subject: 'Лиды больше не отправляются',
    failing: (booth: string, host: string) =>
      `Мы отправляем лиды стенда «${booth}» на ${host}, но вот уже три дня этот адрес не принимает сообщения. Чтобы не слать их впустую, мы остановили отправку.`,
    gone: (booth: string, host: string) =>
      `Мы отправляли лиды стенда «${booth}» на ${host}, но он ответил, что больше их не ждёт (код 410). Мы остановили отправку.`,
    kept: 'Сами лиды не потеряны: они на стенде, как и прежде.',
    what: 'Когда адрес снова заработает, откройте «Мой стенд» → «Вебхуки», проверьте его и включите отправку.',
  },
  en: {
    subject: 'Leads are no longer being sent',
    failing: (booth: string, host: string) =>
      `We send the leads of the booth “${booth}” to ${host}, but for three days it has not taken a message. So we have stopped sending.`,
    gone: (booth: string, host: string) =>
      `We sent the leads of the booth “${booth}” to ${host}, but it answered that it expects no more of them (code 410). We have stopped sending.`,
    kept: 'The leads themselves are not lost: they are at the booth as before.',
    what: 'Once the address works again, open My booth → Webhooks, test it and switch it on.',
  },
} as const

/** Writes to all who own the exhibitor that an address of theirs was switched off. */
export async function tellOwners(
  db: Database,
  write: (recipient: string, letter: Letter) => Promise<void>,
  { exhibitorId, url, state }: Endpoint,
): Promise<void> {
  const owners = await db
    .select({ email: authUser.email, language: person.language, name: exhibitor.name })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .innerJoin(authUser, and(eq(authUser.id, person.userId), eq(authUser.isAnonymous, false)))
    .innerJoin(exhibitor, eq(exhibitor.id, roleGrant.scopeId))
    .where(and(eq(roleGrant.role, 'owner'), eq(roleGrant.scopeKind, 'exhibitor'), eq(roleGrant.scopeId, exhibitorId)))
  for (const { email, language, name } of owners) {
    // One line, whatever a name has in it.
    const booth = inLanguage(name, language).replace(/\s+/g, ' ').trim()
    await write(email, letterOf(booth, new URL(url).host, state === 'gone' ? 'gone' : 'failing', language))
  }
}

function letterOf(booth: string, host: string, why: 'failing' | 'gone', language: Language): Letter {
  const say = TEXTS[language]
  const paragraphs = [say[why](booth, host), say.kept, say.what]
  const html = paragraphs.map((one) => `<p>${escapedHtml(one)}</p>`).join('')
  return {
    subject: `${say.subject}: ${booth}`,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html><meta charset="utf-8">${html}`,
  }
}
