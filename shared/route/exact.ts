/**
 * The best route over few stops, proven: dynamic programming over sets of stops (Bellman 1962, Held & Karp 1962). With
 * hours and sessions a set has several ways worth keeping: who is earlier may have walked more.
 */
import { type Instance, isBetter, worthOf } from './instance.ts'
import { HAIR } from './timetable.ts'

/** Stops up to which every set can be looked at, in some hundredths of a second. */
export const FEW = 11

/** A way to visit a set of stops and end at the last of them. */
interface Label {
  readonly stop: number
  /** When one leaves that stop. */
  readonly now: number
  /** Seconds of walking, and twice those missed of sessions: what does not follow from set and hour. */
  readonly toil: number
  readonly before: Label | null
}

/** The best of all orders of all subsets of `candidates`: at most `FEW`. */
export function solveExactly(instance: Instance, candidates: readonly number[]): number[] {
  const { legs, size, timetable, dwells, prizes } = instance
  const count = candidates.length
  // Ways to visit set s that end at candidate c: fronts[s × count + c].
  const fronts: (Label[] | undefined)[] = new Array((1 << count) * count)
  const lastLeg = (stop: number): number => legs[stop * size + instance.end] as number
  let best: Label | null = null
  let worth = worthOf(instance, [])

  function extend(from: Label | null, set: number, next: number): void {
    const stop = candidates[next] as number
    const walk = legs[(from?.stop ?? instance.start) * size + stop] as number
    const begin = timetable.begins(stop, (from?.now ?? 0) + walk)
    const now = timetable.leaves(stop, begin)
    if (now > instance.until + HAIR || now === Number.POSITIVE_INFINITY) return
    const toil = (from?.toil ?? 0) + walk + 2 * timetable.late(stop, begin)
    const at = (set | (1 << next)) * count + next
    const front = fronts[at] ?? []
    if (front.some((label) => label.now <= now && label.toil <= toil)) return
    fronts[at] = front.filter((label) => label.now < now || label.toil < toil)
    fronts[at].push({ stop, now, toil, before: from })
  }

  for (let next = 0; next < count; next++) extend(null, 0, next)
  for (let set = 1; set < 1 << count; set++) {
    const members = candidates.filter((_, i) => set & (1 << i))
    const prize = members.reduce((sum, stop) => sum + (prizes[stop] as number), 0)
    const dwell = members.reduce((sum, stop) => sum + (dwells[stop] as number), 0)
    for (let last = 0; last < count; last++) {
      for (const label of fronts[set * count + last] ?? []) {
        const back = lastLeg(label.stop)
        const found = { prize, cost: label.now - dwell + label.toil + 2 * back }
        if (label.now + back <= instance.until + HAIR && isBetter(found, worth)) {
          best = label
          worth = found
        }
        for (let next = 0; next < count; next++) if (!(set & (1 << next))) extend(label, set, next)
      }
    }
  }
  return orderOf(best)
}

function orderOf(last: Label | null): number[] {
  const order: number[] = []
  for (let label = last; label; label = label.before) order.push(label.stop)
  return order.reverse()
}
