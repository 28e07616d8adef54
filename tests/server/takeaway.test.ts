import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { takeawayLink } from '../../game-server/db/schema/briefcase.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { annotate, put } from '../../game-server/services/briefcase.ts'
import { writeCard } from '../../game-server/services/cards.ts'
import { answer, ask } from '../../game-server/services/cards-exchange.ts'
import type { Letter } from '../../game-server/services/letters.ts'
import { type Archive, archive, takeAway } from '../../game-server/services/takeaway.ts'
import type { Sources, Takeaway, TakenThing } from '../../game-server/services/takeaway-contents.ts'
import { endLinks, follow, lookUp, ownLinks, sendLink } from '../../game-server/services/takeaway-links.ts'
import { page } from '../../game-server/services/takeaway-page.ts'
import { exhibitor, SMALL_SALON, session } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'

const ATTACK = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
const PUBLIC_URL = 'https://salon.example'

/** Every file of an archive, as an independent reader finds it. */
async function unpacked({ stream }: Archive): Promise<Map<string, Buffer>> {
  const zip = await buffer(stream)
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>()
    fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (error, reader) => {
      if (error) return reject(error)
      reader.on('entry', (entry: { fileName: string }) =>
        reader.openReadStream(entry as never, async (failed, file) => {
          if (failed) return reject(failed)
          files.set(entry.fileName, await buffer(file))
          reader.readEntry()
        }),
      )
      reader.on('end', () => resolve(files)).on('error', reject)
      reader.readEntry()
    })
  })
}

describe('an archive', () => {
  const thing = (change: Partial<TakenThing>): TakenThing => ({
    ...{ kind: 'material', title: 'Каталог', exhibitor: 'Жестянка', note: '', stars: 0, gone: false },
    ...{ page: null, file: null, session: null, ...change },
  })
  const EMPTY: Takeaway = {
    ...{ language: 'ru', salon: { name: { ru: 'Салон', en: 'Salon' }, timeZone: 'Europe/Moscow' }, owner: 'Анна' },
    ...{ madeAt: new Date('2027-04-12T07:30:00Z'), contacts: [], things: [] },
  }

  test('of an empty briefcase says so, in a page and a table', async () => {
    const { name } = archive(EMPTY, PUBLIC_URL)
    expect(name).toBe('Портфель 2027-04-12.zip')
    const files = await unpacked(archive(EMPTY, PUBLIC_URL))
    expect([...files.keys()]).toEqual(['index.html', 'index.csv'])
    expect(files.get('index.html')?.toString()).toContain('Портфель пока пуст.')
  })

  test('opens its files one after another and reads them piece by piece', async () => {
    let open = 0
    let most = 0
    let ahead = 0
    const big = {
      bytes: 64 * 2 ** 20,
      read: async () => {
        most = Math.max(most, ++open)
        let sent = 0
        return new Readable({
          read() {
            ahead = Math.max(ahead, ++sent - taken)
            this.push(sent > 64 ? null : Buffer.alloc(2 ** 20, sent))
          },
        }).once('close', () => open--)
      },
    }
    const things = [1, 2, 3].map((n) => thing({ file: { path: `Материалы/${n}.pdf`, stored: big } }))
    const { stream } = archive({ ...EMPTY, things }, PUBLIC_URL)
    let taken = 0
    let bytes = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      taken = Math.floor(bytes / 2 ** 20) % 64
    }
    expect(bytes).toBeGreaterThan(192 * 2 ** 20)
    expect(most).toBe(1)
    expect(ahead).toBeLessThan(16)
  })

  test('that nobody reads to the end leaves no file open', async () => {
    let closed = false
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(2 ** 16))
      },
    }).once('close', () => {
      closed = true
    })
    const stored = { bytes: 1, read: async () => endless }
    const { stream } = archive({ ...EMPTY, things: [thing({ file: { path: 'a.pdf', stored } })] }, PUBLIC_URL)
    for await (const _ of stream) if (endless.readableDidRead) break
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(closed).toBe(true)
  })

  test('breaks off when a file cannot be read, and takes nothing else down', async () => {
    const stored = { bytes: 1, read: () => Promise.reject(new Error('gone')) }
    const { stream } = archive({ ...EMPTY, things: [thing({ file: { path: 'a.pdf', stored } })] }, PUBLIC_URL)
    await expect(buffer(stream)).rejects.toThrow('gone')
  })

  test('has a page in which nothing runs and nothing loads, whatever people wrote', () => {
    const card = {
      ...{ id: 'x', personId: 'x', name: ATTACK, organisation: ATTACK, position: ATTACK, email: `a@b.c?${ATTACK}` },
      ...{ phone: ATTACK, links: ['https://example.org/"onmouseover="alert(1)'], exhibitorId: null, since: '' },
    }
    const contact = { card, path: `Контакты/${ATTACK}.vcf`, title: ATTACK, exhibitor: ATTACK, note: ATTACK, stars: 3 }
    const things = [thing({ title: ATTACK, exhibitor: ATTACK, note: ATTACK, page: 'https://example.org/"x' })]
    const html = page({
      ...EMPTY,
      owner: ATTACK,
      salon: { ...EMPTY.salon, name: { ru: ATTACK, en: '' } },
      contacts: [contact],
      things,
    })
    expect(html).not.toMatch(/<script|<img|<iframe|<link|<object|url\(|@import/i)
    expect(html).not.toMatch(/<[^>]*\son\w+=/i)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(addresses.every((one) => /^(https:\/\/|mailto:|tel:|%D0)/.test(one))).toBe(true)
  })
})

onEveryDatabase((db) => {
  beforeAll(async () => {
    const exhibitors = [
      ...SMALL_SALON.exhibitors,
      exhibitor('evil', { name: { ru: '../../x', en: '' }, website: 'javascript:alert(1)' }),
    ]
    await arrange(db(), {
      ...SMALL_SALON,
      exhibitors,
      sessions: [...SMALL_SALON.sessions, session('lesson', { title: { ru: 'Урок; с роботом', en: 'Lesson' } })],
    })
  })

  const sources = (): Sources => ({ db: db(), publicUrl: PUBLIC_URL, findFile: async () => null })
  const exchange = async (from: { personId: string }, to: { personId: string }) =>
    answer(db(), to, (await ask(db(), from, { personId: to.personId, exhibitorId: null })).id, true)
  const read = async (who: { personId: string }) => {
    const files = await unpacked(await takeAway(sources(), who))
    return { names: [...files.keys()], text: (name: string) => files.get(name)?.toString() ?? '' }
  }

  describe('a briefcase taken away', () => {
    test('has everything: cards, notes, stars, sessions for the calendar, a table', async () => {
      const anna = await somebody(db(), { name: 'Анна' })
      const contact = { name: 'Борис Жестянкин', organisation: 'Жестянка; ООО', position: '=HYPERLINK("http://x")' }
      const namesakes = [await somebody(db(), contact), await somebody(db(), contact)]
      for (const one of namesakes) {
        await writeCard(db(), one, {
          email: null,
          phone: '+7 900 000-00-00',
          links: [],
          fields: ['organisation', 'position', 'email', 'phone'],
        })
        await exchange(anna, one)
      }
      const note = '+cmd|calc\nвторая строка'
      await annotate(db(), anna, (await put(db(), anna, { kind: 'booth', exhibitorId: 'tin' })).id, { note, stars: 4 })
      await put(db(), anna, { kind: 'session', id: 'lesson' })
      const { names, text } = await read(anna)
      expect(names.toSorted()).toEqual(
        [
          'index.csv',
          'index.html',
          'Все контакты.vcf',
          'Контакты/Борис Жестянкин (2).vcf',
          'Контакты/Борис Жестянкин.vcf',
          'События.ics',
        ].toSorted(),
      )
      const cards = ICAL.parse(text('Все контакты.vcf')) as unknown[]
      expect(cards).toHaveLength(2)
      expect(text('Контакты/Борис Жестянкин.vcf')).toContain('TEL;VALUE=text:+7 900 000-00-00')
      const events = new ICAL.Component(
        ICAL.parse(text('События.ics')) as [string, unknown[], unknown[]],
      ).getAllSubcomponents('vevent')
      expect(events.map((one) => new ICAL.Event(one).summary)).toEqual(['Урок; с роботом'])
      expect(text('События.ics')).toContain('https://salon.example/session/lesson')
      const rows: Record<string, string>[] = parse(text('index.csv'), { bom: true, columns: true })
      expect(rows).toContainEqual(
        expect.objectContaining({ Что: 'Стенд', Название: 'Роботы «Жестянка»', Оценка: '4', Заметка: `'${note}` }),
      )
      expect(rows).toContainEqual(
        expect.objectContaining({ Должность: `'${contact.position}`, Телефон: "'+7 900 000-00-00" }),
      )
      expect(text('index.html')).toContain('★★★★')
    })

    test('speaks its owner’s language, and leads nowhere but to pages', async () => {
      const anna = await somebody(db(), { language: 'en' })
      await put(db(), anna, { kind: 'booth', exhibitorId: 'evil' })
      const { names, text } = await read(anna)
      expect(names).toEqual(['index.html', 'index.csv'])
      expect(text('index.html')).toContain('<html lang="en">')
      expect(text('index.html') + text('index.csv')).not.toContain('javascript:')
    })

    test('is nobody else’s', async () => {
      await expect(takeAway(sources(), null)).rejects.toMatchObject({ reason: 'not-entered' })
      const [anna, boris] = [await somebody(db()), await somebody(db())]
      await put(db(), anna, { kind: 'booth', exhibitorId: 'tin' })
      expect((await read(boris)).text('index.html')).not.toContain('Жестянка')
    })
  })

  describe('a link in a letter', () => {
    const letters: (Letter & { to: string })[] = []
    const deps = () => ({
      db: db(),
      publicUrl: PUBLIC_URL,
      write: async (to: string, letter: Letter) => void letters.push({ to, ...letter }),
    })
    const sent = async (who: { personId: string }) => {
      await sendLink(deps(), who)
      const letter = letters.at(-1)
      return {
        to: letter?.to,
        html: letter?.html ?? '',
        token: /\/briefcase#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '',
      }
    }

    test('goes to the proved address only, and leads to the briefcase as it is then', async () => {
      const anna = await somebody(db())
      const { to, token, html } = await sent(anna)
      expect(to).toBe(anna.email)
      expect(html).toContain(`href="https://salon.example/briefcase#${token}"`)
      await put(db(), anna, { kind: 'booth', exhibitorId: 'tin' })
      expect((await unpacked(await follow(sources(), token))).get('index.html')?.toString()).toContain('Жестянка')
      const guest = await somebody(db(), { guest: true })
      await expect(sendLink(deps(), guest)).rejects.toMatchObject({ reason: 'no-account' })
      await expect(sendLink(deps(), null)).rejects.toMatchObject({ reason: 'not-entered' })
    })

    test('is not stored as it is, and leads nowhere once ended or too old', async () => {
      const anna = await somebody(db())
      const [first, second] = [await sent(anna), await sent(anna)]
      expect(JSON.stringify(await db().select().from(takeawayLink))).not.toContain(first.token)
      expect(await ownLinks(db(), anna)).toHaveLength(2)
      await db()
        .update(takeawayLink)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(takeawayLink.personId, anna.personId))
      await expect(lookUp(db(), first.token)).rejects.toMatchObject({ reason: 'not-found' })
      expect(await ownLinks(db(), anna)).toEqual([])
      const third = await sent(anna)
      const boris = await somebody(db())
      await endLinks(db(), boris)
      await lookUp(db(), third.token)
      await endLinks(db(), anna)
      for (const { token } of [second, third, { token: 'A'.repeat(43) }]) {
        await expect(follow(sources(), token)).rejects.toMatchObject({ reason: 'not-found' })
      }
    })

    test('is asked for five times an hour at most, also all at once', async () => {
      const anna = await somebody(db())
      const asked = await Promise.allSettled(Array.from({ length: 8 }, () => sendLink(deps(), anna)))
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
      expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'too-often' } })
    })
  })
})
