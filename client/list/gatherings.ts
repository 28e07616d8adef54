import { useEffect, useState } from 'react'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { type HallNow, useHall } from '../state/hall.ts'

/** How many people are about a booth: counted where we see them, about so many where only the hall's haze is known. */
export interface Gathering {
  readonly count: number
  readonly exact: boolean
}

/** Whoever stands this near to where visitors stop is at the booth, metres. */
const AT_BOOTH = 4
/** The coarse layer counts squares; this near to a square's middle one is about it, metres. */
const ABOUT = 8
const LOOKS = 2000

/** The booths with people, by id, looked at every other second. */
export function useGatherings(): ReadonlyMap<string, Gathering> {
  const hall = useHall((state) => state.hall)
  const [gatherings, setGatherings] = useState<ReadonlyMap<string, Gathering>>(new Map())
  useEffect(() => {
    if (!hall) return
    const look = (): void => setGatherings(gather(hall))
    look()
    const timer = setInterval(look, LOOKS)
    return () => clearInterval(timer)
  }, [hall])
  return gatherings
}

function gather({ plan, crowd, now }: HallNow): ReadonlyMap<string, Gathering> {
  const places = [...boothsOf(plan).values()].map(({ booth, visitor }) => ({ id: booth.id, at: visitor }))
  const counts = new Map<string, number>()
  const seen: Point[] = []
  crowd.sample(now())
  for (let i = 0; i < crowd.count; i++) {
    const person = { x: crowd.x[i] as number, z: crowd.z[i] as number }
    seen.push(person)
    const nearest = nearestTo(person, places, AT_BOOTH)
    if (nearest !== null) counts.set(nearest, (counts.get(nearest) ?? 0) + 1)
  }
  const gatherings = new Map<string, Gathering>()
  for (const { x, z, count } of crowd.distant) {
    // Squares in sight are counted already, person by person.
    if (seen.some((person) => distance(person, { x, z }) < ABOUT)) continue
    const nearest = nearestTo({ x, z }, places, ABOUT)
    if (nearest !== null) gatherings.set(nearest, { count, exact: false })
  }
  for (const [id, count] of counts) gatherings.set(id, { count, exact: true })
  return gatherings
}

function nearestTo(point: Point, places: readonly { id: string; at: Point }[], within: number): string | null {
  let nearest: string | null = null
  let least = within
  for (const { id, at } of places) {
    const away = distance(point, at)
    if (away > least) continue
    least = away
    nearest = id
  }
  return nearest
}
