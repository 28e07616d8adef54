/**
 * What a simulated visitor does: of ten, seven walk from booth to booth and stay a while at each, one steers about by
 * hand, two stand. Now and then they wave.
 */
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { MAX_POINTS } from '../../shared/presence/codec.ts'
import { arrivesAt, headingAt, PACE, positionAt, type Walk } from '../../shared/presence/walk.ts'
import type { Ground } from './ground.ts'

export type Manner = 'visits' | 'steers' | 'stands'
const MANNERS: readonly Manner[] = [...Array<Manner>(7).fill('visits'), 'steers', 'stands', 'stands']
export const mannerOf = (n: number): Manner => MANNERS[n % MANNERS.length] as Manner

/** Milliseconds at a booth: from, to. */
const STAY = [5000, 15_000] as const
/** Milliseconds between changes of direction of someone who steers. */
const TURNS = [400, 2000] as const
/** How far ahead a step of steering reaches, metres: it goes on there until the next. */
const REACH = 7
const WAVES = 0.03
/** Milliseconds between looks around of someone who stands. */
const LOOKS = [15_000, 45_000] as const

/** What a stroller does it with. */
export interface Limbs {
  walk(walk: Walk): void
  wave(): void
}

export class Stroller {
  private readonly manner: Manner
  private readonly ground: Ground
  private readonly limbs: Limbs
  private readonly random: () => number
  private stop: number
  private current: Walk
  private direction: number

  constructor(manner: Manner, ground: Ground, limbs: Limbs, begins: { stop: number; at: Point }, random: () => number) {
    this.manner = manner
    this.ground = ground
    this.limbs = limbs
    this.random = random
    this.stop = begins.stop
    this.current = { path: [begins.at], startsAt: 0, speed: 0 }
    this.direction = random() * 2 * Math.PI
  }

  /** The walk they are on. */
  get walk(): Walk {
    return this.current
  }

  /** The server has them standing here. */
  corrected(at: Point, now: number): void {
    this.current = { path: [at], startsAt: now, speed: 0, faces: headingAt(this.current, now) }
  }

  /** Do the next thing at `now`, ms of the room clock. @returns when the one after that is due */
  act(now: number): number {
    if (this.random() < WAVES) this.limbs.wave()
    if (this.manner === 'visits') return this.visit(now)
    return this.manner === 'steers' ? this.steer(now) : this.lookAround(now)
  }

  private visit(now: number): number {
    const visit = this.ground.visit(this.stop, positionAt(this.current, now), this.random)
    if (!visit || visit.path.length > MAX_POINTS) return this.lookAround(now)
    this.stop = visit.stop
    const speed = Math.round(10 * PACE * (0.8 + 0.4 * this.random())) / 10
    this.go({ path: visit.path, startsAt: now, speed, faces: visit.faces })
    return arrivesAt(this.current) + this.between(STAY)
  }

  private steer(now: number): number {
    const at = positionAt(this.current, now)
    for (let tries = 0; tries < 8; tries++) {
      this.direction += (this.random() - 0.5) * (tries === 0 ? 1.5 : 4)
      const ahead = this.reach(at)
      if (distance(at, ahead) < 1) continue
      this.go({ path: [at, ahead], startsAt: now, speed: PACE })
      return Math.min(arrivesAt(this.current), now + this.between(TURNS))
    }
    return now + this.between(TURNS)
  }

  private lookAround(now: number): number {
    this.go({ path: [positionAt(this.current, now)], startsAt: now, speed: 0, faces: this.random() * 2 * Math.PI })
    return now + this.between(LOOKS)
  }

  private reach(at: Point): Point {
    let ahead = at
    for (let metres = 1; metres <= REACH; metres++) {
      const next = { x: at.x + Math.sin(this.direction) * metres, z: at.z + Math.cos(this.direction) * metres }
      if (!this.ground.grid.free(at, next)) break
      ahead = next
    }
    return ahead
  }

  private go(walk: Walk): void {
    this.current = walk
    this.limbs.walk(walk)
  }

  private between([least, most]: readonly [number, number]): number {
    return least + this.random() * (most - least)
  }
}
