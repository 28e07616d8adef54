/**
 * What one visitor knows of the others: frames and introductions go in, people in sight come out.
 *
 * The server says who comes into sight and what they do; that somebody has walked out of it, everyone sees for
 * themselves, from the walk. Names are told once a visit, so they are kept when somebody goes out of sight.
 */
import { type LookTrait, lookChoices } from '../people/look.ts'
import type { PresentPerson } from '../rooms/hall.ts'
import type { Density, Frame, Sight } from './codec.ts'
import { positionAt, type Walk } from './walk.ts'

/** People in sight, as the views have them. `client/state/crowd.ts` is one. */
export interface Company {
  meet(person: PresentPerson, walk: Walk): void
  walk(slot: number, walk: Walk): void
  leave(slot: number): void
  distant: readonly { readonly x: number; readonly z: number; readonly count: number }[]
}

const lookTraits = Object.keys(lookChoices) as LookTrait[]

export class Surroundings {
  private readonly company: Company
  private readonly ownSlot: number
  private readonly known = new Map<number, PresentPerson>()
  private readonly inSight = new Map<number, { walk: Walk; outSince: number | null }>()
  private sight: Sight | null = null

  /** Frames speak of everyone, so of ourselves too: `ownSlot` is left out. */
  constructor(company: Company, ownSlot: number) {
    this.company = company
    this.ownSlot = ownSlot
  }

  /** A `people` message. It comes before the first frame that mentions them, and again when they look different. */
  introduce(people: readonly PresentPerson[]): void {
    for (const person of people) {
      const before = this.known.get(person.slot)
      this.known.set(person.slot, person)
      const seen = this.inSight.get(person.slot)
      if (seen && !alike(before, person)) this.company.meet(person, seen.walk)
    }
  }

  /** A `frame` message. */
  see(frame: Frame): void {
    if (frame.sight) this.sight = frame.sight
    if (frame.whole) {
      const present = new Set(frame.walks.map(({ slot }) => slot))
      for (const slot of this.inSight.keys()) if (!present.has(slot)) this.lose(slot)
    }
    for (const slot of frame.gone) this.lose(slot)
    for (const { slot, walk } of frame.walks) this.notice(slot, walk)
    if (frame.sight) this.loseWhoIsOutside(frame.now)
    if (frame.distant) this.company.distant = placesOf(frame.distant)
  }

  /** Forget who has walked out of sight. Call it about twice a second. */
  look(now: number): void {
    for (const [slot, seen] of this.inSight) {
      if (this.sees(seen.walk, now)) seen.outSince = null
      else if (seen.outSince === null) seen.outSince = now
      else if (now - seen.outSince >= OUT_FOR) this.lose(slot)
    }
  }

  private notice(slot: number, walk: Walk): void {
    if (slot === this.ownSlot) return
    const seen = this.inSight.get(slot)
    this.inSight.set(slot, { walk, outSince: null })
    const person = this.known.get(slot)
    if (seen) this.company.walk(slot, walk)
    else if (person) this.company.meet(person, walk)
  }

  private lose(slot: number): void {
    if (this.inSight.delete(slot)) this.company.leave(slot)
  }

  private loseWhoIsOutside(now: number): void {
    for (const [slot, seen] of this.inSight) if (!this.sees(seen.walk, now)) this.lose(slot)
  }

  private sees(walk: Walk, now: number): boolean {
    const { sight } = this
    if (!sight) return true
    const { x, z } = positionAt(walk, now)
    return x >= sight.minX && x < sight.maxX && z >= sight.minZ && z < sight.maxZ
  }
}

/** Whether this is the same person, looking the same. */
const alike = (one: PresentPerson | undefined, other: PresentPerson): boolean =>
  one?.personId === other.personId &&
  one.name === other.name &&
  lookTraits.every((trait) => one.look[trait] === other.look[trait])

// The server keeps telling about somebody for LINGERS after they stepped over the edge of sight (game-server/presence),
// so whoever steps back within a second is still up to date.
const OUT_FOR = 1000

function placesOf({ size, columns, rows, counts }: Density): Company['distant'] {
  const places: { x: number; z: number; count: number }[] = []
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number
    if (count === 0) continue
    const x = ((i % columns) + 0.5 - columns / 2) * size
    const z = (Math.floor(i / columns) + 0.5 - rows / 2) * size
    places.push({ x, z, count })
  }
  return places
}
