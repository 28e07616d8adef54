/**
 * Figures of a booth: from exact counts to what may be shown of them.
 *
 * There are few questions to ask: all days, or one of them. So every number has a place in a small tree (all days, a day,
 * its hours), and what is hidden is decided over the whole tree, whichever part of it is asked for: no two answers tell
 * more than one.
 */
import { LEAD_STATUSES, type LeadStatus } from '../leads/model.ts'
import type { BoothFigures, Dwell, Headline } from './booth-model.ts'
import { shownParts, shownSteps } from './small-groups.ts'

/** Something counted: over all days, and on each of them in their order. */
export interface Counted<T = number> {
  readonly whole: T
  readonly days: readonly T[]
}

/** Quartiles of seconds; null: nobody stayed. */
export type Quartiles = readonly [lower: number, median: number, upper: number] | null

/** What was counted of a booth. Different people, where nothing else is said. */
export interface BoothCounts {
  readonly visitors: Counted
  readonly entered: Counted
  /** Times, not people. */
  readonly visits: Counted
  readonly stayed: Counted
  readonly quartiles: Counted<Quartiles>
  /** Of those who stayed: by `DWELL_BANDS`. */
  readonly dwell: readonly Counted[]
  readonly takers: Counted
  readonly met: Counted
  /** Began, a quarter, half, three quarters, the end. */
  readonly films: readonly { readonly subject: string | null; readonly reached: readonly Counted[] }[]
  readonly things: readonly { readonly subject: string | null; readonly opened: Counted; readonly taken: Counted }[]
  readonly questions: readonly Asked[]
  readonly leads: Readonly<Partial<Record<LeadStatus, number>>>
}

/** A question: who asked, on which of the days, and after how long it was answered, ms. */
export interface Asked {
  readonly asker: string
  readonly day: number
  readonly answeredAfter: number | null
}

/** Where bands of dwell begin, seconds. */
export const DWELL_BANDS = [0, 60, 180, 600] as const

/** What of a film counts as the end, and as parts of it. Players stop a moment early. */
export const FILM_STEPS = [0, 0.25, 0.5, 0.75, 0.98] as const

/** Which part of the tree is told: a day by its place among the days; null: all of them. */
export type Place = number | null

type Told = Pick<BoothFigures, 'total' | 'dwell' | 'questions' | 'leads'> & {
  readonly films: readonly Omit<BoothFigures['films'][number], 'name'>[]
  readonly things: readonly Omit<BoothFigures['things'][number], 'name' | 'kind'>[]
}

export function told(counts: BoothCounts, place: Place): Told {
  return {
    total: headlineOf(counts, place),
    dwell: dwellOf(counts, place),
    films: counts.films.map(({ subject, reached }) => ({ subject, reached: steps(reached, place) })),
    things: thingsOf(counts, place),
    questions: questionsOf(counts.questions, counts.visitors.days.length, place),
    leads: leadsOf(counts.leads),
  }
}

export function headlineOf(counts: BoothCounts, place: Place): Headline {
  return {
    visitors: shown(counts.visitors, place),
    visits: mayShow(counts.entered, place) ? of(counts.visits, place) : null,
    dwell: mayShow(counts.stayed, place) ? rounded(of(counts.quartiles, place)) : null,
    takers: shown(counts.takers, place),
    questions: questionsOf(counts.questions, counts.visitors.days.length, place).asked,
    cards: shown(counts.met, place),
  }
}

/** Visitors on each of the days. */
export const visitorsByDay = ({ visitors }: BoothCounts): (number | null)[] =>
  visitors.days.map((_, place) => shown(visitors, place))

/** Visitors in the hours of one day. */
export function visitorsByHour({ visitors }: BoothCounts, place: number, hours: readonly number[]): (number | null)[] {
  if (!mayShow(visitors, place)) return hours.map(() => null)
  const { parts } = shownParts(hours, of(visitors, place))
  return hours.map((people, at) => (parts[at] ? people : null))
}

const of = <T>({ whole, days }: Counted<T>, place: Place): T => (place === null ? whole : (days[place] as T))

/** Whether people may be shown beside those of all days and of every single one. */
function mayShow({ whole, days }: Counted, place: Place): boolean {
  const shows = shownParts(days, whole)
  return place === null ? shows.whole : shows.parts[place] === true
}

const shown = (people: Counted, place: Place): number | null => (mayShow(people, place) ? of(people, place) : null)

function steps(reached: readonly Counted[], place: Place): (number | null)[] {
  const shows = shownSteps(reached.map((one) => of(one, place)))
  return reached.map((one, at) => (shows[at] ? shown(one, place) : null))
}

function dwellOf({ dwell, stayed }: BoothCounts, place: Place): BoothFigures['dwell'] {
  const bands = dwell.map((one) => of(one, place))
  const { parts } = shownParts(bands, of(stayed, place))
  return DWELL_BANDS.map((from, at) => {
    const band = dwell[at]
    const to = DWELL_BANDS[at + 1] ?? null
    return { from, to, people: band && parts[at] && mayShow(stayed, place) ? shown(band, place) : null }
  })
}

function thingsOf({ things, takers }: BoothCounts, place: Place): Told['things'] {
  const { parts } = shownParts(
    things.map(({ taken }) => of(taken, place)),
    of(takers, place),
  )
  return things
    .map(({ subject, opened, taken }, at) => ({
      subject,
      opened: shown(opened, place),
      taken: parts[at] ? shown(taken, place) : null,
    }))
    .filter(({ opened, taken }) => opened !== 0 || taken !== 0)
    .toSorted((a, b) => rank(b.taken) - rank(a.taken) || rank(b.opened) - rank(a.opened) || order(a.subject, b.subject))
}

/** What is hidden stands between nothing and the smallest group: its place tells no more than its cell. */
const rank = (people: number | null): number => people ?? 0.5
const order = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1)

const MINUTE = 60_000
/** Asked; answered; within a day, an hour, five minutes. */
const ANSWERED: readonly ((after: number | null) => boolean)[] = [
  () => true,
  (after) => after !== null,
  (after) => after !== null && after <= 24 * 60 * MINUTE,
  (after) => after !== null && after <= 60 * MINUTE,
  (after) => after !== null && after <= 5 * MINUTE,
]

/** Counted are questions, but groups are people: whoever asks ten is one person. */
function questionsOf(questions: readonly Asked[], days: number, place: Place): BoothFigures['questions'] {
  const asked = questions.filter(({ day }) => place === null || day === place)
  const reaching = ANSWERED.map((reaches) => asked.filter(({ answeredAfter }) => reaches(answeredAfter)))
  const shows = shownSteps(
    reaching.map((reached) => askers(reached)),
    (from, to) => {
      const still = new Set(reaching[to])
      return askers((reaching[from] ?? []).filter((one) => !still.has(one)))
    },
  )
  const [all, answered, day, hour, minutes] = reaching.map((reached, at) => {
    const everyDay = questions.filter(({ answeredAfter }) => ANSWERED[at]?.(answeredAfter))
    const people = { whole: askers(everyDay), days: byDay(everyDay, days).map(askers) }
    return shows[at] && mayShow(people, place) ? reached.length : null
  })
  return {
    ...{ asked: all ?? null, answered: answered ?? null },
    ...{ day: day ?? null, hour: hour ?? null, minutes: minutes ?? null },
  }
}

const askers = (questions: readonly Asked[]): number => new Set(questions.map(({ asker }) => asker)).size

const byDay = (questions: readonly Asked[], days: number): Asked[][] =>
  Array.from({ length: days }, (_, place) => questions.filter(({ day }) => day === place))

function leadsOf(leads: BoothCounts['leads']): BoothFigures['leads'] {
  const counts = LEAD_STATUSES.map((status) => leads[status] ?? 0)
  const all = counts.reduce((sum, n) => sum + n, 0)
  const shows = shownParts(counts, all)
  const byStatus = LEAD_STATUSES.map((status, at) => ({
    status,
    people: shows.parts[at] ? (counts[at] ?? 0) : null,
  }))
  return { all: shows.whole ? all : null, byStatus }
}

/** In steps of five seconds: nobody recognises their own. */
function rounded(quartiles: Quartiles): Dwell | null {
  if (!quartiles) return null
  const [lower, median, upper] = quartiles.map((seconds) => Math.round(seconds / 5) * 5) as [number, number, number]
  return { lower, median, upper }
}
