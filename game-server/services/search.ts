import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { inLanguage, type Language } from '../../shared/language.ts'
import type { SearchHit } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { person, spokenName } from '../db/schema/person.ts'
import { booth } from '../db/schema/plan.ts'
import { session, stage } from '../db/schema/programme.ts'
import { searchEntry, searchWord } from '../db/schema/search.ts'
import { revision } from './content.ts'
import { boothWord, isBoothNumber, searchWords } from './search-text.ts'
import { guesses, inOtherLayout, isKnown } from './spelling.ts'
import type { Whereabouts } from './whereabouts.ts'

const MOST_FOUND = 30
const MOST_PEOPLE = 8
// Of more people who are called so, any are as good: nobody is found among thousands by a first name.
const MOST_CONSIDERED = 300
// Longer questions are sentences: every further word only costs.
const MOST_WORDS = 8
const LONGEST_SNIPPET = 160
// Shorter names are all alike.
const SHORTEST_MISSPELT = 4
// How alike a name is to what was typed (`word_similarity`): first, and where that finds too few.
const NEARLY = 0.7
const ALIKE = 0.45

/** A place in `search_entry`, and how well it answers. */
interface Found {
  readonly type: 'exhibitor' | 'session'
  readonly id: string
  readonly score: number
}

/** A word of the question: what it may mean, and whether it may go on. */
interface Asked {
  readonly ways: readonly string[]
  readonly unfinished: boolean
}

type Question = readonly Asked[]

const typed = (word: string): Asked => ({ ways: [word], unfinished: true })

/** Search over exhibitors, sessions and the people who allow it. */
export class Search {
  private readonly db: Database
  private readonly whereabouts: Pick<Whereabouts, 'find'>
  private vocabulary: { readonly revision: number; readonly words: readonly string[] } | null = null

  constructor(db: Database, whereabouts: Pick<Whereabouts, 'find'>) {
    this.db = db
    this.whereabouts = whereabouts
  }

  /**
   * What `text` asks for, best first, in `language`. Every word must occur, as typed so far or in another inflection.
   * Where nothing is called so, the other keyboard layout is tried, then words that are spelt alike.
   */
  async find(text: string, language: Language): Promise<SearchHit[]> {
    const words = searchWords(text).slice(0, MOST_WORDS)
    if (words.length === 0) return []
    const [people, found] = await Promise.all([this.people(words), this.entries(text, words)])
    return [...people, ...(await this.describe(found, language))].slice(0, MOST_FOUND)
  }

  private async entries(text: string, words: readonly string[]): Promise<Found[]> {
    const atBooth = isBoothNumber(text) ? await this.match([typed(boothWord(text))]) : []
    if (atBooth.length > 0) return atBooth
    const asTyped = await this.match(words.map(typed))
    if (asTyped.length > 0) return asTyped
    const vocabulary = await this.words()
    const swapped = searchWords(inOtherLayout(text)).slice(0, MOST_WORDS)
    const otherLayout = swapped.length > 0 && swapped.every((word) => isKnown(word, vocabulary))
    if (otherLayout) return this.match(swapped.map(typed))
    const meant = words.map((word) =>
      isKnown(word, vocabulary) ? typed(word) : { ways: guesses(word, vocabulary), unfinished: false },
    )
    return meant.every(({ ways }) => ways.length > 0) ? this.match(meant) : []
  }

  private match(question: Question): Promise<Found[]> {
    const begun = tsquery(question)
    const whole = tsquery(question.map(({ ways }) => ({ ways, unfinished: false })))
    // A word that is there as a whole tells more than one that only begins so; weights are those of D, C, B, A.
    const score = sql<number>`ts_rank('{0.05, 0.1, 0.5, 1}', ${searchEntry.document}, ${begun})
      + 2 * ts_rank('{0.05, 0.1, 0.5, 1}', ${searchEntry.document}, ${whole})`.mapWith(Number)
    return this.db
      .select({ type: searchEntry.type, id: searchEntry.id, score })
      .from(searchEntry)
      .where(sql`${searchEntry.document} @@ ${begun}`)
      .orderBy(desc(score), asc(searchEntry.id))
      .limit(MOST_FOUND)
  }

  private async people(words: readonly string[]): Promise<SearchHit[]> {
    const asked = words.join(' ')
    const rows = await this.db.transaction(async (tx) => {
      // Of a letter or two the planner believes that they are everywhere, and reads everybody to find nobody.
      await set(tx, 'enable_seqscan', 'off')
      const exactly = await called(tx, asked)
      return exactly.length > 0 || asked.length < SHORTEST_MISSPELT ? exactly : misspelt(tx, asked)
    })
    return Promise.all(
      rows.map(async ({ id, name, position, organisation, visibleTo }) => {
        const place = await this.whereabouts.find(id)
        const where = { hallId: place?.hallId ?? null, roomId: place?.roomId ?? null }
        const shown = visibleTo === 'everyone' ? [position, organisation].filter((one) => one !== '') : []
        return { type: 'person', id, title: name, snippet: shown.join(', '), ...where } as const
      }),
    )
  }

  private async describe(found: readonly Found[], language: Language): Promise<SearchHit[]> {
    const idsOf = (type: Found['type']): string[] => found.filter((one) => one.type === type).map(({ id }) => id)
    const hits = new Map<string, SearchHit>()
    for (const hit of await this.exhibitors(idsOf('exhibitor'), language)) hits.set(`exhibitor ${hit.id}`, hit)
    for (const hit of await this.sessions(idsOf('session'), language)) hits.set(`session ${hit.id}`, hit)
    return found.flatMap(({ type, id }) => hits.get(`${type} ${id}`) ?? [])
  }

  private async exhibitors(ids: readonly string[], language: Language): Promise<SearchHit[]> {
    if (ids.length === 0) return []
    const rows = await this.db
      .selectDistinctOn([exhibitor.id], {
        id: exhibitor.id,
        name: exhibitor.name,
        summary: exhibitor.summary,
        boothId: booth.id,
        hallId: booth.hallId,
      })
      .from(exhibitor)
      .leftJoin(booth, eq(booth.exhibitorId, exhibitor.id))
      .where(inArray(exhibitor.id, [...ids]))
      .orderBy(asc(exhibitor.id), asc(booth.number))
    return rows.map(({ id, name, summary, boothId, hallId }) => ({
      type: 'exhibitor',
      id,
      title: inLanguage(name, language),
      snippet: shortened(inLanguage(summary, language)),
      boothId,
      hallId,
    }))
  }

  private async sessions(ids: readonly string[], language: Language): Promise<SearchHit[]> {
    if (ids.length === 0) return []
    const rows = await this.db
      .selectDistinctOn([session.id], {
        id: session.id,
        title: session.title,
        summary: session.summary,
        startsAt: session.startsAt,
        stageId: session.stageId,
        stageHall: stage.hallId,
        boothId: booth.id,
        boothHall: booth.hallId,
      })
      .from(session)
      .leftJoin(stage, eq(stage.id, session.stageId))
      .leftJoin(booth, eq(booth.exhibitorId, session.exhibitorId))
      .where(inArray(session.id, [...ids]))
      .orderBy(asc(session.id), asc(booth.number))
    return rows.map(({ id, title, summary, startsAt, stageId, stageHall, boothId, boothHall }) => ({
      type: 'session',
      id,
      title: inLanguage(title, language),
      snippet: shortened(inLanguage(summary, language)),
      startsAt: startsAt.toISOString(),
      stageId,
      boothId,
      hallId: stageHall ?? boothHall,
    }))
  }

  private async words(): Promise<readonly string[]> {
    const present = await revision(this.db)
    if (this.vocabulary?.revision !== present) {
      const rows = await this.db.select().from(searchWord)
      this.vocabulary = { revision: present, words: rows.map(({ word }) => word) }
    }
    return this.vocabulary.words
  }
}

const NAME = spokenName(person)

/** People called so. A word that is there as a whole comes before one that only begins so. */
async function called(db: Database, asked: string) {
  const like = (...patterns: string[]) => or(...patterns.map((one) => sql`${NAME} like ${one}`))
  const whole = await whoAllows(db, asked, like(asked, `${asked} %`, `% ${asked}`, `% ${asked} %`))
  if (whole.length === MOST_PEOPLE) return whole
  const begun = await whoAllows(db, asked, like(`${asked}%`, `% ${asked}%`))
  const known = new Set(whole.map(({ id }) => id))
  return [...whole, ...begun.filter(({ id }) => !known.has(id))].slice(0, MOST_PEOPLE)
}

/** Names that are nearly the same, or where they are few, alike. */
async function misspelt(db: Database, asked: string) {
  const alike = async (least: number) => {
    await set(db, 'pg_trgm.word_similarity_threshold', String(least))
    return whoAllows(db, asked, sql`${asked} <% ${NAME}`)
  }
  const nearly = await alike(NEARLY)
  return nearly.length === MOST_PEOPLE ? nearly : alike(ALIKE)
}

/** For this transaction. */
const set = (tx: Database, name: string, to: string) => tx.execute(sql`select set_config(${name}, ${to}, true)`)

/** People who match, of those who have said that they may be found. */
function whoAllows(db: Database, asked: string, matches: SQL | undefined) {
  const { id, name, position, organisation, visibleTo } = person
  const some = db
    .select({ id, name, position, organisation, visibleTo })
    .from(person)
    .where(and(eq(person.findable, true), matches))
    .limit(MOST_CONSIDERED)
    .as('some')
  return db
    .select()
    .from(some)
    .orderBy(desc(sql`word_similarity(${asked}, ${spokenName(some)})`), asc(some.name))
    .limit(MOST_PEOPLE)
}

/** All of the words, each in one of its ways. Words are letters and digits only, so nothing in them is syntax. */
function tsquery(question: Question): SQL {
  const conditions = question.map(({ ways, unfinished }) => {
    const any = ways.map((way) => (unfinished ? `${way}:*` : way)).join(' | ')
    return sql`(to_tsquery('russian', ${any}) || to_tsquery('simple', ${any}))`
  })
  return sql`(${sql.join(conditions, sql` && `)})`
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SNIPPET) return text
  const cut = text.slice(0, LONGEST_SNIPPET)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SNIPPET / 2))}…`
}
