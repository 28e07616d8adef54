/** The whole plan of a hall as one drawing, from the lawn up to the crowns of the trees. No words: those are labels. */
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { Decoration, DecorationKind, HallPlan } from '../../../shared/floorplan/model.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'
import { bench, fountain, gate, lamp, planter, signpost, stage } from './furniture.ts'
import { groundItems } from './ground.ts'
import type { Drawing, Item } from './item.ts'
import { boothShade, pavilion } from './pavilion.ts'
import { flowerbed, tree, treeShade, wall } from './planting.ts'

const STANDING: Record<Exclude<DecorationKind, 'tree'>, (record: Decoration) => Item> = {
  bench,
  lamp,
  signpost,
  planter,
  fountain,
  flowerbed,
}

export function drawingOf(plan: HallPlan, exhibitors: ReadonlyMap<string, Pick<ExhibitorCard, 'color'>>): Drawing {
  const places = [...boothsOf(plan).values()]
  const colourOf = (exhibitorId: string | null): string | null =>
    (exhibitorId !== null && exhibitors.get(exhibitorId)?.color) || null
  const trees = plan.decorations.filter((one) => one.kind === 'tree')
  return [
    ...groundItems(plan),
    ...plan.stages.map(stage),
    ...trees.map(treeShade),
    ...places.map(boothShade),
    ...plan.decorations.flatMap((one) => (one.kind === 'tree' ? [] : [STANDING[one.kind](one)])),
    ...places.map((place) => pavilion(place, colourOf(place.booth.exhibitorId))),
    ...plan.entrances.map(gate),
    ...plan.walls.map(wall),
    ...trees.map(tree),
  ]
}
