import { listeningAt } from '../../../shared/route/places.ts'
import type { Session } from '../../../shared/salon/model.ts'
import { type HallNow, useHall } from '../../state/hall.ts'

/** How to walk to where a session is, or null when that is not in this hall. */
export function wayToSession({ exhibitorId, stageId }: Session, { plan, visitor }: HallNow): (() => void) | null {
  const booth = plan.booths.find((one) => one.exhibitorId !== null && one.exhibitorId === exhibitorId)
  if (booth) {
    return () => {
      visitor.walkToBooth(booth.id)
      useHall.getState().set({ openBooth: booth.id })
    }
  }
  const stage = plan.stages.find((one) => one.stageId !== null && one.stageId === stageId)
  if (!stage) return null
  const back = listeningAt(stage)
  return () => {
    visitor.walkTo(back, { faces: Math.atan2(stage.x - back.x, stage.z - back.z) })
  }
}
