/**
 * The baked shade of a hall: where the low sun is kept off the ground by roofs and walls (red) or crowns (green), and
 * where things stand close (blue). Shapes are projected along the sun onto one canvas; materials multiply the direct
 * light by it. Drawn once a hall.
 */
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, NoColorSpace, type Texture, type Vector3 } from 'three'
import type { HallPlan } from '../../../../shared/floorplan/model.ts'
import { type Point, toHall } from '../../../../shared/floorplan/point.ts'
import { corners, type Rectangle, strip } from '../../../../shared/floorplan/rectangle.ts'
import { Chance } from '../random.ts'
import type { Theme } from '../themes.ts'

/** Something that keeps the sun off: a sheet at a height (a roof), or solid from the ground up. */
export interface Caster {
  readonly rect: Rectangle
  readonly from: number
  readonly to: number
}

export interface ShadeArea extends Point {
  readonly width: number
  readonly depth: number
}

/** The hall and a margin, metres. */
export function shadeArea(plan: HallPlan): ShadeArea {
  return { x: 0, z: 0, width: plan.hall.width + 24, depth: plan.hall.depth + 24 }
}

export function drawShade(
  plan: HallPlan,
  casters: readonly Caster[],
  sun: Vector3,
  theme: Theme,
  size: number,
): Texture {
  const area = shadeArea(plan)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const ink = canvas.getContext('2d')
  if (!ink) throw new Error('This browser has no 2D canvas to draw shade on.')
  ink.fillStyle = '#000'
  ink.fillRect(0, 0, size, size)
  ink.setTransform(size / area.width, 0, 0, size / area.depth, size / 2, size / 2)
  ink.globalCompositeOperation = 'lighter'
  const cast = (point: Point, height: number): Point => ({
    x: point.x - (sun.x / sun.y) * height,
    z: point.z - (sun.z / sun.y) * height,
  })

  for (const caster of casters) {
    const base = corners(caster.rect)
    const low = base.map((corner) => cast(corner, caster.from))
    const high = base.map((corner) => cast(corner, caster.to))
    polygon(ink, hull([...low, ...high]), 'rgba(220,0,0,1)')
  }

  const stamps = new Map<string, HTMLCanvasElement>()
  const turned = Math.atan2(-sun.z, -sun.x)
  const stretch = Math.hypot(sun.x, sun.z) / sun.y
  for (const tree of plan.decorations) {
    if (tree.kind !== 'tree') continue
    const species = tree.planting && tree.planting !== 'none' ? tree.planting : 'linden'
    const look = theme.planting[species]
    const scale = tree.size / look.spread
    const key = `${species}${Math.abs(Math.round(tree.x * 7 + tree.z * 3)) % 3}`
    const stamp = stamps.get(key) ?? crownShade(key)
    stamps.set(key, stamp)
    const middle = cast(tree, (look.height - look.rise) * scale)
    const across = tree.size * 1.12
    const along = Math.hypot(across, look.rise * scale * stretch)
    ink.save()
    ink.translate(middle.x, middle.z)
    ink.rotate(turned)
    ink.drawImage(stamp, -along, -across, along * 2, across * 2)
    ink.restore()
    const foot = cast(tree, look.clear * scale * 1.2)
    ink.strokeStyle = 'rgba(150,0,0,1)'
    ink.lineWidth = look.trunk * scale * 1.7
    line(ink, tree, foot)
  }
  for (const thing of plan.decorations) {
    if (thing.kind !== 'lamp' && thing.kind !== 'signpost') continue
    ink.strokeStyle = 'rgba(120,0,0,1)'
    ink.lineWidth = 0.14
    line(ink, thing, cast(thing, 3.4))
  }

  contact(ink, plan)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = NoColorSpace
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.anisotropy = 8
  return texture
}

/** Darkening about what stands on the ground, in nested rims: a blur without a filter, which not every browser has. */
function contact(ink: CanvasRenderingContext2D, plan: HallPlan): void {
  const rims = [0.12, 0.3, 0.55, 0.9, 1.4]
  const around = (rect: Rectangle, strength: number): void => {
    ink.save()
    ink.translate(rect.x, rect.z)
    ink.rotate((-rect.heading * Math.PI) / 180)
    ink.fillStyle = `rgba(0,0,${Math.round((255 * strength) / rims.length)},1)`
    for (const rim of rims) {
      ink.beginPath()
      ink.roundRect(-rect.width / 2 - rim, -rect.depth / 2 - rim, rect.width + rim * 2, rect.depth + rim * 2, rim)
      ink.fill()
    }
    ink.restore()
  }
  for (const booth of plan.booths) {
    const back: Rectangle = {
      ...toHall({ x: 0, z: -booth.depth * 0.3 }, booth),
      width: booth.width,
      depth: booth.depth * 0.4,
      heading: booth.heading,
    }
    around(booth, 0.2)
    around(back, 0.25)
  }
  for (const wall of plan.walls) around(strip(wall, { x: wall.toX, z: wall.toZ }, 0.6), 0.7)
  for (const thing of plan.decorations) {
    const side =
      thing.kind === 'tree' ? 0.3 : thing.kind === 'lamp' || thing.kind === 'signpost' ? 0.12 : thing.size * 0.8
    const depth = thing.kind === 'bench' || thing.kind === 'planter' ? 0.5 : side
    around({ ...thing, width: side, depth }, 0.55)
  }
}

/** The shade of a crown: hundreds of leaf clusters with the sun between them. */
function crownShade(seed: string): HTMLCanvasElement {
  const size = 256
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const ink = canvas.getContext('2d')
  if (!ink) return canvas
  const chance = new Chance(seed)
  const middle = size / 2
  ink.fillStyle = 'rgba(0,230,0,0.34)'
  for (let i = 0; i < 620; i++) {
    const angle = chance.next() * 7
    const reach = Math.sqrt(chance.next()) * middle * 0.86
    const radius = chance.between(2.5, 11)
    ink.beginPath()
    ink.ellipse(
      middle + Math.cos(angle) * reach,
      middle + Math.sin(angle) * reach,
      radius,
      radius * chance.between(0.5, 1),
      angle,
      0,
      7,
    )
    ink.fill()
  }
  return canvas
}

function line(ink: CanvasRenderingContext2D, from: Point, to: Point): void {
  ink.beginPath()
  ink.moveTo(from.x, from.z)
  ink.lineTo(to.x, to.z)
  ink.stroke()
}

function polygon(ink: CanvasRenderingContext2D, points: readonly Point[], color: string): void {
  ink.fillStyle = color
  ink.beginPath()
  for (const point of points) ink.lineTo(point.x, point.z)
  ink.fill()
}

/** Convex hull (Andrew's monotone chain). */
function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.z - b.z)
  const half = (from: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of from) {
      while (chain.length > 1 && turns(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half([...sorted].reverse())]
}

const turns = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.z - o.z) - (a.z - o.z) * (b.x - o.x)
