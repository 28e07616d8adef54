/**
 * What is written on the map. Every label is set inside what it names: a booth's within its plot, an alley's along its
 * paving, a stage's over its seats. So labels never overlap, and which fit follows from the zoom alone.
 */
import { Container, Sprite } from 'pixi.js'
import type { Alley, Booth, HallPlan } from '../../../shared/floorplan/model.ts'
import { type Point, toHall } from '../../../shared/floorplan/point.ts'
import { type Bounds, boundsOf } from '../../../shared/floorplan/rectangle.ts'
import type { Localized } from '../../../shared/language.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'
import { PALETTE } from '../../app/palette.ts'
import { type Camera, toScreen, type Viewport } from '../camera.ts'
import { AWNING } from '../drawing/pavilions.ts'
import type { Logos } from './logos.ts'
import { nameSpots } from './name-spots.ts'
import { DISPLAY, type Line, setInType, TEXT, type Type, widthOf } from './words.ts'
import { wrapped } from './wrapping.ts'

/** Paper between words and what they are written on. */
const HALO = 'rgba(252,247,234,0.62)'
const NUMBER: Type = {
  font: `600 10px ${TEXT}`,
  colour: '#4a4534',
  leading: 12,
  tracking: 0.2,
  halo: HALO,
}
const NAME_LARGE: Type = {
  font: `600 15px ${TEXT}`,
  colour: PALETTE.ink,
  leading: 18,
  halo: HALO,
}
const NAME: Type = {
  font: `600 12px ${TEXT}`,
  colour: PALETTE.ink,
  leading: 14,
  halo: HALO,
}
const NAME_SMALL: Type = {
  font: `560 10.5px ${TEXT}`,
  colour: PALETTE.ink,
  leading: 12,
  halo: HALO,
}
const ALLEY: Type = {
  font: `italic 500 14px ${DISPLAY}`,
  colour: '#6d5f43',
  leading: 18,
  tracking: 1.1,
}
const ALLEY_SMALL: Type = {
  font: `italic 500 11px ${DISPLAY}`,
  colour: '#6d5f43',
  leading: 14,
  tracking: 0.7,
}
const PLACE: Type = {
  font: `560 14px ${DISPLAY}`,
  colour: PALETTE.lindenDeep,
  leading: 17,
  halo: 'rgba(250,244,228,0.85)',
}
const PLACE_SMALL: Type = {
  ...PLACE,
  font: `560 12.5px ${DISPLAY}`,
  leading: 14,
}

/** Labels are set anew when the zoom has changed by this much. */
const STEP = 1.18
/** Alley names are repeated this far apart, CSS pixels. */
const REPEAT = 520

/** New labels set in a frame: a change of zoom may ask for hundreds. */
const SET_PER_FRAME = 14
/** From here on a booth has room for large type, and for its logo, CSS pixels. */
const LARGE_FROM = 130
const LOGO_FROM = 86

interface Logo {
  readonly path: string
  /** CSS pixels. */
  readonly side: number
}

interface Label {
  readonly at: Point
  readonly bounds: Bounds
  /** Radians clockwise on the screen. */
  readonly turn: number
  readonly lines: readonly Line[]
  readonly logo: Logo | null
  set: Container | null
}

/** Labels with the same key look the same, so one that was set for the last zoom serves the next. */
const keyOf = ({ turn, lines, logo }: Label): string =>
  [turn, logo?.path, logo?.side, ...lines.map(({ text, type }) => `${type.font}${type.colour}${text}`)].join('|')

export class Labels {
  /** In CSS pixels of the view. */
  readonly container = new Container()
  private readonly plan: HallPlan
  private readonly exhibitors: ReadonlyMap<string, ExhibitorCard>
  private readonly logos: Logos
  private readonly resolution: number
  private say: (text: Localized) => string
  private labels: Label[] = []
  private readonly spare = new Map<string, Container[]>()
  private step = Number.NaN

  constructor(
    plan: HallPlan,
    exhibitors: ReadonlyMap<string, ExhibitorCard>,
    logos: Logos,
    say: (text: Localized) => string,
    resolution: number,
  ) {
    this.plan = plan
    this.exhibitors = exhibitors
    this.logos = logos
    this.say = say
    this.resolution = resolution
  }

  /** Another language, or the fonts have come: everything is set anew. */
  restart(say: (text: Localized) => string): void {
    this.say = say
    this.putAside()
    this.clearSpare()
    this.step = Number.NaN
  }

  /** Shows what is in `window` (metres). False while there is more to set. */
  show(camera: Camera, view: Viewport, window: Bounds): boolean {
    const step = Math.floor(Math.log(camera.scale) / Math.log(STEP) + 1e-6)
    if (step !== this.step) this.lay(step)
    let toSet = SET_PER_FRAME
    let complete = true
    for (const label of this.labels) {
      const { bounds } = label
      const seen =
        bounds.maxX > window.minX && bounds.minX < window.maxX && bounds.maxY > window.minY && bounds.minY < window.maxY
      if (seen && !label.set) {
        label.set = this.spare.get(keyOf(label))?.pop() ?? null
        if (!label.set && toSet > 0) {
          toSet--
          label.set = this.setLabel(label)
        }
      }
      if (!label.set) {
        if (seen) complete = false
        continue
      }
      label.set.visible = seen
      if (!seen) continue
      const { x, y } = toScreen(camera, view, label.at)
      // Whole device pixels keep type crisp.
      label.set.position.set(
        Math.round(x * this.resolution) / this.resolution,
        Math.round(y * this.resolution) / this.resolution,
      )
    }
    if (complete) this.clearSpare()
    return complete
  }

  dispose(): void {
    this.putAside()
    this.clearSpare()
    this.container.destroy()
  }

  private setLabel({ lines, logo, turn }: Label): Container {
    const set = new Container()
    const words = setInType(lines, this.resolution)
    set.addChild(words)
    if (logo) {
      const texture = this.logos.at(logo.path)
      words.y = logo.side / 2 + 1
      if (texture) {
        const picture = new Sprite({ texture, anchor: 0.5 })
        picture.width = logo.side
        picture.height = logo.side
        picture.y = -words.height / 2 - 1
        set.addChild(picture)
      }
    }
    set.rotation = turn
    this.container.addChild(set)
    return set
  }

  /** A logo has come: labels that wait for one are set again. */
  redoLogos(): void {
    for (const label of this.labels) {
      if (!label.logo || !label.set || label.set.children.length > 1 || !this.logos.at(label.logo.path)) continue
      discard(label.set)
      label.set = null
    }
  }

  private putAside(): void {
    for (const label of this.labels) {
      if (!label.set) continue
      label.set.visible = false
      const key = keyOf(label)
      const alike = this.spare.get(key)
      if (alike) alike.push(label.set)
      else this.spare.set(key, [label.set])
    }
    this.labels = []
  }

  private clearSpare(): void {
    for (const alike of this.spare.values()) for (const set of alike) discard(set)
    this.spare.clear()
  }

  private lay(step: number): void {
    this.putAside()
    this.step = step
    const scale = STEP ** step
    const { plan } = this
    this.labels = [
      ...plan.alleys.flatMap((alley) => this.alongAlley(alley, scale)),
      ...plan.booths.flatMap((booth) => this.inBooth(booth, scale)),
      ...plan.stages.flatMap((stage) => this.inPlace(stage.name, boundsOf(stage), stage, stage.width * scale, scale)),
      ...plan.plazas.flatMap((plaza) => {
        const at = { x: plaza.x, z: plaza.z + plaza.radius * 0.56 }
        return this.inPlace(plaza.name, aroundPoint(plaza, plaza.radius), at, plaza.radius * 1.6 * scale, scale)
      }),
      ...plan.entrances.flatMap((gate) => {
        const turn = (gate.heading * Math.PI) / 180
        const at = { x: gate.x + Math.sin(turn) * 5, z: gate.z + Math.cos(turn) * 5 }
        return this.inPlace(gate.name, aroundPoint(gate, 8), at, 26 * scale, scale)
      }),
    ]
  }

  private inBooth(booth: Booth, scale: number): Label[] {
    const bounds = boundsOf(booth)
    // Under the roof, not on the awning before it; in a plot that stands askew only what is level in it is room.
    const at = toHall({ x: 0, z: -AWNING / 2 }, booth)
    const turn = (booth.heading * Math.PI) / 180
    const sin = Math.abs(Math.sin(turn))
    const cos = Math.abs(Math.cos(turn))
    const askew = Math.max(sin, cos) ** 2
    const depth = booth.depth - AWNING
    const width = (booth.width * cos + depth * sin) * askew * scale - 6
    const height = (booth.width * sin + depth * cos) * askew * scale - 6
    const tall = height > width * 1.6 && width < 76
    const card = booth.exhibitorId === null ? undefined : this.exhibitors.get(booth.exhibitorId)
    const room = tall ? { width: height, height: width } : { width, height }
    const logo =
      card?.logo && Math.min(width, height) > LOGO_FROM
        ? { path: card.logo, side: Math.round(Math.min(72, room.height * 0.42)) }
        : null
    const lines = fitting(
      booth.number,
      card ? this.say(card.shortName) : '',
      room.width,
      room.height - (logo ? logo.side + 4 : 0),
    )
    if (!lines) return []
    return [{ at, bounds, turn: tall ? -Math.PI / 2 : 0, lines, logo, set: null }]
  }

  private alongAlley(alley: Alley, scale: number): Label[] {
    const text = this.say(alley.name)
    const type = alley.width * scale > 26 ? ALLEY : ALLEY_SMALL
    const long = widthOf(text, type)
    if (alley.width * scale < type.leading - 3) return []
    let turn = Math.atan2(alley.toZ - alley.z, alley.toX - alley.x)
    if (turn > Math.PI / 2 - 0.01 || turn <= -Math.PI / 2 - 0.01) turn -= Math.PI * Math.sign(turn)
    const apart = Math.max(REPEAT, long * 1.5) / scale
    return nameSpots(alley, this.plan.alleys, (long + 6) / scale, apart).map(
      (at): Label => ({
        at,
        bounds: aroundPoint(at, long / scale),
        turn,
        lines: [{ text, type }],
        logo: null,
        set: null,
      }),
    )
  }

  private inPlace(name: Localized, bounds: Bounds, at: Point, width: number, scale: number): Label[] {
    const type = scale > 7 ? PLACE : PLACE_SMALL
    const text = this.say(name)
    // A place's name is not broken inside a word: from so far away it is better left out.
    if (text.split(' ').some((word) => widthOf(word, type) > width)) return []
    const lines = wrapped(text, width, 3, (part) => widthOf(part, type))
    return lines
      ? [{ at, bounds, turn: 0, lines: lines.map((line) => ({ text: line, type })), logo: null, set: null }]
      : []
  }
}

/** The number and as much of the name as fits `width` × `height` pixels; null when not even the number does. */
function fitting(number: string, name: string, width: number, height: number): Line[] | null {
  const numberFits = widthOf(number, NUMBER) <= width && height >= NUMBER.leading
  if (!numberFits) return null
  const head = { text: number, type: NUMBER }
  const sizes = width > LARGE_FROM ? [NAME_LARGE, NAME, NAME_SMALL] : [NAME, NAME_SMALL]
  for (const type of sizes) {
    const rows = Math.min(4, Math.floor((height - NUMBER.leading) / type.leading))
    const lines = name === '' ? null : wrapped(name, width, rows, (text) => widthOf(text, type))
    if (!lines) continue
    const whole = !lines.at(-1)?.endsWith('…')
    if (whole || type === NAME_SMALL) return [head, ...lines.map((text) => ({ text, type }))]
  }
  return [head]
}

/** Its words are its own, a logo is shared. */
function discard(set: Container): void {
  const [words] = set.children
  words?.destroy({ texture: true, textureSource: true })
  set.destroy({ children: true })
}

const aroundPoint = ({ x, z }: Point, reach: number): Bounds => ({
  minX: x - reach,
  minY: z - reach,
  maxX: x + reach,
  maxY: z + reach,
})
