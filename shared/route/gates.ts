/** How halls hang together: the gates of a salon, and which of them are two sides of one passage. */
import type { Entrance, HallPlan } from '../floorplan/model.ts'
import { arrival } from '../floorplan/obstacles.ts'
import type { Point } from '../floorplan/point.ts'

export interface Gate {
  readonly hallId: string
  /** On its inner side. */
  readonly at: Point
}

export interface Gates {
  readonly gates: readonly Gate[]
  /** Pairs of numbers of gates: who goes through one stands in the other. */
  readonly passages: readonly (readonly [number, number])[]
}

/**
 * A gate to another hall ends at that hall's gate back, or where visitors of that hall begin. The salon's own entrances
 * lead outside: from hall to hall one comes by the first of each, and none is a short cut through its own hall.
 */
export function gatesOf(halls: readonly HallPlan[]): Gates {
  const entrances = halls.flatMap((plan) => plan.entrances)
  const outside = (hallId?: string): number =>
    entrances.findIndex((gate) => gate.leadsTo === null && (hallId === undefined || gate.hallId === hallId))
  const passages = entrances.flatMap((entrance, gate): (readonly [number, number])[] => {
    if (entrance.leadsTo === null && outside(entrance.hallId) !== gate) return []
    const other = entrance.leadsTo === null ? outside() : otherSide(entrances, entrance)
    return other < 0 || entrances[other]?.hallId === entrance.hallId ? [] : [[gate, other]]
  })
  return { gates: entrances.map((entrance) => ({ hallId: entrance.hallId, at: arrival(entrance) })), passages }
}

/** −1: it leads to a hall that is not there, or has no gates. */
function otherSide(entrances: readonly Entrance[], { hallId, leadsTo }: Entrance): number {
  const find = (isIt: (there: Entrance) => boolean): number =>
    entrances.findIndex((entrance) => entrance.hallId === leadsTo && isIt(entrance))
  const sides = [find((there) => there.leadsTo === hallId), find((there) => there.leadsTo === null), find(() => true)]
  return sides.find((gate) => gate >= 0) ?? -1
}
