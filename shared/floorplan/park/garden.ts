/** The ground of a park while it is planted: knows what stands where, so that nothing grows in anybody's way. */
import RBush from 'rbush'
import type { Alley, Booth, Decoration, DecorationKind, HallPlan, Planting } from '../model.ts'
import { arrival, decorationObstacle } from '../obstacles.ts'
import { distance, type Point } from '../point.ts'
import { type Bounds, boundsOf, grown, overlaps, type Rectangle, strip } from '../rectangle.ts'

export class Garden {
  readonly planted: Decoration[] = []
  readonly plan: Omit<HallPlan, 'decorations'>
  readonly random: () => number
  private readonly things = new RBush<
    Bounds & { readonly kind: DecorationKind; readonly at: Point; readonly radius: number }
  >()
  private readonly plots = new RBush<Bounds & { readonly rect: Rectangle; readonly booth: Booth | null }>()
  private readonly aisles: readonly { readonly alley: Alley; readonly rect: Rectangle }[]
  private readonly counts = new Map<DecorationKind, number>()

  constructor(plan: Omit<HallPlan, 'decorations'>, random: () => number) {
    this.plan = plan
    this.random = random
    this.aisles = plan.alleys.map((alley) => ({ alley, rect: aisle(alley) }))
    this.plots.load([
      ...plan.booths.map((booth) => ({ ...boundsOf(booth), rect: booth, booth })),
      ...plan.stages.map((stage) => ({ ...boundsOf(stage), rect: stage, booth: null })),
    ])
  }

  /**
   * Puts a thing down unless that is on an aisle, in a booth, at a gate, close to another thing, or within `apart` metres
   * of another of its kind.
   */
  put(
    kind: DecorationKind,
    at: Point,
    options: { size: number; heading?: number; planting?: Planting | null; apart?: number },
  ): boolean {
    const thing: Decoration = {
      type: 'decoration',
      id: '',
      hallId: this.plan.hall.id,
      x: Math.round(at.x * 20) / 20,
      z: Math.round(at.z * 20) / 20,
      kind,
      heading: options.heading ?? 0,
      size: options.size,
      planting: options.planting ?? null,
    }
    const foot = decorationObstacle(thing)
    const radius = Math.max(foot.width, foot.depth) / 2
    const isCrowded = this.isNear(at, CLOSE + radius) || this.isNear(at, (options.apart ?? 0) + radius, kind)
    if (isCrowded || this.isInTheWay(grown(foot, 0.1))) return false
    const count = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, count)
    this.planted.push({ ...thing, id: `${this.plan.hall.id}-${kind}-${count}` })
    this.things.insert({ ...boxAround(at, radius), kind, at, radius })
    return true
  }

  tree(at: Point, planting: Planting, crown: number, apart: number): boolean {
    if (planting === 'none') return false
    const size = Math.round(crown * (0.92 + this.random() * 0.16) * 10) / 10
    return this.put('tree', at, { size, planting, heading: Math.floor(this.random() * 360), apart })
  }

  /** Whether there is a thing (of that kind) within `radius` metres. */
  isNear(at: Point, radius: number, kind?: DecorationKind): boolean {
    return this.things
      .search(boxAround(at, radius))
      .some((thing) => (kind ?? thing.kind) === thing.kind && distance(thing.at, at) < radius + thing.radius)
  }

  /** Whether something there would stand on an aisle, a plot, a gate or outside the hedge. */
  isInTheWay(foot: Rectangle): boolean {
    const { hall, entrances } = this.plan
    const box = boundsOf(foot)
    const edge = 1.6
    if (
      box.minX < edge - hall.width / 2 ||
      box.maxX > hall.width / 2 - edge ||
      box.minY < edge - hall.depth / 2 ||
      box.maxY > hall.depth / 2 - edge
    ) {
      return true
    }
    return (
      this.aisles.some(({ rect }) => overlaps(rect, foot)) ||
      this.plotsNear(foot, 0).length > 0 ||
      entrances.some((entrance) => distance(arrival(entrance), foot) < 3)
    )
  }

  /** Booths and stages within `reach` metres of a rectangle. */
  plotsNear(foot: Rectangle, reach: number): { readonly rect: Rectangle; readonly booth: Booth | null }[] {
    const wide = grown(foot, reach)
    return this.plots.search(boundsOf(wide)).filter((plot) => overlaps(plot.rect, wide))
  }

  onPlaza(at: Point, margin: number): boolean {
    return this.plan.plazas.some((plaza) => distance(plaza, at) < plaza.radius + margin)
  }

  /** Metres from a point to the nearest aisle. */
  awayFromAisles(at: Point, reach: number): boolean {
    const foot = { ...at, width: 2 * reach, depth: 2 * reach, heading: 0 }
    return !this.aisles.some(({ rect }) => overlaps(rect, foot))
  }
}

/** Room around anything, metres: one can sweep there. */
const CLOSE = 0.4

const boxAround = ({ x, z }: Point, radius: number): Bounds => ({
  minX: x - radius,
  minY: z - radius,
  maxX: x + radius,
  maxY: z + radius,
})

const aisle = (alley: Alley): Rectangle => strip(alley, { x: alley.toX, z: alley.toZ }, alley.width)
