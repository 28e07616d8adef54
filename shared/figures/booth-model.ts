/** Figures of a booth as the API tells them. A number that is null is hidden: of fewer than five people, or a way to them. */
import { z } from 'zod'
import { localized } from '../language.ts'
import { LEAD_STATUSES } from '../leads/model.ts'

const id = z.string().min(1).max(64)
const date = z.iso.date()
const people = z.number().int().nullable()

/**
 * Query of GET /api/exhibitors/{id}/figures. Both dates left out, or the first and last of `days`: all days. The same date
 * twice: that day. Nothing between: from overlapping stretches of days smaller groups would follow (docs/decisions/039).
 */
export const figuresQuery = z.object({
  from: date.optional(),
  to: date.optional(),
  by: z.enum(['day', 'hour']).optional(),
})
export type FiguresQuery = z.infer<typeof figuresQuery>

/** How long visitors stayed altogether, seconds, in steps of five: half of them as long as `median` or longer. */
const dwell = z.object({ lower: z.number().int(), median: z.number().int(), upper: z.number().int() })
export type Dwell = z.infer<typeof dwell>

/** The main numbers of a period. */
const headline = z.object({
  /** Different people. */
  visitors: people,
  /** How often the booth was entered. */
  visits: people,
  /** Null: hidden, or nobody stayed. */
  dwell: dwell.nullable(),
  /** Different people who put something into their briefcase. */
  takers: people,
  questions: people,
  /** Different people who exchanged cards. */
  cards: people,
})
export type Headline = z.infer<typeof headline>

/** From `from` seconds, up to `to` (null: no limit). */
const dwellBand = z.object({ from: z.number().int(), to: z.number().int().nullable(), people })

/** What a film, material or product is called: null, where the booth shows it no more; of the booth itself: null. */
const named = { subject: id.nullable(), name: localized.nullable() }

/** Different people who reached each part of a film: began, a quarter, half, three quarters, the end. */
const filmFigures = z.object({ ...named, reached: z.array(people).length(5) })

/** What can be opened or taken; `gone`: the booth shows it no more. */
const THING_KINDS = ['booth', 'product', 'material', 'session', 'gone'] as const
const thing = z.object({ ...named, kind: z.enum(THING_KINDS), opened: people, taken: people })

/** Questions that were asked, and those answered at all, within a day, an hour, five minutes. */
const questionSteps = z.object({ asked: people, answered: people, day: people, hour: people, minutes: people })

export const boothFigures = z.object({
  timeZone: z.string(),
  /** Figures are told up to this moment. */
  until: z.iso.datetime({ offset: true }),
  /** Days that can be asked for, in the salon's time zone; none before it opens. */
  days: z.array(date),
  /** The day that is told; null: all of `days`. */
  day: date.nullable(),
  total: headline,
  /** Of the day before, where one day is told and there is one. */
  before: headline.nullable(),
  /** Different people by day, `YYYY-MM-DD`, or by hour of the day, `HH:00`. */
  series: z.object({ by: z.enum(['day', 'hour']), visitors: z.array(z.object({ at: z.string(), people })) }),
  dwell: z.array(dwellBand),
  films: z.array(filmFigures),
  /** Most taken first, then most opened. */
  things: z.array(thing),
  questions: questionSteps,
  /** All of the exhibitor's leads as they are now. */
  leads: z.object({ all: people, byStatus: z.array(z.object({ status: z.enum(LEAD_STATUSES), people })) }),
})
export type BoothFigures = z.infer<typeof boothFigures>
export type FilmFigures = z.infer<typeof filmFigures>
export type ThingFigures = z.infer<typeof thing>
