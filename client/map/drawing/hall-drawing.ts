/** The whole plan of a hall, in the order of painting. Pure drawing: no Pixi, no DOM tree, so the mini-map has it too. */
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { Decoration, HallPlan } from '../../../shared/floorplan/model.ts'
import { distance } from '../../../shared/floorplan/point.ts'
import { contains, grown, strip } from '../../../shared/floorplan/rectangle.ts'
import { border, gate } from './borders.ts'
import { crown, crownShade } from './crowns.ts'
import { approach, lawn, paved, woodland } from './ground.ts'
import type { Drawing } from './item.ts'
import { boothShade, type Occupant, pavilion } from './pavilions.ts'
import { stage } from './stages.ts'
import { thing } from './things.ts'

/** @param exhibitors those of the hall's booths, by exhibitor id */
export function hallDrawing(plan: HallPlan, exhibitors: ReadonlyMap<string, Occupant>): Drawing {
  const booths = boothsOf(plan)
  const places = [...booths.values()]
  const trees = plan.decorations
    .filter((decoration) => decoration.kind === 'tree')
    .map((tree) => ({ tree, radius: tree.size * (lines(tree, plan) ? LINING : LOOSE) }))
  return [
    lawn(plan),
    ...woodland(plan),
    ...plan.entrances.map(approach),
    ...paved(plan, booths),
    ...plan.stages.map(stage),
    ...plan.walls.map(border),
    ...plan.entrances.map(gate),
    ...plan.decorations.flatMap((decoration) => thing(decoration) ?? []),
    ...trees.map(({ tree, radius }) => crownShade(tree, radius)),
    ...trees.map(({ tree, radius }) => crown(tree, radius)),
    ...places.map(boothShade),
    ...places.map((place) => pavilion(place, exhibitors.get(place.booth.exhibitorId ?? '') ?? null)),
  ]
}

/** Shares of a crown's real radius on the plan: limes that meet above an alley would hide it, and all that stands on it. */
const LINING = 0.4
const LOOSE = 0.72
/** Trees no further than this from an aisle or the plaza line it, metres. */
const LINES_WITHIN = 5

function lines(tree: Decoration, { alleys, plazas, booths }: HallPlan): boolean {
  return (
    alleys.some((alley) =>
      contains(grown(strip(alley, { x: alley.toX, z: alley.toZ }, alley.width), LINES_WITHIN), tree),
    ) ||
    plazas.some((plaza) => distance(plaza, tree) < plaza.radius + LINES_WITHIN) ||
    booths.some((booth) => contains(grown(booth, LINES_WITHIN), tree))
  )
}
