/** The busiest places of a hall in words: what a heat map shows to the eye. */
import { nearestAlley } from '../floorplan/alleys.ts'
import { boothFront } from '../floorplan/booths.ts'
import type { HallPlan } from '../floorplan/model.ts'
import { distance, type Point } from '../floorplan/point.ts'
import { contains } from '../floorplan/rectangle.ts'
import { type FootfallCell, middleOfCell } from './footfall.ts'

/** A place by the record of the plan it is called after. */
export interface BusyPlace {
  readonly kind: 'booth' | 'stage' | 'plaza' | 'alley'
  readonly id: string
  readonly minutes: number
}

/** Whoever stands no further from a booth's front is at that booth, metres. */
const AT_BOOTH = 4

/** Where people were longest, at most `most` places. What lies near to nothing that has a name belongs to the nearest alley. */
export function busiestPlaces(
  plan: HallPlan,
  cells: readonly (FootfallCell & { readonly minutes: number })[],
  most: number,
): BusyPlace[] {
  const places = new Map<string, BusyPlace>()
  for (const cell of cells) {
    const place = placeOf(plan, middleOfCell(cell))
    if (!place) continue
    const before = places.get(place.id)?.minutes ?? 0
    places.set(place.id, { ...place, minutes: before + cell.minutes })
  }
  return [...places.values()].toSorted((a, b) => b.minutes - a.minutes).slice(0, most)
}

function placeOf(plan: HallPlan, at: Point): Pick<BusyPlace, 'kind' | 'id'> | null {
  const stage = plan.stages.find((one) => contains(one, at))
  if (stage) return { kind: 'stage', id: stage.id }
  const booth = nearestBooth(plan, at)
  if (booth) return { kind: 'booth', id: booth }
  const plaza = plan.plazas.find((one) => distance(one, at) <= one.radius)
  if (plaza) return { kind: 'plaza', id: plaza.id }
  const alley = nearestAlley(plan, at)
  return alley && { kind: 'alley', id: alley.id }
}

function nearestBooth({ booths }: HallPlan, at: Point): string | null {
  let nearest: string | null = null
  let least = AT_BOOTH
  for (const booth of booths) {
    const away = contains(booth, at) ? 0 : distance(boothFront(booth), at)
    if (away >= least) continue
    least = away
    nearest = booth.id
  }
  return nearest
}
