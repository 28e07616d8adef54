/** What the API tells organizers of halls, alleys and booths, and how rows of it are put in order. */
import { z } from 'zod'
import { localized } from '../language.ts'

const id = z.string().min(1).max(64)
const moment = z.iso.datetime({ offset: true })

/** Longest stretch of time that figures are asked for, days. */
const LONGEST = 62

/** Of every question: from one moment up to another. Whole hours that are over are told (`footfall.ts`). */
const span = { from: moment, to: moment }
const inOrder = ({ from, to }: { from: string; to: string }): boolean => {
  const length = Date.parse(to) - Date.parse(from)
  return length > 0 && length <= LONGEST * 24 * 60 * 60_000
}
const ORDER = { path: ['to'], message: 'after `from`, and no more than 62 days after it' }

export const spanQuery = z.object(span).refine(inOrder, ORDER)

/** What is counted: people who came to booths. */
const counted = {
  /** Different people; null: one to four of them. */
  visitors: z.number().int().nullable(),
  /** Median of how long each stayed altogether, seconds; null: too few stayed. */
  stay: z.number().int().nullable(),
}
/** The hours that are told: the end is not later than the last one that is over. */
const told = { from: moment, to: moment }

/** The hour in which most were in a hall, and how many on average. */
const busiest = z.object({ at: moment, people: z.number() })

export const hallRow = z.object({ hallId: id, name: localized, ...counted, busiest: busiest.nullable() })
export const alleyRow = z.object({ alleyId: id, hallId: id, name: localized, booths: z.number().int(), ...counted })
export const boothRow = z.object({
  ...{ boothId: id, exhibitorId: id, number: z.string(), name: localized },
  ...{ hallId: id, alleyId: id.nullable() },
  ...counted,
})

/** GET /api/figures/halls */
export const hallFigures = z.object({
  ...told,
  salon: z.object(counted),
  halls: z.array(hallRow),
  alleys: z.array(alleyRow),
})

export const BOOTH_ORDERS = ['number', 'busiest', 'quietest', 'longest'] as const
export type BoothOrder = (typeof BOOTH_ORDERS)[number]

/** GET /api/figures/booths */
export const boothsQuery = z.object({ ...span, order: z.enum(BOOTH_ORDERS).default('number') }).refine(inOrder, ORDER)
export const boothFigures = z.object({ ...told, booths: z.array(boothRow) })

/** GET /api/figures/hours: of the salon, or of what is named. */
export const hoursQuery = z
  .object({ ...span, of: z.enum(['salon', 'hall', 'alley', 'booth']).default('salon'), id: id.optional() })
  .refine(inOrder, ORDER)
export const hourFigures = z.object({
  ...told,
  /** Hours with somebody in them, in order. */
  hours: z.array(z.object({ at: moment, visitors: counted.visitors })),
})

/** GET /api/figures/heatmap */
export const heatQuery = z.object({ ...span, hall: id }).refine(inOrder, ORDER)
export const heatMap = z.object({
  ...told,
  hallId: id,
  /** Cells that may be told, and how long people were there altogether, minutes (`footfall.ts`). */
  cells: z.array(z.object({ x: z.number().int(), z: z.number().int(), minutes: z.number().int() })),
})

/** GET /api/figures/file */
export const fileQuery = z
  .object({ ...span, language: z.enum(['ru', 'en']).default('ru'), bom: z.enum(['0', '1']).default('1') })
  .refine(inOrder, ORDER)

export type HallRow = z.infer<typeof hallRow>
export type BoothRow = z.infer<typeof boothRow>
export type HallFigures = z.infer<typeof hallFigures>
export type BoothFigures = z.infer<typeof boothFigures>
export type HourFigures = z.infer<typeof hourFigures>
export type HeatMap = z.infer<typeof heatMap>
export type Counted = Pick<BoothRow, 'visitors' | 'stay'>

/**
 * Rows in order. Whoever is hidden stands between nobody and the smallest group that is shown, in the order of numbers:
 * their place tells no more than their cell.
 */
export function inBoothOrder(rows: readonly BoothRow[], order: BoothOrder): BoothRow[] {
  const by: Record<BoothOrder, (row: Counted) => number> = {
    number: () => 0,
    busiest: (row) => -visitorsRank(row),
    quietest: visitorsRank,
    longest: (row) => -stayRank(row),
  }
  const rank = by[order]
  return rows.toSorted((a, b) => rank(a) - rank(b) || byNumber(a, b))
}

export const visitorsRank = ({ visitors }: Pick<Counted, 'visitors'>): number => visitors ?? 0.5
export const stayRank = ({ stay }: Pick<Counted, 'stay'>): number => stay ?? 0

const numbers = new Intl.Collator('ru', { numeric: true })
const byNumber = (a: BoothRow, b: BoothRow): number =>
  numbers.compare(a.number, b.number) || (a.boothId < b.boothId ? -1 : 1)
