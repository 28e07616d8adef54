import type { BoothContent } from '../../shared/booth/content.ts'
import { zonedTime } from '../../shared/programme/zoned-time.ts'

type Hours = BoothContent['hours']

/** A time at which a booth is staffed. */
export interface Spell {
  /** Moments, ms. */
  readonly from: number
  readonly to: number
}

/** The hours of a booth as moments, earliest first. */
export const spellsOf = (hours: Hours, timeZone: string): readonly Spell[] =>
  hours
    .map(({ date, from, to }) => ({
      from: zonedTime(timeZone, date, from).getTime(),
      to: zonedTime(timeZone, date, to).getTime(),
    }))
    .sort((a, b) => a.from - b.from)

export type Opening =
  | { readonly state: 'open'; readonly until: number }
  | { readonly state: 'opens'; readonly at: number }
  | { readonly state: 'over' }

/** How a booth stands at `now` (ms); null: it tells no hours. */
export function openingAt(spells: readonly Spell[], now: number): Opening | null {
  if (spells.length === 0) return null
  const present = spells.filter(({ from, to }) => from <= now && now < to)
  if (present.length > 0) return { state: 'open', until: Math.max(...present.map(({ to }) => to)) }
  const next = spells.find(({ from }) => from > now)
  return next ? { state: 'opens', at: next.from } : { state: 'over' }
}

/** Days with the same hours that follow each other, as one line. */
export interface Stretch {
  readonly first: Spell
  readonly last: Spell
}

const DAY = 24 * 60 * 60 * 1000
/** Clocks may be moved in between. */
const SAME = 2 * 60 * 60 * 1000

/** Spells as lines of a table: «23–26 ноября, 10:00–18:00». `clock` names the hours of a spell as they are shown. */
export function stretchesOf(spells: readonly Spell[], clock: (spell: Spell) => string): readonly Stretch[] {
  const stretches: { first: Spell; last: Spell }[] = []
  for (const spell of spells) {
    const open = stretches.at(-1)
    const nextDay = open && Math.abs(spell.from - open.last.from - DAY) < SAME
    if (open && nextDay && clock(open.last) === clock(spell)) open.last = spell
    else stretches.push({ first: spell, last: spell })
  }
  return stretches
}
