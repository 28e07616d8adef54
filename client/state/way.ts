import { useEffect, useState } from 'react'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { findPath } from '../../shared/floorplan/path.ts'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { lengthOf } from '../../shared/presence/walk.ts'
import { type HallNow, useHall } from './hall.ts'

/** How we stand to a place: there, on the way to it, elsewhere with a way of so many metres, or cut off. */
export type Way =
  | { readonly state: 'here' }
  | { readonly state: 'walking' | 'away'; readonly metres: number }
  | { readonly state: 'none' }

/** From here on one has arrived, metres. */
const ARRIVED = 1.5
/** A destination this near to a place is that place, metres. */
const SAME = 1
const LOOKS = 500

/** The way from where we are to a booth of this hall, looked at twice a second; null until known. */
export function useWayToBooth(boothId: string | null): Way | null {
  const hall = useHall((state) => state.hall)
  const [way, setWay] = useState<Way | null>(null)
  useEffect(() => {
    const place = boothId === null ? undefined : hall && boothsOf(hall.plan).get(boothId)
    if (!hall || !place) return setWay(null)
    let standing: Point | null = null
    const look = (): void => {
      const at = hall.visitor.at(hall.now())
      // A way is searched for again only after a step or two: standing still costs nothing.
      const fresh = wayTo(place.visitor, at, hall, standing !== null && distance(standing, at) < 1)
      if (fresh === 'as before') return
      standing = { x: at.x, z: at.z }
      setWay(fresh)
    }
    look()
    const timer = setInterval(look, LOOKS)
    return () => clearInterval(timer)
  }, [hall, boothId])
  return way
}

function wayTo(target: Point, at: Point, hall: HallNow, unmoved: boolean): Way | 'as before' {
  if (distance(at, target) < ARRIVED) return { state: 'here' }
  const ahead = hall.visitor.ahead(hall.now())
  const goal = ahead.at(-1)
  if (goal && distance(goal, target) < SAME) return { state: 'walking', metres: lengthOf(ahead) }
  if (unmoved) return 'as before'
  const path = findPath(hall.grid, at, target)
  return path ? { state: 'away', metres: lengthOf(path) } : { state: 'none' }
}
