/**
 * Footfall: how long people were where in a hall, as sums that lead back to nobody.
 *
 * The floor is divided into square cells around the hall's middle and time into hours. Each cell of each hour is told as
 * a whole or not at all: with fewer than `MIN_GROUP` people in it, it is part of no sum. So whatever stretches of time are
 * added up or taken from one another, what comes out is made of groups that are large enough. An hour is told once it is
 * over: nobody can watch a sum grow by one person's minutes.
 */
import type { Point } from '../floorplan/point.ts'
import { MIN_GROUP } from './small-groups.ts'

/** Side of a cell, metres: about the forecourt of a booth. */
export const FOOTFALL_CELL = 4

export const HOUR = 60 * 60_000

/**
 * How long after its end an hour is told, ms: what browsers report may be ten minutes old, and halls write their sums
 * once a minute.
 */
const SETTLES = 15 * 60_000

/** A cell by its place: 0, 0 begins at the hall's middle and lies to the south-east of it. */
export interface FootfallCell {
  readonly x: number
  readonly z: number
}

/** Seconds that people were in a cell altogether, and how many they were: counted up to `MIN_GROUP`, as far as anybody asks. */
export interface CellSum extends FootfallCell {
  readonly seconds: number
  readonly people: number
}

/** What one instance of a hall counted within an hour. */
export interface FootfallSum {
  /** Beginning of the hour, ms since the epoch. */
  readonly hour: number
  /** In the whole hall; `people` were there at one time or another. */
  readonly seconds: number
  readonly people: number
  readonly cells: readonly CellSum[]
}

/** A stretch of time from `from` up to `to`, not with it; ms since the epoch. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const cellAt = ({ x, z }: Point): FootfallCell => ({
  x: Math.floor(x / FOOTFALL_CELL),
  z: Math.floor(z / FOOTFALL_CELL),
})

/** The middle of a cell, in the hall. */
export const middleOfCell = ({ x, z }: FootfallCell): Point => ({
  x: (x + 0.5) * FOOTFALL_CELL,
  z: (z + 0.5) * FOOTFALL_CELL,
})

export const hourOf = (moment: number): number => Math.floor(moment / HOUR) * HOUR

/** The end of the last hour that may be told at `now`. */
export const toldUntil = (now: number): number => hourOf(now - SETTLES)

/** The whole hours of `span` that may be told at `now`. An hour that only a part of is asked for is told as a whole. */
export function toldHours({ from, to }: Span, now: number): Span {
  const last = Math.min(Math.ceil(to / HOUR) * HOUR, toldUntil(now))
  const first = hourOf(from)
  return { from: first, to: Math.max(first, last) }
}

/** Whether the sum of a cell or hall within an hour may be told, and be part of other sums. */
export const mayBeTold = ({ people }: { readonly people: number }): boolean => people >= MIN_GROUP

/** Person-seconds as whole minutes: finer figures would let the rest of a hall be worked out from its total. */
export const wholeMinutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60))
