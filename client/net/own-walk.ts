/**
 * The visitor's own body: plans ways on the grid, moves at once, tells the server, and stands corrected.
 *
 * What we show is the walk we asked for; the server starts it where it has us, at most a step away. A way of many
 * corners is walked in legs, because one message carries at most `MAX_POINTS`.
 */
import { type BoothPlace, boothFront } from '../../shared/floorplan/booths.ts'
import type { WalkGrid } from '../../shared/floorplan/grid.ts'
import { findPath } from '../../shared/floorplan/path.ts'
import { distance, type Point } from '../../shared/floorplan/point.ts'
import { MAX_POINTS, quantised } from '../../shared/presence/codec.ts'
import { arrivesAt, headingAt, positionAt, TOP_SPEED, type Walk } from '../../shared/presence/walk.ts'
import type { Visitor } from '../state/visitor.ts'

/** What the body needs of the room. */
export interface Outbox {
  /** Milliseconds of the room clock. */
  now(): number
  walk(walk: Walk): void
  say(text: string): void
  wave(): void
}

/** Metres a second: a brisk stroll, since a salon is large and patience is not. */
export const STROLL = 2
/** Least time between two walks we send, ms: what the server lets everybody do. */
const SENDS_APART = 110
/** How far ahead a steered step reaches, seconds: longer than the send interval and any hiccup of the line. */
const STEP_AHEAD = 1.2
/** When less than this is left of a steered step it is walked on, ms. */
const RENEW_BEFORE = 500
/** How finely a steered step feels for obstacles, metres. */
const FEELER = 0.2
/** How long being put right takes to show, seconds. */
const EASE = 0.25
/** Being put right twice within this time means that there is no way on, ms. */
const PATIENCE = 3000
/** How long steering rests after being put right, ms: many refused steps in a row would look like mischief. */
const REST = 700

export class OwnWalk implements Visitor {
  private readonly grid: WalkGrid
  private readonly booths: ReadonlyMap<string, BoothPlace>
  private readonly outbox: Outbox
  private walk: Walk
  /** What is left of a long way after the leg being walked. */
  private later: readonly Point[] = []
  private laterFaces: number | undefined
  /** Of the way we are on, metres a second. */
  private pace: number = STROLL
  private steering: { direction: Point; speed: number } | null = null
  /** Where we were going when we were put right. */
  private afterwards: { readonly goal: Point; readonly faces: number | undefined } | null = null
  private correctedAt = Number.NEGATIVE_INFINITY
  private sentAt = Number.NEGATIVE_INFINITY
  private unsent: Walk | null = null
  private readonly timer: ReturnType<typeof setInterval>

  constructor(grid: WalkGrid, booths: ReadonlyMap<string, BoothPlace>, outbox: Outbox, start: Point, faces: number) {
    this.grid = grid
    this.booths = booths
    this.outbox = outbox
    this.walk = standing(start, outbox.now(), faces)
    this.timer = setInterval(() => this.goOn(), SENDS_APART)
  }

  dispose(): void {
    clearInterval(this.timer)
  }

  at(now: number): Point & { readonly heading: number; readonly speed: number } {
    const { x, z } = positionAt(this.walk, now)
    const speed = now < arrivesAt(this.walk) ? this.walk.speed : 0
    return { x, z, heading: headingAt(this.walk, now), speed }
  }

  walkTo(place: Point, options: { readonly faces?: number; readonly pace?: number } = {}): boolean {
    const now = this.outbox.now()
    const path = findPath(this.grid, positionAt(this.walk, now), place)
    if (!path) return false
    this.steering = null
    this.afterwards = null
    this.pace = Math.min(TOP_SPEED, options.pace ?? STROLL)
    this.setOut(path, options.faces, now)
    return true
  }

  walkToBooth(boothId: string, options: { readonly pace?: number } = {}): boolean {
    const place = this.booths.get(boothId)
    if (!place) return false
    const front = boothFront(place.booth)
    const towards = { x: place.booth.x - front.x, z: place.booth.z - front.z }
    return this.walkTo(place.visitor, { ...options, faces: Math.atan2(towards.x, towards.z) })
  }

  steer(direction: Point, hurry = false): void {
    const length = Math.hypot(direction.x, direction.z)
    if (length < 0.05) {
      if (!this.steering) return
      this.steering = null
      this.stand()
      return
    }
    const now = this.outbox.now()
    const pace = Math.min(1, length) * (hurry ? TOP_SPEED : STROLL)
    const unit = { x: direction.x / length, z: direction.z / length }
    const before = this.steering
    this.steering = { direction: unit, speed: pace }
    const turned = !before || before.direction.x * unit.x + before.direction.z * unit.z < 0.999
    this.afterwards = null
    if (now - this.correctedAt >= REST && (turned || Math.abs(before.speed - pace) > 0.2)) this.step()
  }

  ahead(now: number): readonly Point[] {
    if (this.steering || now >= arrivesAt(this.walk)) return []
    const { path, startsAt, speed } = this.walk
    let gone = (Math.max(0, now - startsAt) / 1000) * speed
    for (let i = 1; i < path.length; i++) {
      const length = distance(path[i - 1] as Point, path[i] as Point)
      if (gone < length) return [positionAt(this.walk, now), ...path.slice(i), ...this.later]
      gone -= length
    }
    return []
  }

  wave(): void {
    this.outbox.wave()
  }

  say(text: string): void {
    this.outbox.say(text)
  }

  /**
   * The server has us standing at `place`: slide there, then go on as before. Whoever is put right again soon stops
   * instead, since asking for the same way over and over gets nobody through a wall.
   */
  corrected(place: Point): void {
    const now = this.outbox.now()
    const from = positionAt(this.walk, now)
    const { heading } = this.at(now)
    const goal = this.ahead(now).at(-1)
    const again = now - this.correctedAt < PATIENCE
    this.correctedAt = now
    this.unsent = null
    this.later = []
    this.afterwards = goal && !again ? { goal, faces: this.walk.faces ?? this.laterFaces } : null
    const off = distance(from, place)
    this.walk =
      off < 0.05
        ? standing(place, now, heading)
        : { path: [from, place], startsAt: now, speed: off / EASE, faces: heading }
  }

  private setOut(path: readonly Point[], faces: number | undefined, now: number): void {
    const leg = path.slice(0, MAX_POINTS)
    this.later = path.slice(MAX_POINTS)
    this.laterFaces = faces
    this.begin({
      path: leg,
      startsAt: now,
      speed: this.pace,
      ...(this.later.length === 0 && faces !== undefined && { faces }),
    })
  }

  private begin(walk: Walk): void {
    this.walk = quantised(walk)
    this.send(this.walk)
  }

  private stand(): void {
    const now = this.outbox.now()
    this.later = []
    this.begin(standing(positionAt(this.walk, now), now, headingAt(this.walk, now)))
  }

  /** A steered step from where we are, along walls where it meets one. */
  private step(): void {
    if (!this.steering) return
    const { direction, speed } = this.steering
    const now = this.outbox.now()
    const from = positionAt(this.walk, now)
    const reach = speed * STEP_AHEAD
    const ways = [direction, { x: direction.x, z: 0 }, { x: 0, z: direction.z }]
    const to = ways.map((way) => this.feel(from, way, reach)).find((end) => distance(from, end) > FEELER) ?? from
    this.later = []
    const faces = Math.atan2(direction.x, direction.z)
    if (to === from) {
      // Pressing on against a wall is no news once we stand there.
      if (now >= arrivesAt(this.walk) && sameWay(this.walk.faces, faces)) return
      this.begin(standing(from, now, faces))
    } else this.begin({ path: [from, to], startsAt: now, speed })
  }

  /** How far one gets from `from` along `way` before something is in the way, at most `reach` metres. */
  private feel(from: Point, way: Point, reach: number): Point {
    const length = Math.hypot(way.x, way.z)
    let end = from
    for (let gone = FEELER; gone <= reach * length; gone += FEELER) {
      const next = { x: from.x + (way.x / length) * gone, z: from.z + (way.z / length) * gone }
      if (!this.grid.free(from, next)) break
      end = next
    }
    return end
  }

  /** Ten times a second: the next leg, the next steered step, and what was held back. */
  private goOn(): void {
    const now = this.outbox.now()
    const left = arrivesAt(this.walk) - now
    const rested = now - this.correctedAt >= REST
    if (this.afterwards && left <= 0) {
      const { goal, faces } = this.afterwards
      this.walkTo(goal, { pace: this.pace, ...(faces !== undefined && { faces }) })
    } else if (this.steering && rested && left < RENEW_BEFORE) this.step()
    else if (left <= 0 && this.later.length > 0) {
      this.setOut([positionAt(this.walk, now), ...this.later], this.laterFaces, now)
    }
    if (this.unsent && now - this.sentAt >= SENDS_APART) this.send(this.unsent)
  }

  /** At most one walk each `SENDS_APART`; of several in between only the last matters. */
  private send(walk: Walk): void {
    const now = this.outbox.now()
    if (now - this.sentAt < SENDS_APART) {
      this.unsent = walk
      return
    }
    this.unsent = null
    this.sentAt = now
    this.outbox.walk(walk)
  }
}

const standing = (at: Point, now: number, faces: number): Walk => ({ path: [at], startsAt: now, speed: 0, faces })

/** Whether two headings look alike; on the wire they lose a little. */
const sameWay = (a: number | undefined, b: number): boolean => a !== undefined && Math.cos(a - b) > 0.999
