/** What keeps the sun off the ground besides trees: roofs at their height, walls and big furniture from the ground up. */
import { WALL_HEIGHT } from '../../../../shared/floorplan/booth-layout.ts'
import type { BoothPlace } from '../../../../shared/floorplan/booths.ts'
import type { HallPlan } from '../../../../shared/floorplan/model.ts'
import { toHall } from '../../../../shared/floorplan/point.ts'
import { grown, placed, strip } from '../../../../shared/floorplan/rectangle.ts'
import { stageLayout } from '../../../../shared/floorplan/stage-layout.ts'
import type { Caster } from './shade.ts'

const CASTING = new Set(['wall', 'counter', 'shelf', 'planter', 'table'])

export function castersOf(plan: HallPlan, booths: ReadonlyMap<string, BoothPlace>): Caster[] {
  const casters: Caster[] = []
  for (const { booth, layout, pavilion } of booths.values()) {
    if (pavilion !== 'pergola')
      casters.push({ rect: grown(booth, 0.15), from: WALL_HEIGHT + 0.2, to: WALL_HEIGHT + 0.75 })
    else
      for (let x = -booth.width / 2; x <= booth.width / 2; x += 0.42) {
        const slat = { ...toHall({ x, z: 0.15 }, booth), width: 0.16, depth: booth.depth + 0.9, heading: booth.heading }
        casters.push({ rect: slat, from: WALL_HEIGHT + 0.3, to: WALL_HEIGHT + 0.4 })
      }
    for (const piece of layout.pieces)
      if (CASTING.has(piece.kind)) casters.push({ rect: placed(piece, booth), from: 0, to: piece.height })
  }
  for (const stage of plan.stages) {
    const { pieces } = stageLayout(stage)
    for (const piece of pieces)
      if (piece.kind !== 'screen') casters.push({ rect: placed(piece, stage), from: 0, to: piece.height })
    const platform = pieces.find((piece) => piece.kind === 'platform')
    if (platform) casters.push({ rect: placed(grown(platform, 1), stage), from: 5, to: 6.5 })
  }
  for (const wall of plan.walls)
    casters.push({ rect: strip(wall, { x: wall.toX, z: wall.toZ }, 0.5), from: 0, to: wall.height })
  for (const entrance of plan.entrances) {
    casters.push({
      rect: { x: entrance.x, z: entrance.z, heading: entrance.heading, width: entrance.width + 1, depth: 1.4 },
      from: 4.6,
      to: 5.2,
    })
  }
  for (const thing of plan.decorations) {
    if (thing.kind === 'bench') casters.push({ rect: { ...thing, width: thing.size, depth: 0.5 }, from: 0, to: 0.6 })
    if (thing.kind === 'fountain') casters.push({ rect: { ...thing, width: 0.9, depth: 0.9 }, from: 0, to: 1.6 })
  }
  return casters
}
