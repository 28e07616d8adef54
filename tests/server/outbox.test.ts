import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mail } from '../../game-server/db/schema/mail.ts'
import { openSmtp } from '../../game-server/mail/smtp.ts'
import { codeLetter } from '../../game-server/services/letters.ts'
import { Outbox } from '../../game-server/services/outbox.ts'
import { onEveryDatabase } from './databases.ts'
import { until } from './hall-world.ts'
import { type MailServer, openMailServer } from './mail-server.ts'

const LETTER = codeLetter('prove-address', '123456', 15, 'ru')
const failures: unknown[] = []
const note = (error: unknown): void => void failures.push(error)

describe('letters', () => {
  let server: MailServer
  let smtp: ReturnType<typeof openSmtp>
  let outbox: Outbox
  beforeEach(async () => {
    failures.length = 0
    server = await openMailServer()
    smtp = openSmtp(server.url, 'salon@example.org')
  })
  afterEach(async () => {
    await outbox.close()
    smtp.close()
    await server.close()
  })

  onEveryDatabase((db) => {
    test('leave at once where there is a mail server, and are not kept', async () => {
      outbox = new Outbox(db(), smtp.send, note)
      await outbox.write('anna@example.org', LETTER)
      await until(() => server.letters.length === 1)
      const [{ to, data } = { to: '', data: '' }] = server.letters
      expect(to).toBe('anna@example.org')
      expect(data).toMatch(/^From: salon@example\.org$/m)
      expect(data).toMatch(/multipart\/alternative/)
      await until(async () => (await db().$count(mail)) === 0)
      expect(failures).toEqual([])
    })

    test('stay where there is none', async () => {
      outbox = new Outbox(db(), null, note)
      await outbox.write('bob@example.org', LETTER)
      await outbox.close()
      expect(await db().select().from(mail)).toMatchObject([{ recipient: 'bob@example.org', subject: LETTER.subject }])
      await db().delete(mail)
    })

    test('that a mail server did not take are kept, and sent by whoever opens next when they are due', async () => {
      server.refuse(1)
      outbox = new Outbox(db(), smtp.send, note)
      await outbox.write('cat@example.org', LETTER)
      await until(() => failures.length === 1)
      await outbox.close()
      const [kept] = await db().select().from(mail)
      expect(kept).toMatchObject({ recipient: 'cat@example.org', tries: 1 })
      expect(kept?.dueAt.getTime()).toBeGreaterThan(Date.now() + 5000)
      await db().update(mail).set({ dueAt: new Date() })
      outbox = new Outbox(db(), smtp.send, note)
      outbox.open()
      await until(() => server.letters.some(({ to }) => to === 'cat@example.org'))
      await until(async () => (await db().$count(mail)) === 0)
    })

    test('are sent once, however many processes send', async () => {
      const many = [1, 2, 3].map(() => new Outbox(db(), smtp.send, note))
      outbox = new Outbox(db(), null, note)
      for (let n = 0; n < 5; n++) await outbox.write(`dan${n}@example.org`, LETTER)
      for (const one of many) one.open()
      await until(async () => (await db().$count(mail)) === 0)
      await Promise.all(many.map((one) => one.close()))
      expect(server.letters.map(({ to }) => to).sort()).toEqual([0, 1, 2, 3, 4].map((n) => `dan${n}@example.org`))
    })

    test('older than a week are forgotten', async () => {
      outbox = new Outbox(db(), null, note)
      await outbox.write('eve@example.org', LETTER)
      await db()
        .update(mail)
        .set({ writtenAt: new Date(Date.now() - 8 * 86_400_000) })
      outbox.open()
      await until(async () => (await db().$count(mail)) === 0)
    })
  })

  test('cannot be given headers or other recipients by an address', async () => {
    outbox = new Outbox(undefined as never, null, note)
    await smtp.send('"x\r\nBcc: thief@example.org"@example.org', LETTER)
    await smtp.send('a@example.org, thief@example.org', LETTER)
    expect(server.letters.map(({ to }) => to)).toEqual([
      '"x Bcc: thief@example.org"@example.org',
      '"a@example.org, thief"@example.org',
    ])
    expect(server.letters.filter(({ data }) => /^Bcc:/m.test(data))).toEqual([])
  })
})
