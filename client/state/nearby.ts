import { useEffect, useState } from 'react'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import type { Person } from './crowd.ts'
import { type HallNow, useHall } from './hall.ts'

export interface Nearby {
  readonly person: Person
  readonly metres: number
}

/** As many as anybody reads through. */
const SHOWN = 40
/** Where one stops before somebody to talk, metres. */
const TALKING_DISTANCE = 1.4

/** Who is in sight, nearest first, looked at once a second. */
export function useNearby(): readonly Nearby[] {
  const hall = useHall((state) => state.hall)
  const [near, setNear] = useState<readonly Nearby[]>([])
  useEffect(() => {
    if (!hall) return
    const look = (): void => setNear(nearestPeople(hall))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [hall])
  return near
}

/** Walks up to somebody and turns to them. */
export function approach({ slot }: Person, { visitor, crowd, now }: HallNow): void {
  const moment = now()
  crowd.sample(moment)
  const at = placeOf(
    crowd.people.findIndex((person) => person.slot === slot),
    crowd,
  )
  if (!at) return
  const own = visitor.at(moment)
  const share = Math.min(1, TALKING_DISTANCE / (distance(own, at) || 1))
  const place = { x: at.x + (own.x - at.x) * share, z: at.z + (own.z - at.z) * share }
  visitor.walkTo(place, { faces: Math.atan2(at.x - place.x, at.z - place.z) })
}

function nearestPeople({ visitor, crowd, now }: HallNow): readonly Nearby[] {
  const moment = now()
  const own = visitor.at(moment)
  crowd.sample(moment)
  const found = crowd.people.flatMap((person, i) => {
    const at = placeOf(i, crowd)
    return at ? [{ person, metres: Math.round(distance(own, at)) }] : []
  })
  return found.sort((a, b) => a.metres - b.metres).slice(0, SHOWN)
}

function placeOf(index: number, { x, z, count }: HallNow['crowd']): Point | null {
  return index < 0 || index >= count ? null : { x: x[index] as number, z: z[index] as number }
}
