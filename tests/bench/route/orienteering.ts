/** The orienteering problems of Tsiligirides (1984), set 1: 32 points, 18 budgets, one start and one end. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { RouteProblem } from '../../../shared/route/model.ts'

const DATA = resolve(import.meta.dirname, '../../../../shared/data/orienteering')

/**
 * Best known scores by budget, as the literature since Chao, Golden & Wasil, «A fast and effective heuristic for the
 * orienteering problem» (1996) reports them.
 */
export const BEST_KNOWN: Readonly<Record<number, number>> = {
  5: 10,
  10: 15,
  15: 45,
  20: 65,
  25: 90,
  30: 110,
  35: 135,
  40: 155,
  46: 175,
  50: 190,
  55: 205,
  60: 225,
  65: 240,
  70: 260,
  73: 265,
  75: 270,
  80: 280,
  85: 285,
}

/**
 * The problem with this budget; scores are values of wished stops.
 *
 * @throws Error when the files are not beside the project
 */
export function tsiligirides1(budget: number): RouteProblem {
  const file = join(DATA, `tsiligirides_1_${String(budget).padStart(2, '0')}.txt`)
  if (!existsSync(file)) throw new Error(`The problems to solve are not here: ${file} is missing`)
  const [[until] = [], ...points] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number))
  const places = points.length
  const lengths = new Float64Array(places * places)
  points.forEach(([x = 0, y = 0], a) => {
    points.forEach(([u = 0, v = 0], b) => {
      lengths[a * places + b] = Math.sqrt((x - u) ** 2 + (y - v) ** 2)
    })
  })
  // The first point is the start, the second the end.
  const stops = points.slice(2).map(([, , score = 0], i) => ({
    id: `point ${i + 2}`,
    place: i + 2,
    dwell: 0,
    when: { kind: 'any-time' as const },
    required: false,
    value: score,
  }))
  return {
    stops,
    travel: { places, seconds: lengths, metres: lengths },
    start: { place: 0, at: 0 },
    end: 1,
    until: until ?? null,
  }
}
