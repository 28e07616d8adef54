/**
 * The rules of one hall, kept up to date from plan to plan. A record is looked at again when it, or something near it,
 * was changed; what hangs together on the floor is worked out anew each time, which is quick.
 */
import RBush from 'rbush'
import { Surroundings } from '../booth-type.ts'
import { type BoothPlace, boothPlace } from '../booths.ts'
import { CLEARANCE, rasterOf, squareOf } from '../grid.ts'
import type { AisleRules, Fault } from '../lint.ts'
import type { Alley, Booth, Entrance, Hall, PlanRecord, Plaza, Stage } from '../model.ts'
import { arrival, boothObstacles, entranceObstacles, type Obstacle, stageObstacles } from '../obstacles.ts'
import { type Point, toHall } from '../point.ts'
import { paint, type Raster } from '../raster.ts'
import { type Bounds, boundsOf, grown, type Rectangle } from '../rectangle.ts'
import { Regions } from '../regions.ts'
import { stageLayout } from '../stage-layout.ts'
import { alleyStrip, groundBefore, narrowest, ruleFor, standsOn } from './aisles.ts'
import { collide, type Solid, solidOf } from './solid.ts'

type InHall = Exclude<PlanRecord, Hall>

/** How far the look of a place depends on its neighbours, metres: an aisle, and some. */
const INFLUENCE = 8

export class HallLinter {
  private readonly hall: Hall
  private readonly rules: AisleRules
  private readonly raster: Raster
  private readonly counts: Uint16Array
  private readonly around: Surroundings
  private readonly solids = new RBush<Solid>()
  private readonly solidById = new Map<string, Solid>()
  private readonly records = new Map<string, InHall>()
  private readonly alleys = new Map<string, Alley>()
  private readonly plazas = new Map<string, Plaza>()
  private readonly places = new Map<string, BoothPlace>()
  private readonly painted = new Map<string, readonly Obstacle[]>()
  private readonly faults = new Map<string, readonly Fault[]>()

  constructor(hall: Hall, rules: AisleRules) {
    this.hall = hall
    this.rules = rules
    this.raster = rasterOf(hall)
    this.counts = new Uint16Array(this.raster.columns * this.raster.rows)
    this.around = new Surroundings(hall)
  }

  /** `records`: everything in the hall. Unchanged records must be the same objects as last time. */
  check(records: readonly PlanRecord[]): Fault[] {
    const now = records.filter((record) => record.type !== 'hall')
    for (const record of this.follow(now)) this.look(record)
    return [...now.flatMap((record) => this.faults.get(record.id) ?? []), ...this.wholeHall(now)]
  }

  /** Takes over a new version; the records to look at again. */
  private follow(now: readonly InHall[]): Iterable<InHall> {
    const ids = new Set(now.map((record) => record.id))
    const gone = [...this.records.values()].filter((record) => !ids.has(record.id))
    const come = now.filter((record) => this.records.get(record.id) !== record)
    if (gone.length === 0 && come.length === 0) return []
    const replaced = come.flatMap((record) => this.records.get(record.id) ?? [])
    const wasEmpty = this.records.size === 0
    for (const record of [...gone, ...replaced]) this.takeAway(record)
    this.putDown(come, wasEmpty)
    return wasEmpty ? now : this.near([...gone, ...replaced, ...come], now)
  }

  private near(changed: readonly InHall[], now: readonly InHall[]): Set<InHall> {
    const boxes = changed.map((record) => boundsOf(grown(groundOf(record), INFLUENCE)))
    const near = new Set<InHall>(boxes.flatMap((box) => this.solids.search(box)).map((solid) => solid.record))
    // Which alley a booth faces decides its pavilion, from however far.
    const allBooths = changed.some((record) => record.type === 'alley')
    for (const record of now) {
      if (allBooths && record.type === 'booth') near.add(record)
      else if (!this.solidById.has(record.id) && boxes.some((box) => meets(box, boundsOf(groundOf(record)))))
        near.add(record)
    }
    return near
  }

  private takeAway(record: InHall): void {
    this.records.delete(record.id)
    this.alleys.delete(record.id)
    this.plazas.delete(record.id)
    this.places.delete(record.id)
    this.faults.delete(record.id)
    this.repaint(record.id, [])
    const solid = this.solidById.get(record.id)
    if (solid) this.solids.remove(solid)
    this.solidById.delete(record.id)
    if (decidesSides(record)) this.around.remove(record)
  }

  private putDown(come: readonly InHall[], all: boolean): void {
    const solids = come.map(solidOf).filter((solid) => solid !== null)
    for (const solid of solids) this.solidById.set(solid.record.id, solid)
    const sides = come.filter(decidesSides)
    if (all) {
      this.solids.load(solids)
      this.around.load(sides)
    } else {
      for (const solid of solids) this.solids.insert(solid)
      for (const record of sides) this.around.add(record)
    }
    for (const record of come) {
      this.records.set(record.id, record)
      if (record.type === 'alley') this.alleys.set(record.id, record)
      if (record.type === 'plaza') this.plazas.set(record.id, record)
    }
  }

  /** Works out one record anew: what it blocks, and what is wrong with it. */
  private look(record: InHall): void {
    this.repaint(record.id, this.obstaclesOf(record))
    const faults: Fault[] = []
    const report = (code: Fault['code'], at: Point, ...others: readonly string[]): void => {
      faults.push({ code, ids: [record.id, ...others], x: at.x, z: at.z })
    }
    if (this.isOutside(record)) report('outside', record)
    for (const other of this.overlappedBy(record)) {
      const isThing = other.record.type === 'decoration'
      report(isThing ? 'in-the-way' : 'overlap', isThing ? other.foot : record, other.record.id)
    }
    if (record.type === 'booth') {
      if (record.exhibitorId === null) report('no-exhibitor', record)
      const ground = groundBefore(record, this.rules.aisle)
      const before = this.walledInBy(record, ground)
      if (before.length > 0 || !this.isInside(ground)) report('narrow-aisle', ground, ...before)
    }
    if (record.type === 'alley') {
      const rule = ruleFor(record, this.rules)
      if (record.width < rule) report('narrow-aisle', alleyStrip(record))
      const narrow = narrowest(record, this.onAisle(record))
      if (narrow && narrow.clear < rule && record.width >= rule) report('narrow-aisle', narrow.at, ...narrow.by)
    }
    this.faults.set(record.id, faults)
  }

  private obstaclesOf(record: InHall): readonly Obstacle[] {
    switch (record.type) {
      case 'booth': {
        const place = boothPlace(record, this.around.settingOf(record), [...this.alleys.values()])
        this.places.set(record.id, place)
        return boothObstacles(place)
      }
      case 'stage':
        return stageObstacles(record)
      case 'entrance':
        return entranceObstacles(record)
      default: {
        const solid = this.solidById.get(record.id)
        return solid ? [solid.foot] : []
      }
    }
  }

  private repaint(id: string, obstacles: readonly Obstacle[]): void {
    for (const old of this.painted.get(id) ?? []) paint(this.counts, this.raster, old, CLEARANCE, -1)
    for (const obstacle of obstacles) paint(this.counts, this.raster, obstacle, CLEARANCE, 1)
    if (obstacles.length > 0) this.painted.set(id, obstacles)
    else this.painted.delete(id)
  }

  private isOutside(record: InHall): boolean {
    if (record.type === 'entrance') return !this.isInside({ ...record, width: 0, depth: 0 })
    // An alley may lead to a gate in the hall's edge: its middle line counts, not its corners.
    return !this.isInside(record.type === 'alley' ? { ...groundOf(record), width: 0 } : groundOf(record))
  }

  private isInside(rect: Rectangle): boolean {
    const { minX, minY, maxX, maxY } = boundsOf(rect)
    const { width, depth } = this.hall
    const slack = 1e-6
    return (
      minX >= -width / 2 - slack && maxX <= width / 2 + slack && minY >= -depth / 2 - slack && maxY <= depth / 2 + slack
    )
  }

  /** What shares floor with a plot; of two plots the one with the smaller id reports. */
  private overlappedBy(record: InHall): Solid[] {
    if (record.type !== 'booth' && record.type !== 'stage') return []
    const own = this.solidById.get(record.id)
    if (!own) return []
    return this.solids.search(own).filter(({ record: other, foot }) => {
      if (other.id === record.id) return false
      const isPlot = other.type === 'booth' || other.type === 'stage'
      return (!isPlot || record.id < other.id) && collide(own.foot, foot)
    })
  }

  private walledInBy(booth: Booth, ground: Rectangle): string[] {
    const foot = { ...ground, round: false }
    return this.solids
      .search(boundsOf(ground))
      .filter(
        ({ record, foot: other }) => record.type !== 'decoration' && record.id !== booth.id && collide(foot, other),
      )
      .map(({ record }) => record.id)
  }

  private onAisle(alley: Alley): Solid[] {
    const plazas = [...this.plazas.values()]
    return this.solids
      .search(boundsOf(alleyStrip(alley)))
      .filter((solid) => !plazas.some((plaza) => standsOn(solid, plaza)))
  }

  /** What only the whole floor tells: gates that lead somewhere, booths and stages somebody can come to. */
  private wholeHall(now: readonly InHall[]): Fault[] {
    const entrances = now.filter((record) => record.type === 'entrance')
    const goals = [
      ...[...this.places.values()].map(({ booth, visitor }) => ({ record: booth, at: visitor })),
      ...now.filter((record) => record.type === 'stage').map((stage) => ({ record: stage, at: listenerAt(stage) })),
    ]
    if (entrances.length === 0) {
      return goals.length > 0 ? [{ code: 'no-entrance', ids: [this.hall.id], x: 0, z: 0 }] : []
    }
    const regions = new Regions(this.counts, this.raster.columns)
    const gates = entrances.map((entrance) => ({ entrance, region: this.regionAt(regions, arrival(entrance)) }))
    const open = new Set(gates.map((gate) => gate.region).filter((region) => region >= 0))
    const reached = goals.map((goal) => this.openRegionAt(regions, goal.at, open))
    const main = mostFrequent(reached.filter((region) => region !== null)) ?? [...open][0]
    return [
      ...gates.filter(({ region }) => region !== main).map(({ entrance }) => fault('blocked-entrance', entrance)),
      ...goals.filter((_, i) => reached[i] === null).map(({ record }) => fault('unreachable', record)),
    ]
  }

  private regionAt(regions: Regions, at: Point): number {
    return regions.regionOf(squareOf(this.raster, at))
  }

  /** Someone sent to a blocked place stops beside it, so the eight squares around count too. */
  private openRegionAt(regions: Regions, at: Point, open: ReadonlySet<number>): number | null {
    for (const x of BESIDE) {
      for (const z of BESIDE) {
        const region = this.regionAt(regions, { x: at.x + x * this.raster.cell, z: at.z + z * this.raster.cell })
        if (open.has(region)) return region
      }
    }
    return null
  }
}

const BESIDE = [0, -1, 1]

const fault = (code: Fault['code'], record: Booth | Stage | Entrance): Fault => ({
  code,
  ids: [record.id],
  x: record.x,
  z: record.z,
})

/** The region behind the gates with most booths and stages. */
function mostFrequent(regions: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const region of regions) counts.set(region, (counts.get(region) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

const listenerAt = (stage: Stage): Point => toHall(stageLayout(stage).listener, stage)

/** The floor a record has to do with. */
function groundOf(record: InHall): Rectangle {
  if (record.type === 'alley') return alleyStrip(record)
  if (record.type === 'plaza') return { ...record, width: record.radius * 2, depth: record.radius * 2, heading: 0 }
  if (record.type === 'entrance') return { ...record, depth: 1 }
  return solidOf(record)?.foot ?? { ...record, width: 0, depth: 0, heading: 0 }
}

const decidesSides = (record: InHall): record is Parameters<Surroundings['add']>[0] =>
  record.type !== 'entrance' && record.type !== 'decoration'

const meets = (a: Bounds, b: Bounds): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
