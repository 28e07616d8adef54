import { useEffect } from 'react'
import { contains, grown } from '../../shared/floorplan/rectangle.ts'
import { seen } from '../net/seen.ts'
import { useHall } from '../state/hall.ts'

/** How often it is looked at where we stand, ms. */
const LOOKS = 2000
/** A stay is told after so long, and at its end, seconds. */
const TOLD_AFTER = 30
/** The forecourt belongs to the booth, metres. */
const FORECOURT = 1.5

/** Tells how long we are at each booth. A page that nobody looks at is nowhere. */
export function useStay(): void {
  const hall = useHall((state) => state.hall)
  useEffect(() => {
    if (!hall) return
    let at: string | null = null
    let seconds = 0
    const tell = (): void => {
      if (at !== null && seconds >= 1) seen(at, { kind: 'stayed', seconds: Math.round(seconds) })
      seconds = 0
    }
    const look = (): void => {
      const place = hall.visitor.at(hall.now())
      const booth = document.hidden ? undefined : hall.plan.booths.find((one) => contains(grown(one, FORECOURT), place))
      const now = booth?.exhibitorId ?? null
      if (now !== at) {
        tell()
        at = now
        if (at !== null) seen(at, { kind: 'entered' })
      } else if (at !== null) {
        seconds += LOOKS / 1000
        if (seconds >= TOLD_AFTER) tell()
      }
    }
    const timer = setInterval(look, LOOKS)
    return () => {
      clearInterval(timer)
      tell()
    }
  }, [hall])
}
