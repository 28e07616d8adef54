/**
 * A sketch: what a recipe joins a thing from. Recipes speak in the thing's own metres (x right, y up, z front); the
 * sketch puts every piece on the floor of the hall and keeps it as instances of the few templates.
 */

import type { Paint } from './paint.ts'
import { LANES, STRIDE } from './pool.ts'
import { ROOF_SHAPES, type RoofShape } from './roofs.ts'
import { STUFF, type Stuff } from './surfaces.ts'
import { after, NO_TURN, type Turn, turn } from './turn.ts'

export type PoolName =
  | 'box'
  | 'plainBox'
  | 'turned'
  | 'roof'
  | 'plainRoof'
  | 'limb'
  | 'plainLimb'
  | 'tuft'
  | 'plainTuft'
  | 'grass'
  | 'farTree'
  | 'text'
  | 'logo'

/** Instances by pool: what a thing looks like at one level of detail. */
export type Drawing = readonly (readonly [PoolName, Float32Array])[]

export type Detail = 'full' | 'plain' | 'far'

interface Placement {
  readonly x: number
  readonly z: number
  readonly y?: number
  /** Degrees, as in the floor plan. */
  readonly heading: number
  readonly scale?: number
}

export interface BoxForm {
  /** Centre in x and z, underside in y, metres. */
  readonly at: readonly [number, number, number]
  /** Width, height, depth, metres. */
  readonly size: readonly [number, number, number]
  readonly paint: Paint
  readonly stuff?: Stuff
  /** Metres; 12 mm unless said. */
  readonly bevel?: number
  /** Radians about y, then x, then z, through its centre. */
  readonly turn?: readonly [number, number?, number?]
  /** Share of the sky it sees; 1 out of doors. */
  readonly open?: number
}

export interface TurnedForm extends Omit<BoxForm, 'size'> {
  /** Radius at the bottom, height, metres. */
  readonly radius: number
  readonly height: number
  /** Radius at the top over radius at the bottom, up to 1.9. */
  readonly taper?: number
}

export interface RoofForm {
  /** Middle of the eaves. */
  readonly at: readonly [number, number, number]
  readonly width: number
  readonly depth: number
  readonly rise: number
  readonly shape: RoofShape
  readonly paint: Paint
  /** Metres of hem. */
  readonly hem?: number
  /** Stripes across, 0 for none. */
  readonly stripes?: number
  readonly strength?: number
  readonly glass?: boolean
  /** Radians. */
  readonly yaw?: number
}

export interface TuftForm {
  readonly at: readonly [number, number, number]
  readonly size: number
  /** Where its normals bend away from. */
  readonly heart: readonly [number, number, number]
  readonly cell: number
  readonly tint: Paint
  readonly open: number
  readonly turn: number
  readonly sway?: number
  readonly through?: number
  readonly stands?: boolean
}

export interface LimbForm {
  readonly from: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  readonly bend: readonly [number, number, number]
  readonly radius: number
  readonly end: number
  readonly paint: Paint
  readonly birch?: boolean
}

/** Where something is written or pictured, on an upright or turned card. */
export interface CardForm {
  /** Its middle. */
  readonly at: readonly [number, number, number]
  readonly width: number
  readonly height: number
  readonly turn?: readonly [number, number?, number?]
  readonly slot: Slot
  readonly paint: Paint
  readonly open?: number
}

/** A place in an atlas: left, bottom, right, top as shares of the page, and the colour channel it is kept in. */
export interface Slot {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
  readonly channel: number
}

export class Sketch {
  readonly detail: Detail
  /** What is drawn now stands under a roof and in its warm light. */
  indoors = false
  private readonly floats = new Map<PoolName, number[]>()
  private x = 0
  private y = 0
  private z = 0
  private sin = 0
  private cos = 1
  private yaw = 0
  private base: Turn = NO_TURN
  private scale = 1

  constructor(detail: Detail, place: Placement) {
    this.detail = detail
    this.place(place)
  }

  get full(): boolean {
    return this.detail === 'full'
  }

  /** Go on drawing somewhere else. */
  place(place: Placement): void {
    this.x = place.x
    this.y = place.y ?? 0
    this.z = place.z
    this.yaw = (place.heading * Math.PI) / 180
    this.sin = Math.sin(this.yaw)
    this.cos = Math.cos(this.yaw)
    this.base = turn(this.yaw)
    this.scale = place.scale ?? 1
  }

  box(form: BoxForm): void {
    const lanes = this.lanes(this.full ? 'box' : 'plainBox')
    const [w, h, d] = form.size
    this.point(lanes, form.at[0], form.at[1] + h / 2, form.at[2])
    lanes.push((form.bevel ?? 0.012) * this.scale)
    this.turned(lanes, form.turn)
    const half = this.scale / 2
    lanes.push(w * half, h * half, d * half, STUFF[form.stuff ?? 'timber'] + 0.5)
    lanes.push(...form.paint, (form.open ?? 1) + (this.indoors ? 1 : 0))
  }

  turnedPiece(form: TurnedForm): void {
    if (!this.full) {
      const side = form.radius * 1.7 * Math.max(1, form.taper ?? 1)
      this.box({ ...form, size: [side, form.height, side] })
      return
    }
    const lanes = this.lanes('turned')
    this.point(lanes, form.at[0], form.at[1] + form.height / 2, form.at[2])
    lanes.push((form.bevel ?? 0.012) * this.scale)
    this.turned(lanes, form.turn)
    const taper = Math.min(0.98, (form.taper ?? 1) / 2)
    lanes.push(form.radius * this.scale, (form.height / 2) * this.scale, form.radius * this.scale)
    lanes.push(STUFF[form.stuff ?? 'timber'] + taper)
    lanes.push(...form.paint, (form.open ?? 1) + (this.indoors ? 1 : 0))
  }

  roof(form: RoofForm): void {
    const lanes = this.lanes(this.full ? 'roof' : 'plainRoof')
    this.point(lanes, ...form.at)
    lanes.push(ROOF_SHAPES[form.shape])
    lanes.push(this.yaw + (form.yaw ?? 0), form.hem ?? 0.16, form.stripes ?? 0, 1)
    lanes.push(form.width / 2, form.rise, form.depth / 2, form.glass ? 1 : 0)
    lanes.push(...form.paint, form.strength ?? 0.8)
  }

  tuft(form: TuftForm): void {
    const lanes = this.lanes(form.stands ? 'grass' : this.full ? 'tuft' : 'plainTuft')
    this.point(lanes, ...form.at)
    lanes.push(form.size * this.scale)
    this.point(lanes, ...form.heart)
    lanes.push(form.cell)
    lanes.push(...form.tint, form.open)
    lanes.push(form.turn + this.yaw, form.sway ?? 0.03, form.through ?? 0.5, form.stands ? 1 : 0)
  }

  limb(form: LimbForm): void {
    const lanes = this.lanes(this.full ? 'limb' : 'plainLimb')
    this.point(lanes, ...form.from)
    lanes.push(form.radius * this.scale)
    this.point(lanes, ...form.to)
    lanes.push(form.end * this.scale)
    const [bx, by, bz] = form.bend
    lanes.push(
      (bx * this.cos + bz * this.sin) * this.scale,
      by * this.scale,
      (-bx * this.sin + bz * this.cos) * this.scale,
      form.birch ? 1 : 0,
    )
    lanes.push(...form.paint, (this.x * 0.7 + this.z * 1.3) % 1)
  }

  text(form: CardForm): void {
    this.card('text', form)
  }

  logo(form: CardForm): void {
    this.card('logo', form)
  }

  /** Instances as they are; `lanes` are in hall coordinates. */
  raw(pool: PoolName, lanes: readonly number[]): void {
    this.lanes(pool).push(...lanes)
  }

  finish(): Drawing {
    return [...this.floats].map(([pool, lanes]) => {
      if (lanes.length % STRIDE !== 0) throw new Error(`A piece of ${pool} has other than ${LANES} lanes.`)
      return [pool, new Float32Array(lanes)] as const
    })
  }

  private card(pool: 'text' | 'logo', form: CardForm): void {
    const lanes = this.lanes(pool)
    this.point(lanes, ...form.at)
    lanes.push(form.slot.channel + (form.open ?? 1) * 0.5)
    this.turned(lanes, form.turn)
    lanes.push(form.slot.left, form.slot.bottom, form.slot.right, form.slot.top)
    // Width and height share a lane to millimetres; colour needs only eight bits a channel.
    lanes.push(form.width * this.scale, form.height * this.scale, packed(form.paint), 0)
  }

  private lanes(pool: PoolName): number[] {
    const known = this.floats.get(pool)
    if (known) return known
    const lanes: number[] = []
    this.floats.set(pool, lanes)
    return lanes
  }

  private point(lanes: number[], x: number, y: number, z: number): void {
    const s = this.scale
    lanes.push(this.x + (x * this.cos + z * this.sin) * s, this.y + y * s, this.z + (-x * this.sin + z * this.cos) * s)
  }

  private turned(lanes: number[], by?: readonly [number, number?, number?]): void {
    lanes.push(...(by ? after(this.base, turn(by[0], by[1], by[2])) : this.base))
  }
}

/** A linear colour in one float, exactly: 3 × 8 bits of its square roots. */
function packed(p: Paint): number {
  const [r, g, b] = p.map((c) => Math.round(Math.sqrt(Math.min(1, Math.max(0, c))) * 255)) as [number, number, number]
  return r * 65536 + g * 256 + b
}
