import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { HallPlan } from '../../../shared/floorplan/model.ts'
import { toHall } from '../../../shared/floorplan/point.ts'
import { stageLayout } from '../../../shared/floorplan/stage-layout.ts'

/** A screen somebody may show pictures on: the frame is drawn, the picture is not. */
export interface Screen {
  readonly boothId: string | null
  /** The floor plan's stage, where the screen is a stage's. */
  readonly stageId: string | null
  /** Middle of the picture, a finger's breadth before the glass, metres. */
  readonly position: { readonly x: number; readonly y: number; readonly z: number }
  /** Degrees: the way it faces. */
  readonly heading: number
  readonly width: number
  readonly height: number
}

export function screensOf(plan: HallPlan): Screen[] {
  const screens: Screen[] = []
  const hang = (
    owner: { boothId: string | null; stageId: string | null },
    piece: { x: number; z: number; width: number; height: number; base: number; heading: number },
    origin: { x: number; z: number; heading: number },
    before: number,
  ): void => {
    const radians = (piece.heading * Math.PI) / 180
    const local = { x: piece.x + Math.sin(radians) * before, z: piece.z + Math.cos(radians) * before }
    const at = toHall(local, origin)
    screens.push({
      ...owner,
      position: { x: at.x, y: piece.base + piece.height / 2, z: at.z },
      heading: origin.heading + piece.heading,
      width: piece.width,
      height: piece.height,
    })
  }
  for (const { booth, layout } of boothsOf(plan).values())
    for (const piece of layout.pieces)
      if (piece.kind === 'screen') hang({ boothId: booth.id, stageId: null }, piece, booth, 0.03)
  for (const stage of plan.stages)
    for (const piece of stageLayout(stage).pieces)
      if (piece.kind === 'screen') hang({ boothId: null, stageId: stage.id }, piece, stage, 0.1)
  return screens
}
