import { beforeAll, describe, expect, test } from 'vitest'
import { authUser } from '../../game-server/db/schema/account.ts'
import { person } from '../../game-server/db/schema/person.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { layOut } from '../../game-server/services/layout.ts'
import { publish } from '../../game-server/services/plans.ts'
import { Search } from '../../game-server/services/search.ts'
import type { Whereabouts } from '../../game-server/services/whereabouts.ts'
import { anyLook } from '../../shared/people/look.ts'
import { exhibitor, SMALL_SALON, session } from './content.ts'
import { onEveryDatabase } from './databases.ts'

/** Anna is in the hall, nobody else is. */
const whereabouts: Pick<Whereabouts, 'find'> = {
  find: async (personId) => (personId === 'person-anna' ? { hallId: 'hall-1', roomId: 'room-1' } : null),
}

describe('search', () => {
  onEveryDatabase((db) => {
    let search: Search
    const titles = async (text: string, language: 'ru' | 'en' = 'ru'): Promise<string[]> =>
      (await search.find(text, language)).map(({ title }) => title)

    beforeAll(async () => {
      await arrange(db(), SMALL_SALON)
      await publish(db(), await layOut(db(), { hallSize: null, seed: null }), new Date())
      const people = [
        { id: 'anna', name: 'Анна Липова', findable: true },
        { id: 'alyona', name: 'Алёна', findable: true },
        { id: 'boris', name: 'Борис Липов', findable: false },
      ]
      for (const { id, name, findable } of people) {
        await db()
          .insert(authUser)
          .values({ id, name, email: `${id}@guests.example` })
        await db()
          .insert(person)
          .values({ id: `person-${id}`, userId: id, name, findable, look: anyLook(() => 0), language: 'ru' })
      }
      search = new Search(db(), whereabouts)
    })

    test.each([
      ['школы', 'Лесная школа «Мох»'],
      ['школами', 'Лесная школа «Мох»'],
      ['роботов', 'Роботы «Жестянка»'],
      ['роботов', 'Собираем робота'],
      ['building robots', 'Собираем робота'],
      ['kits', 'Роботы «Жестянка»'],
    ])('knows inflections: «%s» finds «%s»', async (asked, found) => {
      expect(await titles(asked)).toContain(found)
    })

    test.each([
      ['жест', 'Роботы «Жестянка»'],
      ['ян м', 'Янтарный Мыс'],
      ['ambe', 'Янтарный Мыс'],
    ])('works while typing: «%s» finds «%s»', async (asked, found) => {
      expect(await titles(asked)).toEqual([found])
    })

    test.each([
      ['жестянак', 'Роботы «Жестянка»'],
      ['жестянкаа', 'Роботы «Жестянка»'],
      ['янтраный', 'Янтарный Мыс'],
      ['шокла', 'Лесная школа «Мох»'],
      ['лесная шкла', 'Лесная школа «Мох»'],
      ['кедорва', 'Открытие'],
      [';tcnzyrf', 'Роботы «Жестянка»'],
      ['фьиук', 'Янтарный Мыс'],
    ])('forgives: «%s» finds «%s»', async (asked, found) => {
      expect(await titles(asked)).toContain(found)
    })

    test('wants every word', async () => {
      expect(await titles('янтарный робот')).toEqual([])
    })

    test('finds by tag, speaker, track and booth number in either script', async () => {
      expect(await titles('робототехника')).toContain('Роботы «Жестянка»')
      expect(await titles('Анна Кедрова')).toContain('Открытие')
      const [tin] = await search.find('жестянка', 'ru')
      expect(tin).toMatchObject({ type: 'exhibitor', hallId: 'hall-1' })
      expect((await titles('А-01')).length).toBe(1)
      expect(await titles('A01')).toEqual(await titles('А-01'))
    })

    test('ranks a name above a mention', async () => {
      await db()
        .transaction(async (tx) => {
          await arrange(tx, {
            exhibitors: [exhibitor('aside', { description: { ru: 'Мох растёт и у нас. Мох, мох, мох.', en: '' } })],
          })
          const [first] = await new Search(tx, whereabouts).find('мох', 'ru')
          expect(first?.id).toBe('moss')
          throw new Error('undo')
        })
        .catch((error: Error) => expect(error.message).toBe('undo'))
    })

    test('answers in the language asked for, with what is needed to walk there', async () => {
      expect(await search.find('жестянка', 'en')).toMatchObject([
        { type: 'exhibitor', id: 'tin', title: 'Tin Robots', snippet: 'Kits for village schools' },
      ])
      expect(await search.find('открытие', 'ru')).toMatchObject([
        { type: 'session', id: 'opening', startsAt: '2026-05-01T10:00:00.000Z', stageId: 'main', hallId: 'hall-1' },
      ])
      const [workshop] = await search.find('собираем', 'ru')
      const [tin] = await search.find('жестянка', 'ru')
      expect(workshop).toMatchObject({ type: 'session', boothId: (tin as { boothId: string }).boothId })
    })

    test('finds people who allow it, and where they are', async () => {
      expect(await search.find('анна липова', 'ru')).toContainEqual({
        type: 'person',
        id: 'person-anna',
        title: 'Анна Липова',
        snippet: '',
        hallId: 'hall-1',
        roomId: 'room-1',
      })
      expect(await titles('Анна Лиопва')).toContain('Анна Липова')
      expect(await titles('алена')).toEqual(['Алёна'])
      expect(await titles('АЛЁНА')).toEqual(['Алёна'])
    })

    test.each(['Борис', 'борис липов', 'Липов', 'Бори', 'Борис Лиопв', 'person-boris', '%', '_____'])(
      'never finds who does not: «%s»',
      async (asked) => {
        expect(await titles(asked)).not.toContain('Борис Липов')
      },
    )

    test.each(["'", "');drop table person;--", ':*', '& | !', '\\', '\u0000', '🙂', '((((', 'а'.repeat(100), '  '])(
      'takes anything for words and nothing for syntax: %j',
      async (asked) => {
        await expect(search.find(asked, 'ru')).resolves.toBeInstanceOf(Array)
      },
    )

    // Of processor time: on PGlite that is all there is, and other tests may be keeping the machine busy.
    test('answers within 50 ms among 1,000 exhibitors and 800 sessions', { timeout: 120_000 }, async () => {
      await arrange(db(), crowdedSalon())
      const crowded = new Search(db(), whereabouts)
      await crowded.find('разогрев', 'ru')
      const times: number[] = []
      for (const asked of ['шк', 'школа', 'школы города', 'инженер', 'инжинер', 'робототехника', 'урк', 'учитель']) {
        for (let again = 0; again < 3; again++) {
          const before = process.threadCpuUsage()
          await crowded.find(asked, 'ru')
          const { user, system } = process.threadCpuUsage(before)
          times.push((user + system) / 1000)
        }
      }
      times.sort((a, b) => a - b)
      expect(times[Math.floor(times.length / 2)]).toBeLessThan(50)
    })
  })
})

function crowdedSalon() {
  const words = ['школа', 'город', 'инженер', 'урок', 'учитель', 'робототехника', 'наука', 'лес', 'музыка', 'карта']
  const name = (number: number): string =>
    [7, 3, 1].map((step) => words[(number * step + Math.floor(number / 10)) % words.length]).join(' ')
  const text = (number: number) => ({ ru: Array.from({ length: 12 }, (_, i) => name(number + i)).join('. '), en: '' })
  return {
    exhibitors: Array.from({ length: 1000 }, (_, number) =>
      exhibitor(`crowd-${number}`, { name: { ru: `${name(number)} ${number}`, en: '' }, description: text(number) }),
    ),
    sessions: Array.from({ length: 800 }, (_, number) =>
      session(`crowd-${number}`, { title: { ru: name(number), en: '' }, summary: text(number) }),
    ),
  }
}
