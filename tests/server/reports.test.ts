import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { messageReport } from '../../game-server/db/schema/conversation.ts'
import { readMessages } from '../../game-server/services/conversations.ts'
import {
  decideReport,
  forgetReportedWords,
  reportMessage,
  reports,
} from '../../game-server/services/conversations-reports.ts'
import { say } from '../../game-server/services/conversations-say.ts'
import { setWordList, wordList } from '../../game-server/services/conversations-words.ts'
import { exhibitorNamed, ORGANIZER, somebody, staffAt, talkDeps, words } from './conversations.ts'
import { onEveryDatabase } from './databases.ts'

type Somebody = Awaited<ReturnType<typeof somebody>>

const NOW = new Date(Date.UTC(2026, 10, 23, 10))
const days = (n: number): Date => new Date(NOW.getTime() + n * 24 * 3600_000)
const refused = (reason: string) => expect.objectContaining({ reason })

onEveryDatabase((db) => {
  let deps: ReturnType<typeof talkDeps>
  let booth: string
  let anna: Somebody
  let boris: Somebody
  let peter: Somebody
  let vera: Somebody

  beforeEach(async () => {
    deps = talkDeps(db())
    booth = await exhibitorNamed(db(), randomUUID().slice(0, 8))
    anna = await somebody(db(), 'Анна')
    boris = await somebody(db(), 'Борис')
    peter = await somebody(db(), 'Пётр', [staffAt(booth)])
    vera = await somebody(db(), 'Вера', [ORGANIZER])
    await db().delete(messageReport)
  })

  const speak = (who: Somebody, text: string, to: 'everyone' | 'staff' = 'everyone', ms = 0) =>
    say(deps, who, booth, { ...words(text), to }, new Date(NOW.getTime() + ms))
  const complain = (who: Somebody, id: string, now = NOW) =>
    reportMessage(db(), who, id, { reason: 'rude', comment: 'Грубит' }, now)
  const decide = (who: Somebody, id: string, state: 'resolved' | 'dismissed', remove = false) =>
    decideReport(deps, who, id, { state, remove }, NOW)

  describe('a report', () => {
    test('reaches organizers with the words and what was said before, once a person', async () => {
      await speak(anna, 'Здравствуйте')
      const bad = await speak(anna, 'Грубость', 'everyone', 1000)
      await complain(boris, bad.id)
      await complain(boris, bad.id)
      await complain(peter, bad.id)
      const list = await reports(db(), vera)
      expect(list).toHaveLength(2)
      expect(list[0]).toMatchObject({ text: 'Грубость', inPrivate: false, state: 'open', exhibitorId: booth })
      expect(list[0]?.before.map(({ text }) => text)).toEqual(['Здравствуйте'])
      for (const nosy of [anna, peter]) await expect(reports(db(), nosy)).rejects.toEqual(refused('forbidden'))
    })

    test('is made of what one can read, and of others only', async () => {
      const secret = await speak(anna, 'Личное', 'staff')
      await expect(complain(boris, secret.id)).rejects.toEqual(refused('not-found'))
      await expect(complain(anna, secret.id)).rejects.toEqual(refused('not-found'))
      await complain(peter, secret.id)
      await setWordList(db(), vera, { words: ['грубость'], builtIn: true })
      const held = await speak(anna, 'Грубость', 'everyone', 1000)
      await expect(complain(boris, held.id)).rejects.toEqual(refused('not-found'))
      await setWordList(db(), vera, { words: [], builtIn: true })
    })

    test('is no flood', async () => {
      const bad = await Promise.all(
        Array.from({ length: 21 }, async (_, n) => {
          const author = await somebody(db(), `Автор ${n}`)
          return speak(author, `${n}`)
        }),
      )
      for (const { id } of bad.slice(0, 20)) await complain(boris, id)
      await expect(complain(boris, bad[20]?.id ?? '')).rejects.toEqual(refused('too-often'))
    })

    test('is decided by one of two organizers; with it the message goes, also a private one', async () => {
      const bad = await speak(anna, 'Грубость', 'staff')
      await complain(peter, bad.id)
      const id = (await reports(db(), vera))[0]?.id ?? ''
      await expect(decide(peter, id, 'dismissed')).rejects.toEqual(refused('forbidden'))
      const other = await somebody(db(), 'Второй', [ORGANIZER])
      const tried = await Promise.allSettled([decide(vera, id, 'resolved', true), decide(other, id, 'resolved', true)])
      expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const { messages } = await readMessages(db(), anna, bad.conversationId, {})
      expect(messages).toMatchObject([{ state: 'removed', text: '', removed: { as: 'organizer' } }])
      expect((await reports(db(), vera))[0]).toMatchObject({ state: 'resolved', text: 'Грубость' })
    })

    test('that is dismissed leaves the message as it is', async () => {
      const fine = await speak(anna, 'Всё в порядке')
      await complain(boris, fine.id)
      await decide(vera, (await reports(db(), vera))[0]?.id ?? '', 'dismissed', true)
      expect((await readMessages(db(), boris, fine.conversationId, {})).messages[0]?.state).toBe('shown')
    })

    test('keeps the words for thirty days after the decision', async () => {
      const bad = await speak(anna, 'Грубость')
      await complain(boris, bad.id)
      const id = (await reports(db(), vera))[0]?.id ?? ''
      await decide(vera, id, 'resolved', true)
      const kept = async () => (await db().select().from(messageReport).where(eq(messageReport.id, id)))[0]?.text
      await forgetReportedWords(db(), days(29))
      expect(await kept()).toBe('Грубость')
      await forgetReportedWords(db(), days(31))
      expect(await kept()).toBe('')
    })
  })

  test('the list of words is what organizers wrote last, each word once', async () => {
    await setWordList(db(), vera, { words: ['Чушь', 'чушь', 'вздор'], builtIn: true })
    expect(await wordList(db(), vera)).toEqual({ words: ['вздор', 'чушь'], builtIn: true })
    await expect(wordList(db(), peter)).rejects.toEqual(refused('forbidden'))
  })
})
