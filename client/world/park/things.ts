/** The plan as things to draw: what stands where, and how it is drawn near and far. */
import RBush from 'rbush'
import { nearestAlley } from '../../../shared/floorplan/alleys.ts'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import type { Booth, Decoration, HallPlan } from '../../../shared/floorplan/model.ts'
import { distance, type Point, toHall } from '../../../shared/floorplan/point.ts'
import { boundsOf, strip } from '../../../shared/floorplan/rectangle.ts'
import type { Localized } from '../../../shared/language.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'
import { lighter, paint, tempered } from './draw/paint.ts'
import type { Thing } from './draw/scenery.ts'
import { type Detail, type Drawing, Sketch } from './draw/sketch.ts'
import { drawBench, drawFlowerbed, drawHedge, drawLamp, drawPlanter, drawStoneWall } from './furniture/alongside.ts'
import { drawFountain } from './furniture/fountain.ts'
import {
  alleyKey,
  alleyPaint,
  armsOf,
  drawGate,
  drawSignpost,
  entranceKey,
  isNamed,
  plazaKey,
  stageKey,
} from './furniture/signpost.ts'
import { drawStage } from './furniture/stage.ts'
import { flatRadius, hillAt } from './ground/ground.ts'
import { covers, type Laid } from './ground/polygons.ts'
import { drawStand, type Stand } from './pavilions/pavilion.ts'
import { frameOf } from './planting/far-trees.ts'
import { drawTree, type Species, type Tree } from './planting/growth.ts'
import { sprayIndex } from './planting/leaf-atlas.ts'
import { Chance } from './random.ts'
import type { Lettering, Style } from './signs/lettering.ts'
import type { Logos } from './signs/logos.ts'
import type { Theme } from './themes.ts'

export interface Written {
  readonly text: Localized
  readonly style: Style
}

/** Everything written in the hall, by key. */
export function writings(
  plan: HallPlan,
  exhibitors: ReadonlyMap<string, ExhibitorCard>,
  title: Localized,
): Map<string, Written> {
  const texts = new Map<string, Written>()
  for (const booth of plan.booths) {
    texts.set(`number ${booth.id}`, { text: { ru: booth.number, en: booth.number }, style: 'number' })
    const exhibitor = booth.exhibitorId ? exhibitors.get(booth.exhibitorId) : undefined
    if (exhibitor) texts.set(`fascia ${booth.id}`, { text: exhibitor.shortName, style: 'fascia' })
  }
  for (const alley of plan.alleys) texts.set(alleyKey(alley), { text: alley.name, style: 'plate' })
  for (const plaza of plan.plazas) texts.set(plazaKey(plaza.id), { text: plaza.name, style: 'plate' })
  for (const stage of plan.stages) {
    texts.set(stageKey(stage.id), { text: stage.name, style: 'plate' })
    texts.set(`title ${stageKey(stage.id)}`, { text: stage.name, style: 'title' })
  }
  for (const entrance of plan.entrances)
    texts.set(entranceKey(entrance.id), { text: entrance.leadsTo ? entrance.name : title, style: 'title' })
  return texts
}

/** Distances in metres up to which things are drawn fully, plainly, and at all. */
const REACH = { stand: [26, 88, 420], small: [24, 75, 120], large: [45, 130, 420] } as const

export function boothThings(
  plan: HallPlan,
  exhibitors: ReadonlyMap<string, ExhibitorCard>,
  theme: Theme,
  lettering: Lettering,
  logos: Logos,
): Thing[] {
  const plots = new RBush<ReturnType<typeof boundsOf>>()
  plots.load(plan.booths.map(boundsOf))
  const exposed = (booth: Booth, side: number): boolean => {
    const beside = { ...toHall({ x: side * (booth.width / 2 + 0.5), z: 0 }, booth), width: 0.6, depth: 1, heading: 0 }
    return !plots.collides(boundsOf(beside))
  }
  return [...boothsOf(plan).values()].map((place) => {
    const { booth } = place
    const exhibitor = booth.exhibitorId ? exhibitors.get(booth.exhibitorId) : undefined
    const stand: Stand = {
      place,
      brand: tempered(exhibitor?.color ?? '#8a8f7a'),
      fascia: exhibitor ? lettering.slot(`fascia ${booth.id}`) : null,
      number: lettering.slot(`number ${booth.id}`),
      logo: exhibitor ? logos.slot(exhibitor.id) : null,
      exposed: { left: exposed(booth, -1), right: exposed(booth, 1) },
    }
    const draw = (detail: Detail): Drawing => drawStand(stand, theme, detail)
    const radius = Math.hypot(booth.width, booth.depth) / 2 + 1.2
    return { x: booth.x, z: booth.z, radius, levels: levels(REACH.stand, draw) }
  })
}

/** Everything else that stands in the hall but trees. */
export function furnitureThings(plan: HallPlan, theme: Theme, lettering: Lettering): Thing[] {
  const things: Thing[] = []
  const slot = (key: string) => lettering.slot(key)
  const put = (
    at: Point & { heading: number },
    radius: number,
    reach: readonly [number, number, number],
    recipe: (sketch: Sketch) => void,
  ): void => {
    things.push({
      x: at.x,
      z: at.z,
      radius,
      levels: levels(reach, (detail) => sketched(detail, at, recipe)).slice(0, reach === REACH.small ? 2 : 3),
    })
  }
  for (const one of plan.decorations) {
    const chance = (): Chance => new Chance(one.id)
    const small = REACH.small
    if (one.kind === 'bench') put(one, 2, small, (sketch) => drawBench(sketch, theme, one.size))
    if (one.kind === 'lamp') {
      const alley = nearestAlley(plan, one)
      const named = alley && isNamed(alley) && !plan.plazas.some((plaza) => distance(plaza, one) < plaza.radius)
      const banner = named
        ? {
            paint: alleyPaint(alley),
            slot: slot(alleyKey(alley)),
            heading: strip(alley, { x: alley.toX, z: alley.toZ }, 1).heading,
          }
        : null
      put({ x: one.x, z: one.z, heading: banner?.heading ?? one.heading }, 2.5, [30, 150, 150], (sketch) =>
        drawLamp(sketch, theme, banner),
      )
    }
    if (one.kind === 'planter') put(one, 1.5, small, (sketch) => drawPlanter(sketch, chance(), theme, one.size))
    if (one.kind === 'flowerbed')
      put(one, one.size + 0.5, REACH.large, (sketch) => drawFlowerbed(sketch, chance(), theme, one.size))
    if (one.kind === 'fountain') put(one, one.size + 2, REACH.large, (sketch) => drawFountain(sketch, theme, one.size))
    if (one.kind === 'signpost') {
      const arms = armsOf(one, plan)
      put({ x: one.x, z: one.z, heading: 0 }, 3, [40, 110, 110], (sketch) => drawSignpost(sketch, theme, arms, slot))
    }
  }
  for (const wall of plan.walls) {
    const end = { x: wall.toX, z: wall.toZ }
    const whole = distance(wall, end)
    const parts = Math.max(1, Math.round(whole / 6))
    const { heading } = strip(wall, end, 1)
    for (let i = 0; i < parts; i++) {
      const t = (i + 0.5) / parts
      const at = { x: wall.x + (end.x - wall.x) * t, z: wall.z + (end.z - wall.z) * t, heading: heading + 90 }
      put(at, 4, [22, 70, 420], (sketch) => {
        if (wall.look === 'stone') drawStoneWall(sketch, theme, whole / parts, wall.height)
        else drawHedge(sketch, new Chance(`${wall.id} ${i}`), whole / parts, wall.height)
      })
    }
  }
  for (const stage of plan.stages)
    put(stage, Math.hypot(stage.width, stage.depth) / 2, [50, 420, 420], (sketch) =>
      drawStage(sketch, theme, stage, slot(`title ${stageKey(stage.id)}`)),
    )
  for (const entrance of plan.entrances)
    put(entrance, entrance.width, [60, 420, 420], (sketch) =>
      drawGate(
        sketch,
        new Chance(entrance.id),
        theme,
        entrance,
        slot(entranceKey(entrance.id)),
        entrance.leadsTo ? 'hall' : 'salon',
      ),
    )
  return things
}

/** Kerbs of stone where an alley or the plaza meets grass, in lengths of a few metres. */
export function kerbThings(plan: HallPlan, theme: Theme, laid: readonly Laid[]): Thing[] {
  const things: Thing[] = []
  const stone = lighter(paint(theme.ground.curb), 1)
  const alleys = laid.filter((one) => one.alley >= 0 && one.cover !== 'slab' && !one.round)
  const paved = laid.filter((one) => one.cover !== 'petals' && one.cover !== 'soil')
  for (const one of alleys) {
    const others = paved.filter(
      (other) =>
        other !== one &&
        Math.hypot(other.x - one.x, other.z - one.z) <
          (Math.hypot(other.width, other.depth) + Math.hypot(one.width, one.depth)) / 2 + 1,
    )
    const yaw = (one.heading * Math.PI) / 180
    for (const side of [-1, 1]) {
      let start: number | null = null
      const step = 0.5
      const at = (z: number, out: number): Point => {
        const x = side * (one.width / 2 + out)
        return { x: one.x + x * Math.cos(yaw) + z * Math.sin(yaw), z: one.z - x * Math.sin(yaw) + z * Math.cos(yaw) }
      }
      for (let z = -one.depth / 2; z <= one.depth / 2 + 1e-6; z += step) {
        const last = z + step > one.depth / 2
        const grass = !others.some((other) => covers(other, at(z + step / 2, 0.12)))
        if (grass && !last && start === null) start = z
        if (start !== null && (!grass || last || z - start >= 6)) {
          const length = z - start
          const middle = at((z + start) / 2, 0.05)
          const place = { ...middle, heading: one.heading }
          things.push({
            ...middle,
            radius: 3.5,
            levels: levels([22, 85, 85], (detail) =>
              sketched(detail, place, (sketch) => {
                const stones = sketch.full ? Math.max(1, Math.round(length)) : 1
                for (let i = 0; i < stones; i++)
                  sketch.box({
                    at: [0, 0, ((i + 0.5) / stones - 0.5) * length],
                    size: [0.14, 0.075, length / stones - 0.008],
                    paint: lighter(stone, 0.9 + ((i * 37) % 10) * 0.018),
                    stuff: 'stone',
                    bevel: 0.018,
                  })
              }),
            ).slice(0, 2),
          })
          start = grass && !last ? z : null
        }
      }
    }
  }
  for (const plaza of plan.plazas) {
    const others = paved.filter((other) => !(other.round && other.width > 6))
    const sides = Math.round(plaza.radius * 5)
    for (let i = 0; i < sides; i++) {
      const angle = ((i + 0.5) / sides) * Math.PI * 2
      const radius = plaza.radius + 0.05
      const middle = { x: plaza.x + Math.sin(angle) * radius, z: plaza.z + Math.cos(angle) * radius }
      if (others.some((other) => covers(other, middle))) continue
      const place = { ...middle, heading: (angle * 180) / Math.PI }
      const length = (Math.PI * 2 * radius) / sides
      things.push({
        ...middle,
        radius: 1,
        levels: levels([30, 90, 90], (detail) =>
          sketched(detail, place, (sketch) =>
            sketch.box({
              at: [0, 0, 0],
              size: [length - 0.01, 0.085, 0.16],
              paint: stone,
              stuff: 'stone',
              bevel: 0.02,
            }),
          ),
        ).slice(0, 2),
      })
    }
  }
  return things
}

/** Trees of the plan and of the country around it; `trees` are those grown, some of each species. */
export function treeThings(plan: HallPlan, trees: readonly Tree[], crowded: boolean): Thing[] {
  // Crowns beside a gate stay small enough not to hang before its name.
  const room = (at: Point): number =>
    Math.min(...plan.entrances.map((entrance) => Math.max(2.4, distance(entrance, at) - entrance.width * 0.4)))
  const things = plan.decorations
    .filter((one) => one.kind === 'tree')
    .map((one) => treeThing(one, one.planting, Math.min(one.size, room(one)), trees, 0, 1))
  if (crowded) things.push(...countryside(plan, trees))
  return things
}

// Boughs of neighbours reach into each other; drawn to the full radius they would hide the hall.
const CROWN = 0.88

function treeThing(
  at: Point & { readonly id?: string; readonly heading?: number },
  planting: Decoration['planting'],
  crown: number,
  trees: readonly Tree[],
  y: number,
  closeness: number,
): Thing {
  const chance = new Chance(Math.round(at.x * 97 + at.z * 31))
  const species: Species = planting && planting !== 'none' ? planting : 'linden'
  const grown = trees.flatMap((tree, index) => (tree.species === species ? [index] : []))
  const index = grown[chance.below(grown.length)] as number
  const tree = trees[index] as Tree
  const scale = (crown * CROWN) / tree.look.spread
  const warm = chance.about(0.1)
  const bright = chance.between(0.9, 1.08)
  const tint = [bright * (1 + warm), bright, bright * (1 - warm * 0.5)] as const
  const place = { x: at.x, z: at.z, y, heading: chance.next() * 360, scale }
  const near = (detail: Detail): Drawing => {
    const sketch = new Sketch(detail, place)
    drawTree(sketch, tree, tint)
    return sketch.finish()
  }
  const { width, height } = frameOf(tree)
  const far = (detail: Detail): Drawing => {
    const sketch = new Sketch(detail, place)
    sketch.raw('farTree', [
      at.x,
      y - 0.05,
      at.z,
      width * scale,
      index,
      height * scale,
      0,
      chance.next() < 0.5 ? 1 : -1,
      ...tint,
      1,
      0,
      0,
      0,
      0,
    ])
    return sketch.finish()
  }
  return {
    x: at.x,
    z: at.z,
    radius: tree.look.height * scale,
    levels: [
      { until: 24 * closeness, draw: near, detail: 'full' },
      { until: 60 * closeness, draw: near, detail: 'plain' },
      { until: 900, draw: far, detail: 'far' },
    ],
  }
}

/** Groves beyond the hall, thicker further out, so that the world ends in woods and haze. */
function countryside(plan: HallPlan, trees: readonly Tree[]): Thing[] {
  const chance = new Chance(`${plan.hall.id} country`)
  const flat = flatRadius(plan.hall)
  const things: Thing[] = []
  const species = ['linden', 'birch', 'linden', 'birch', 'apple', 'cherry'] as const
  for (let tries = 0; tries < 1500 && things.length < 420; tries++) {
    const angle = chance.next() * Math.PI * 2
    const radius = flat * 0.6 + Math.sqrt(chance.next()) * 330
    const x = Math.sin(angle) * radius
    const z = Math.cos(angle) * radius
    const outside = Math.max(Math.abs(x) - plan.hall.width / 2, Math.abs(z) - plan.hall.depth / 2)
    if (outside < 5) continue
    const grove = Math.sin(x / 23 + 0.6) + Math.cos(z / 27 + 1.9) + outside / 120
    if (grove < 0.35) continue
    const gate = plan.entrances.some((entrance) => Math.hypot(entrance.x - x, entrance.z - z) < 26)
    if (gate) continue
    const kind = chance.pick(species)
    things.push(
      treeThing(
        { x, z },
        kind,
        chance.between(3.8, 6.2) * (kind === 'birch' ? 0.8 : 1),
        trees,
        hillAt(x, z, flat),
        0.8,
      ),
    )
  }
  return things
}

/** Tufts of grass on the lawns about the visitor, in squares of a few metres drawn when first come near. */
export function grassThings(plan: HallPlan, laid: readonly Laid[]): Thing[] {
  const side = 5
  const things: Thing[] = []
  const paved = laid.filter((one) => one.cover !== 'petals')
  const cell = sprayIndex('grass')
  for (let x = -plan.hall.width / 2 - 15; x < plan.hall.width / 2 + 15; x += side)
    for (let z = -plan.hall.depth / 2 - 15; z < plan.hall.depth / 2 + 15; z += side) {
      const place = { x: x + side / 2, z: z + side / 2, heading: 0 }
      const draw = (): Drawing => {
        const chance = new Chance(`grass ${x} ${z}`)
        const near = paved.filter(
          (one) => Math.hypot(one.x - place.x, one.z - place.z) < Math.hypot(one.width, one.depth) / 2 + side,
        )
        const sketch = new Sketch('full', place)
        for (let i = 0; i < 170; i++) {
          const at = { x: x + chance.next() * side, z: z + chance.next() * side }
          if (near.some((one) => covers(one, at))) continue
          const size = chance.between(0.12, 0.27)
          const dry = chance.between(0.85, 1.1)
          sketch.tuft({
            at: [at.x - place.x, size * 0.42, at.z - place.z],
            size,
            heart: [at.x - place.x, -1, at.z - place.z],
            cell,
            tint: [dry, chance.between(0.9, 1.05), 0.85],
            open: 0.9,
            turn: chance.next() * 7,
            sway: 0.03,
            through: 0.32,
            stands: true,
          })
        }
        return sketch.finish()
      }
      things.push({ x: place.x, z: place.z, radius: side * 0.75, levels: [{ until: 15, draw, detail: 'full' }] })
    }
  return things
}

function levels(reach: readonly [number, number, number], draw: (detail: Detail) => Drawing): Thing['levels'] {
  return [
    { until: reach[0], draw, detail: 'full' },
    { until: reach[1], draw, detail: 'plain' },
    { until: reach[2], draw, detail: 'far' },
  ]
}

function sketched(detail: Detail, at: Point & { readonly heading: number }, recipe: (sketch: Sketch) => void): Drawing {
  const sketch = new Sketch(detail, at)
  recipe(sketch)
  return sketch.finish()
}
