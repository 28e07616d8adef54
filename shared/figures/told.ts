/** Until when figures are told: whole hours, so that nobody can watch a number grow by one person. */

const HOUR = 60 * 60_000

/** How long after its end an hour is told, ms: what browsers report may be ten minutes old. */
const SETTLES = 15 * 60_000

/** The end of the last hour that is told at `now`, both ms since the epoch. */
export const toldUntil = (now: number): number => Math.floor((now - SETTLES) / HOUR) * HOUR
