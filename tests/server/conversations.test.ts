import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { conversation, conversationReader } from '../../game-server/db/schema/conversation.ts'
import { interaction } from '../../game-server/db/schema/interaction.ts'
import { person } from '../../game-server/db/schema/person.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { changeConversation, markRead, readMessages } from '../../game-server/services/conversations.ts'
import { readsAttachment } from '../../game-server/services/conversations-attachments.ts'
import { asText, exportOf, exportOwn } from '../../game-server/services/conversations-export.ts'
import { boothTalk, inboxOf, ownConversations } from '../../game-server/services/conversations-lists.ts'
import { letThrough, removeMessage, setSlowMode } from '../../game-server/services/conversations-moderation.ts'
import { changeQuestion } from '../../game-server/services/conversations-questions.ts'
import { answer, say } from '../../game-server/services/conversations-say.ts'
import { setWordList } from '../../game-server/services/conversations-words.ts'
import { handOver } from '../../game-server/services/personal-data.ts'
import type { Attachment, ConversationMessage } from '../../shared/conversations/model.ts'
import { SMALL_SALON } from './content.ts'
import { exhibitorNamed, ORGANIZER, pictureOf, somebody, staffAt, talkDeps, words } from './conversations.ts'
import { onEveryDatabase } from './databases.ts'

type Somebody = Awaited<ReturnType<typeof somebody>>

const MINUTE = 60_000
const at = (ms: number): Date => new Date(Date.UTC(2026, 10, 23, 10) + ms)
const refused = (reason: string) => expect.objectContaining({ reason })

onEveryDatabase((db) => {
  let deps: ReturnType<typeof talkDeps>
  let booth: string
  let anna: Somebody
  let boris: Somebody
  let peter: Somebody
  let rita: Somebody
  let stranger: Somebody
  let vera: Somebody

  beforeEach(async () => {
    deps = talkDeps(db())
    booth = await exhibitorNamed(db(), randomUUID().slice(0, 8))
    const other = await exhibitorNamed(db(), randomUUID().slice(0, 8))
    anna = await somebody(db(), 'Анна')
    boris = await somebody(db(), 'Борис')
    peter = await somebody(db(), 'Пётр', [staffAt(booth)])
    rita = await somebody(db(), 'Рита', [staffAt(booth)])
    stranger = await somebody(db(), 'Чужой', [staffAt(other)])
    vera = await somebody(db(), 'Вера', [ORGANIZER])
    await setWordList(db(), vera, { words: [], builtIn: true })
  })

  const ask = (who: Somebody, text: string, to: 'everyone' | 'staff' = 'staff', now = at(0), id?: string) =>
    say(deps, who, booth, { ...words(text, id), to }, now)
  const reply = (who: Somebody, to: ConversationMessage, text: string, questionId: string | null, now = at(MINUTE)) =>
    answer(deps, who, booth, { ...words(text), conversationId: to.conversationId, questionId }, now)
  const read = (who: Somebody | null, id: string, wanted = {}) => readMessages(db(), who, id, wanted)
  const texts = async (who: Somebody, id: string) => (await read(who, id)).messages.map(({ text }) => text)
  const openQuestion = async () => (await inboxOf(db(), peter, booth)).questions[0]

  describe('a private conversation', () => {
    test('is read by its visitor and the staff of its exhibitor, and does not exist for anybody else', async () => {
      const said = await ask(anna, 'Есть ли курсы?')
      expect(await texts(anna, said.conversationId)).toEqual(['Есть ли курсы?'])
      expect(await texts(rita, said.conversationId)).toEqual(['Есть ли курсы?'])
      for (const nosy of [boris, stranger, vera])
        await expect(read(nosy, said.conversationId)).rejects.toEqual(refused('not-found'))
      await expect(read(null, said.conversationId)).rejects.toEqual(refused('not-entered'))
      await expect(markRead(db(), boris, said.conversationId, 1)).rejects.toEqual(refused('not-found'))
      await expect(changeConversation(db(), boris, said.conversationId, { muted: true })).rejects.toEqual(
        refused('not-found'),
      )
    })

    test('is one, however many first words come at once', async () => {
      const said = await Promise.all(['Один', 'Два', 'Три', 'Четыре'].map((text) => ask(anna, text)))
      expect(new Set(said.map(({ conversationId }) => conversationId)).size).toBe(1)
      expect(said.map(({ seq }) => seq).toSorted()).toEqual([1, 2, 3, 4])
      expect((await inboxOf(db(), peter, booth)).questions).toHaveLength(1)
    })

    test('is told to its two sides only', async () => {
      await ask(anna, 'Секрет')
      expect(deps.told).toHaveLength(1)
      expect(deps.told[0]?.people.toSorted()).toEqual([anna, peter, rita].map(({ personId }) => personId).toSorted())
      expect(deps.told[0]?.booth).toBeNull()
    })

    test('goes on when a guest signs in to an account, also where both had one with the exhibitor', async () => {
      const account = await somebody(db(), 'Анна дома', [], `${randomUUID()}@example.org`)
      const [guests, accounts] = [await ask(anna, 'С телефона'), await ask(account, 'Из дома')]
      await handOver(db(), anna.personId, account.personId)
      const { conversations } = await ownConversations(db(), account)
      expect(conversations.map(({ id }) => id).toSorted()).toEqual(
        [guests.conversationId, accounts.conversationId].toSorted(),
      )
      expect(await texts(account, guests.conversationId)).toEqual(['С телефона'])
      await ask(account, 'Дальше', 'staff', at(MINUTE))
    })
  })

  describe('what is said', () => {
    test('is said once, however often it is sent, also by many requests at once', async () => {
      const id = randomUUID()
      const sent = await Promise.all([1, 2, 3].map(() => ask(anna, 'Здравствуйте', 'everyone', at(0), id)))
      expect(new Set(sent.map(({ seq }) => seq)).size).toBe(1)
      expect(await texts(anna, sent[0]?.conversationId ?? '')).toEqual(['Здравствуйте'])
    })

    test("cannot take another's id to overwrite or read what they said", async () => {
      const said = await ask(anna, 'Моё')
      await expect(ask(boris, 'Чужое', 'staff', at(0), said.id)).rejects.toEqual(refused('malformed'))
      await expect(ask(anna, 'Туда же, но всем', 'everyone', at(0), said.id)).rejects.toEqual(refused('malformed'))
      expect(await texts(anna, said.conversationId)).toEqual(['Моё'])
    })

    test('is found by whoever was away: nothing is lost, nothing comes twice, the order holds', async () => {
      const first = await ask(anna, '0')
      const seen = new Map([[first.id, first]])
      let cursor = (await read(peter, first.conversationId)).revision
      for (let n = 1; n <= 130; n++) await ask(n % 2 ? anna : anna, `${n}`, 'staff', at(n * 4000))
      for (let more = true; more; ) {
        const page = await read(peter, first.conversationId, { after: cursor })
        expect(page.messages.length).toBeLessThanOrEqual(50)
        for (const message of page.messages) {
          expect(seen.has(message.id)).toBe(false)
          seen.set(message.id, message)
        }
        ;({ revision: cursor, more } = page)
      }
      const inOrder = [...seen.values()].toSorted((a, b) => a.seq - b.seq).map(({ text }) => text)
      expect(inOrder).toEqual(Array.from({ length: 131 }, (_, n) => `${n}`))
      const older = await read(peter, first.conversationId, { before: 50 })
      expect([older.messages.length, older.messages.at(-1)?.text, older.more]).toEqual([49, '48', false])
    })

    test('is little in a minute: a flood is told how long to wait, in all booths together', async () => {
      const other = await exhibitorNamed(db(), randomUUID().slice(0, 8))
      for (let n = 0; n < 20; n++) await ask(anna, `${n}`, 'staff', at(n * 1000))
      const late = say(deps, anna, other, { ...words('ещё'), to: 'everyone' }, at(20_000))
      await expect(late).rejects.toMatchObject({ reason: 'too-often', retryAfterSeconds: 40 })
      await ask(boris, 'Другому можно', 'staff', at(20_000))
      await ask(anna, 'Снова можно', 'staff', at(61_000))
    })

    test('to an exhibitor that does not exist is refused', async () => {
      await expect(say(deps, anna, 'nowhere', { ...words('?'), to: 'staff' }, at(0))).rejects.toEqual(
        refused('not-found'),
      )
    })
  })

  describe('a question', () => {
    test('waits when nobody is there, and is answered by one of two who answer at once', async () => {
      const said = await ask(anna, 'Сколько стоит?')
      expect((await boothTalk(db(), anna, booth, async () => false)).attended).toBe(false)
      const asked = await openQuestion()
      expect(asked).toMatchObject({ status: 'open', askerName: 'Анна', text: 'Сколько стоит?' })
      const tried = await Promise.allSettled([
        reply(peter, said, 'Бесплатно', asked?.id ?? ''),
        reply(rita, said, 'Сто рублей', asked?.id ?? ''),
      ])
      expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'taken' } })
      expect(await texts(anna, said.conversationId)).toHaveLength(2)
      expect(await openQuestion()).toMatchObject({ status: 'answered', answeredAt: at(MINUTE).toISOString() })
    })

    test('is taken by one of two, who keeps it for ten minutes unless it is taken over', async () => {
      const said = await ask(anna, 'Сколько стоит?')
      const id = (await openQuestion())?.id ?? ''
      const take = (who: Somebody, now: Date, over = false) =>
        changeQuestion(deps, who, booth, id, { change: 'take', over }, now)
      const tried = await Promise.allSettled([take(peter, at(0)), take(rita, at(0))])
      expect(tried.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { reason: 'taken' } }])
      const winner = (await openQuestion())?.claimedBy?.personId === peter.personId ? peter : rita
      const loser = winner === peter ? rita : peter
      await expect(reply(loser, said, 'Я отвечу', id)).rejects.toEqual(refused('taken'))
      await expect(reply(loser, said, 'Я отвечу', null)).rejects.toEqual(refused('taken'))
      await take(loser, at(11 * MINUTE))
      await take(winner, at(11 * MINUTE), true)
      await reply(winner, said, 'Бесплатно', id, at(12 * MINUTE))
      await expect(take(loser, at(30 * MINUTE), true)).rejects.toEqual(refused('taken'))
    })

    test('is one until it is answered; what is asked after that is another', async () => {
      const said = await ask(anna, 'Раз')
      await ask(anna, 'Два', 'staff', at(1000))
      expect((await inboxOf(db(), peter, booth)).questions).toHaveLength(1)
      await reply(peter, said, 'Ответ', null)
      await ask(anna, 'Три', 'staff', at(2 * MINUTE))
      expect((await inboxOf(db(), peter, booth)).questions.map(({ status }) => status)).toEqual(['open', 'answered'])
      // Evidence for the exhibitor, a piece a question.
      const evidence = await db().select().from(interaction).where(eq(interaction.personId, anna.personId))
      expect(evidence.map(({ kind, exhibitorId }) => [kind, exhibitorId])).toEqual([
        ['asked', booth],
        ['asked', booth],
      ])
    })

    test('is closed and opened again by the staff, and by nobody else', async () => {
      await ask(anna, 'Спам?')
      const id = (await openQuestion())?.id ?? ''
      for (const nosy of [anna, stranger, vera])
        await expect(changeQuestion(deps, nosy, booth, id, { change: 'close', over: false }, at(0))).rejects.toEqual(
          refused('forbidden'),
        )
      await changeQuestion(deps, peter, booth, id, { change: 'close', over: false }, at(0))
      expect((await ownConversations(db(), anna)).conversations[0]?.question).toBe('closed')
      await changeQuestion(deps, peter, booth, id, { change: 'reopen', over: false }, at(0))
      expect((await openQuestion())?.status).toBe('open')
    })
  })

  describe('the staff', () => {
    test('of one booth says nothing for another, nor through another into a conversation', async () => {
      const said = await ask(anna, 'Вопрос')
      await expect(reply(stranger, said, 'От имени стенда', null)).rejects.toEqual(refused('forbidden'))
      const theirs = (await ownConversations(db(), stranger)).inboxes[0]?.exhibitorId ?? ''
      const through = { ...words('Через свой'), conversationId: said.conversationId, questionId: null }
      await expect(answer(deps, stranger, theirs, through, at(0))).rejects.toEqual(refused('not-found'))
      await expect(inboxOf(db(), stranger, booth)).rejects.toEqual(refused('forbidden'))
      await expect(exportOf(db(), stranger, booth)).rejects.toEqual(refused('forbidden'))
      await expect(setSlowMode(deps, anna, booth, 5, at(0))).rejects.toEqual(refused('forbidden'))
    })

    test('loses its inbox with the role', async () => {
      await ask(anna, 'Вопрос')
      expect((await ownConversations(db(), peter)).inboxes).toMatchObject([{ exhibitorId: booth, open: 1 }])
      expect((await ownConversations(db(), anna)).inboxes).toEqual([])
    })

    test('says nothing to a visitor who has muted the exhibitor, until they hear it again', async () => {
      const said = await ask(anna, 'Вопрос')
      await changeConversation(db(), anna, said.conversationId, { muted: true })
      await expect(reply(peter, said, 'Купите!', null)).rejects.toEqual(refused('muted'))
      await expect(ask(anna, 'И я молчу', 'staff', at(1000))).rejects.toEqual(refused('muted'))
      await expect(changeConversation(db(), peter, said.conversationId, { muted: false })).rejects.toEqual(
        refused('forbidden'),
      )
      await changeConversation(db(), anna, said.conversationId, { muted: false })
      await reply(peter, said, 'Ответ', null)
    })
  })

  describe('what is unread', () => {
    test('is counted for each side, and in a thread only what answers oneself', async () => {
      const said = await ask(anna, 'Вопрос')
      expect((await inboxOf(db(), peter, booth)).conversations).toMatchObject([{ unread: 1, question: 'open' }])
      await reply(peter, said, 'Ответ', null)
      expect((await ownConversations(db(), anna)).conversations).toMatchObject([
        { unread: 1, last: { text: 'Ответ', side: 'staff' }, question: 'answered' },
      ])
      await markRead(db(), anna, said.conversationId, 99)
      expect((await ownConversations(db(), anna)).conversations).toMatchObject([{ unread: 0 }])
      expect((await read(peter, said.conversationId)).othersReadSeq).toBe(2)

      const open = await ask(boris, 'Вопрос при всех', 'everyone')
      await ask(anna, 'И мой', 'everyone', at(1000))
      const asked = (await inboxOf(db(), peter, booth)).questions.find(({ askerName }) => askerName === 'Борис')
      await reply(peter, open, 'Ответ Борису', asked?.id ?? '')
      const unreadOf = async (who: Somebody) =>
        (await ownConversations(db(), who)).conversations.find(({ visitor }) => visitor === null)?.unread
      expect([await unreadOf(boris), await unreadOf(anna)]).toEqual([1, 0])
    })
  })

  describe('a thread', () => {
    test('is slow where the staff wants it, for visitors only', async () => {
      await setSlowMode(deps, peter, booth, 30, at(0))
      await ask(anna, 'Раз', 'everyone', at(0))
      await expect(ask(anna, 'Два', 'everyone', at(10_000))).rejects.toMatchObject({
        reason: 'too-often',
        retryAfterSeconds: 20,
      })
      const both = await Promise.allSettled([1, 2].map(() => ask(boris, 'Сразу два', 'everyone', at(0))))
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await ask(anna, 'В личном можно', 'staff', at(10_000))
      await ask(anna, 'Два', 'everyone', at(30_000))
      for (const text of ['Ответ', 'Ещё ответ'])
        await answer(deps, peter, booth, { ...words(text), conversationId: null, questionId: null }, at(30_000))
    })

    test('keeps the place of what was removed, and nothing of its words', async () => {
      const said = await ask(anna, 'Грубость', 'everyone')
      for (const nosy of [anna, boris, stranger])
        await expect(removeMessage(deps, nosy, booth, said.id, at(0))).rejects.toEqual(refused('forbidden'))
      const { revision } = await read(boris, said.conversationId)
      await removeMessage(deps, peter, booth, said.id, at(MINUTE))
      const [stone] = (await read(boris, said.conversationId, { after: revision })).messages
      expect(stone).toMatchObject({ id: said.id, state: 'removed', text: '', removed: { as: 'staff' } })
      expect(JSON.stringify(deps.told.at(-1))).not.toContain('Грубость')
      expect(await openQuestion()).toMatchObject({ status: 'closed', text: '' })
      await expect(removeMessage(deps, peter, booth, said.id, at(MINUTE))).rejects.toEqual(refused('not-found'))
    })

    test('is not the way to remove what was said in private', async () => {
      const said = await ask(anna, 'Жалоба на вас')
      for (const who of [peter, vera])
        await expect(removeMessage(deps, who, booth, said.id, at(0))).rejects.toEqual(refused('not-found'))
    })
  })

  describe('a message with a word of the list', () => {
    test('waits: its author and the staff see it, and everybody once it is let through, at the end', async () => {
      await setWordList(db(), vera, { words: ['Дурак'], builtIn: true })
      const held = await ask(anna, 'Какой д у р а к это придумал', 'everyone')
      expect(held.state).toBe('held')
      expect(deps.told.map(({ news, booth: where }) => [news.news, where])).toEqual([['changed', null]])
      await ask(boris, 'Потом', 'everyone', at(1000))
      expect(await texts(boris, held.conversationId)).toEqual(['Потом'])
      expect(await texts(anna, held.conversationId)).toHaveLength(2)
      expect((await inboxOf(db(), peter, booth)).held).toMatchObject([{ id: held.id }])
      await expect(letThrough(deps, anna, booth, held.id)).rejects.toEqual(refused('forbidden'))
      const { revision } = await read(boris, held.conversationId)
      await letThrough(deps, peter, booth, held.id)
      expect((await read(boris, held.conversationId, { after: revision })).messages).toMatchObject([{ id: held.id }])
      expect((await texts(boris, held.conversationId)).at(-1)).toMatch(/^Какой/)
      await expect(letThrough(deps, peter, booth, held.id)).rejects.toEqual(refused('not-found'))
    })

    test('that is coarse waits, too, unless organizers switched that off', async () => {
      await arrange(db(), SMALL_SALON)
      const state = async (text: string) => (await ask(anna, text, 'everyone')).state
      expect(await state('Да это пи3дец какой-то')).toBe('held')
      expect(await state('Застрахуй меня, мандарин')).toBe('shown')
      await setWordList(db(), vera, { words: [], builtIn: false })
      expect(await state('Да это пи3дец какой-то')).toBe('shown')
    })

    test('is written on the list by organizers only', async () => {
      await expect(setWordList(db(), peter, { words: ['слово'], builtIn: true })).rejects.toEqual(refused('forbidden'))
    })
  })

  describe('a letter about an answer', () => {
    const agreed = async (): Promise<{ who: Somebody; said: ConversationMessage; email: string }> => {
      const email = `${randomUUID()}@example.org`
      const who = await somebody(db(), 'С почтой', [], email)
      const said = await say(deps, who, booth, { ...words('Вопрос'), to: 'staff', byMail: true }, at(0))
      return { who, said, email }
    }

    test('goes to who agreed, once an hour, and shows what was typed as it was typed', async () => {
      const { said, email } = await agreed()
      await reply(peter, said, '<img src=x onerror=alert(1)> & "да"', null)
      await reply(peter, said, 'И ещё', null, at(2 * MINUTE))
      expect(deps.letters).toMatchObject([{ to: email, subject: `Ответ на ваш вопрос: Стенд ${booth}` }])
      expect(deps.letters[0]?.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
      expect(deps.letters[0]?.html).not.toContain('<img')
      await reply(peter, said, 'Через час', null, at(62 * MINUTE))
      expect(deps.letters).toHaveLength(2)
    })

    test('does not go to guests, to who did not agree, nor to who wants to be left in peace', async () => {
      const guest = await say(deps, anna, booth, { ...words('Гость'), to: 'staff', byMail: true }, at(0))
      await reply(peter, guest, 'Ответ', null)
      const { who, said } = await agreed()
      await db().update(person).set({ doNotDisturb: true }).where(eq(person.id, who.personId))
      await reply(peter, said, 'Ответ', null)
      await db().update(person).set({ doNotDisturb: false }).where(eq(person.id, who.personId))
      await changeConversation(db(), who, said.conversationId, { byMail: false })
      await reply(peter, said, 'Ответ', null)
      expect(deps.letters).toEqual([])
      expect(await db().$count(conversationReader, eq(conversationReader.byMail, true))).toBeGreaterThan(0)
    })
  })

  describe('a picture sent along', () => {
    const send = (who: Somebody, to: 'everyone' | 'staff', attachments: Attachment[], now = at(0)) =>
      say(deps, who, booth, { id: randomUUID(), text: '', attachments, to }, now)
    const readBy = async (fileId: string) => {
      const all = { anna, boris, peter, stranger, vera }
      const may = await Promise.all(Object.values(all).map((who) => readsAttachment(db(), who, fileId)))
      return Object.keys(all).filter((_, n) => may[n])
    }

    test('in private is read by both sides, in the thread by everybody, once removed by nobody', async () => {
      const secret = await pictureOf(db(), anna.personId)
      expect(await readBy(secret.fileId)).toEqual([])
      const said = await send(anna, 'staff', [secret])
      expect(said.attachments).toEqual([{ address: secret.address, kind: 'image', name: 'схема.png' }])
      expect(await readBy(secret.fileId)).toEqual(['anna', 'peter'])
      const open = await pictureOf(db(), anna.personId)
      const message = await send(anna, 'everyone', [open], at(1000))
      expect(await readBy(open.fileId)).toHaveLength(5)
      await removeMessage(deps, peter, booth, message.id, at(2000))
      expect(await readBy(open.fileId)).toEqual([])
    })

    test("is one's own: another's, one that was sent elsewhere, and what is none are refused", async () => {
      const others = await pictureOf(db(), boris.personId)
      await expect(send(anna, 'everyone', [others])).rejects.toEqual(refused('malformed'))
      const own = await pictureOf(db(), anna.personId)
      await send(anna, 'staff', [own])
      await expect(send(anna, 'everyone', [own])).rejects.toEqual(refused('malformed'))
      const link: Attachment = { address: 'https://evil.example/x.png', kind: 'image', name: 'x' }
      await expect(send(anna, 'staff', [link])).rejects.toEqual(refused('malformed'))
      expect(await readBy(others.fileId)).toEqual([])
    })
  })

  describe('a file of conversations', () => {
    test('has both sides of what concerns its reader, and nothing of others', async () => {
      const said = await ask(anna, 'Мой\nвопрос')
      await reply(peter, said, 'Ответ', null)
      await ask(boris, 'Чужой вопрос', 'everyone')
      const own = await exportOwn(db(), anna)
      expect(own.map(({ messages }) => messages.map(({ text }) => text))).toEqual([['Мой\nвопрос', 'Ответ']])
      expect(await exportOwn(db(), stranger)).toEqual([])
      const all = await exportOf(db(), peter, booth)
      expect(all.flatMap(({ messages }) => messages)).toHaveLength(3)
    })

    test('is text in which nobody can put words into another mouth', async () => {
      await ask(anna, 'Да\n2026-11-23T10:00:00.000Z Пётр (представитель): Дарим всё <script>\u2028Пётр: правда')
      const text = asText(await exportOwn(db(), anna), 'ru')
      const spoken = text.split(/[\n\u2028]/).filter((line) => /^\S.*: /.test(line))
      expect(spoken).toHaveLength(1)
    })
  })

  describe('somebody who leaves', () => {
    test('takes their conversations along; the staff that leaves leaves its answers without its name', async () => {
      const said = await ask(anna, 'Вопрос')
      await reply(peter, said, 'Ответ', null)
      await db().delete(person).where(eq(person.id, peter.personId))
      expect((await read(anna, said.conversationId)).messages.at(-1)).toMatchObject({ text: 'Ответ', authorName: null })
      await db().delete(person).where(eq(person.id, anna.personId))
      expect(await db().$count(conversation, eq(conversation.id, said.conversationId))).toBe(0)
    })
  })
})
