import type { Instance } from './instance.ts'
import type { Limits } from './limits.ts'
import { improvePath } from './tour.ts'

/** A short order of all candidates, where none is bound to hours and they may all fit; null: it takes a search. */
export function wholeTour(
  instance: Instance,
  candidates: readonly number[],
  random: () => number,
  limits: Limits,
): number[] | null {
  if (candidates.some((stop) => instance.timetable.isBound(stop))) return null
  if (leastTime(instance, candidates) > instance.until) return null
  const path = [instance.start, ...nearestFirst(instance, candidates), instance.end]
  return improvePath(instance, path, random, limits).slice(1, -1)
}

/** No visit to all of them is shorter: every stop is stayed at and come to from somewhere. */
function leastTime({ legs, size, start, dwells }: Instance, candidates: readonly number[]): number {
  let time = 0
  for (const stop of candidates) {
    let least = legs[stop * size + start] as number
    for (const other of candidates) if (other !== stop) least = Math.min(least, legs[stop * size + other] as number)
    time += least + (dwells[stop] as number)
  }
  return time
}

function nearestFirst({ legs, size, start }: Instance, candidates: readonly number[]): number[] {
  const left = [...candidates]
  const order: number[] = []
  for (let at = start; left.length > 0; ) {
    let nearest = 0
    left.forEach((stop, i) => {
      if ((legs[at * size + stop] as number) < (legs[at * size + (left[nearest] as number)] as number)) nearest = i
    })
    at = left[nearest] as number
    left[nearest] = left.at(-1) as number
    left.pop()
    order.push(at)
  }
  return order
}
