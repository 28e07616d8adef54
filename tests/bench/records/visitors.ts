import type { Database } from '../../../game-server/db/database.ts'
import { exhibitor } from '../../../game-server/db/schema/exhibitor.ts'
import { ownBriefcase, put, remove } from '../../../game-server/services/briefcase.ts'
import { eraseRecords, recordsOf } from '../../../game-server/services/personal-data.ts'
import { Search } from '../../../game-server/services/search.ts'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { p95, pretending, type Question, rounded, worstP95 } from './measure.ts'
import { type Scale, visitor } from './seed.ts'

/** What people type, key by key or at once. */
const TYPED = {
  'one letter': ['а', 'е', 'и', 'о', 'с', 'к', 'w'],
  'two letters': ['ан', 'ел', 'ив', 'шк', 'ро', 'ку'],
  'a usual name': ['анна', 'елена', 'Ольга', 'наталья', 'Екатерина'],
  'a name begun': ['еле', 'ната', 'екат', 'иван', 'смир'],
  'a surname': ['Кедрова', 'иванова', 'смирновская', 'вольнюка', 'ерш'],
  'both names': ['Елена Иванова', 'анна кедрова', 'иванова елена', 'ольга соловьенко'],
  'a name misspelt': ['елна', 'алексадр', 'наталя ивнова', 'екатирина', 'кидрова'],
  'the other layout': ['fyyf', 'ikola', 'hj,jn', 'tktyf'],
  'what is there': ['робот', 'школа', 'физика для малышей', 'лаборатория', 'books', 'Б-014', 'программа'],
  nothing: ['xyzzy', 'щщщщ', 'квантовая телепортация слонов'],
}

/** Search over people and the salon, and the same without the indexes that are there for it. */
export async function searchFigures(db: Database): Promise<Record<string, number>> {
  const searchP95Ms = await worstP95('search', questions(db))
  const naiveMs = await pretending(
    db,
    ['drop index person_findable_name', 'drop index search_entry_document', 'set local jit = off'],
    (tx) => worstP95('search without indexes', questions(tx), 3),
  )
  return { searchP95Ms, searchUnindexedP95Ms: naiveMs, searchUnindexedRatio: rounded(naiveMs / searchP95Ms) }
}

function questions(db: Database): Record<string, Question> {
  const search = new Search(db, { find: async () => null })
  return Object.fromEntries(
    Object.entries(TYPED).map(([kind, texts]) => [
      kind,
      (n: number) => search.find(texts[n % texts.length] ?? '', n % 9 === 0 ? 'en' : 'ru'),
    ]),
  )
}

/** What visitors ask about what is theirs; briefcases without their indexes. */
export async function visitorFigures(db: Database, { visitors }: Scale): Promise<Record<string, number>> {
  const random = randomFrom(2021)
  const anybody = () => visitor(Math.floor(visitors * random() ** 2))
  const booths = await db.select({ id: exhibitor.id }).from(exhibitor)
  const taking: Question = (n) =>
    put(db, anybody(), { kind: 'booth', exhibitorId: booths[n % booths.length]?.id ?? '' })
  const briefcaseP95Ms = await worstP95('briefcase', {
    'the fullest': (n) => ownBriefcase(db, visitor(n % 5)),
    anybody: () => ownBriefcase(db, anybody()),
    'something put in': taking,
    'something taken out': async () => {
      const who = anybody()
      const [item] = await ownBriefcase(db, who)
      if (item) await remove(db, who, item.id)
    },
    'all records of the busiest': (n) => recordsOf(db, visitor(n % 5)),
    'all records of somebody': () => recordsOf(db, anybody()),
  })
  const oneMs = await p95(() => ownBriefcase(db, anybody()))
  const naiveMs = await pretending(
    db,
    [
      'alter table briefcase_item drop constraint briefcase_item_once',
      'drop index briefcase_item_person_id_put_at_index',
    ],
    (tx) => p95(() => ownBriefcase(tx, anybody()), 10),
  )
  return {
    ...{ briefcaseP95Ms, briefcaseUnindexedP95Ms: naiveMs, briefcaseUnindexedRatio: rounded(naiveMs / oneMs) },
  }
}

/** Everything about somebody goes. */
export const erasureFigures = async (db: Database, { visitors }: Scale): Promise<Record<string, number>> => ({
  erasedP95Ms: await worstP95('erased', { somebody: (n) => eraseRecords(db, visitor(visitors - 1 - n)) }, 30),
})
