/**
 * The living map: one picture of the hall, the people in it and ourselves, drawn only when something has changed.
 *
 * A frame: the camera moves on → people are sampled → tiles, labels, people, way and voices are placed → render.
 * While everything rests no frames are drawn; ten times a second somebody looks whether it still does.
 */
import { Container, Sprite } from 'pixi.js'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import type { Booth } from '../../shared/floorplan/model.ts'
import type { Point } from '../../shared/floorplan/point.ts'
import { contains, grown } from '../../shared/floorplan/rectangle.ts'
import type { Localized } from '../../shared/language.ts'
import type { Person } from '../state/crowd.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import { useHeat } from '../state/heat.ts'
import { isMuted, useSettings } from '../state/settings.ts'
import { useStaff } from '../state/staff.ts'
import { useVisit } from '../state/visit.ts'
import { lookingAt, type Pixel, toPlace, toScreen, type Viewport, zoomed } from './camera.ts'
import { sheetOf } from './drawing/ground.ts'
import { hallDrawing } from './drawing/hall-drawing.ts'
import { INK } from './drawing/ink.ts'
import { Gestures } from './gestures.ts'
import { Keys } from './keys.ts'
import { BoothFrame } from './layers/frames.ts'
import { HeatLayer } from './layers/heat.ts'
import { Labels } from './layers/labels.ts'
import { Lights } from './layers/lights.ts'
import { Logos } from './layers/logos.ts'
import { PeopleLayer, personSize } from './layers/people.ts'
import { RouteLayer } from './layers/route.ts'
import { type Stamps, stamps } from './layers/stamps.ts'
import { Tiles } from './layers/tiles.ts'
import { Voices } from './layers/voices.ts'
import { WayLayer } from './layers/way.ts'
import { DISPLAY, TEXT } from './layers/words.ts'
import { Motion } from './motion.ts'
import { type MapRenderer, openRenderer } from './renderer.ts'

/** What the mouse rests on, and where on the view (CSS pixels). */
export type Pointed = { readonly at: Pixel } & (
  | { readonly booth: Booth; readonly person: null }
  | { readonly booth: null; readonly person: Person }
)

/** What the map tells the screen around it. */
export interface Tidings {
  scaled(scale: number): void
  following(on: boolean): void
  pointed(pointed: Pointed | null): void
  noWay(): void
}

interface Wishes {
  readonly hall: HallNow
  readonly view: Viewport
  readonly resolution: number
  readonly say: (text: Localized) => string
  readonly tidings: Tidings
}

/** How often somebody looks whether a resting map still rests, ms. */
const LOOK_EVERY = 100
const ZOOM_STEP = 1.5
/** A booth chosen elsewhere is shown at least this large, pixels a metre. */
const BOOTH_SCALE = 18
/** Where the whole hall would be too small to read, one starts with one's own surroundings. */
const READABLE = 3.4
const OWN_SCALE = 9
/** How near to a person's middle the mouse must be, pixels. */
const GRASP = 10
/** Pixels that somebody who walks (metres a second) moves before it is worth a frame. */
const LEAST_STEP = 0.5
const WALKING = 2
/** A key moves the map by so much, pixels. */
const PAN = 120

const motionReduced = window.matchMedia('(prefers-reduced-motion: reduce)')

/** The map of `hall` inside `host`. Call `dispose` when done. */
export async function openMap(host: HTMLElement, wishes: Wishes): Promise<MapScene> {
  const { view, resolution } = wishes
  const [renderer] = await Promise.all([
    openRenderer({ width: view.width, height: view.height, resolution, background: INK.paper }),
    // Labels are pictures: letters that come later would not get into them.
    Promise.all([`500 14px ${TEXT}`, `italic 500 14px ${DISPLAY}`].map((font) => document.fonts.load(font, 'Аллея A'))),
  ])
  return new MapScene(host, renderer, wishes)
}

export class MapScene {
  private readonly host: HTMLElement
  private readonly renderer: MapRenderer
  private readonly hall: HallNow
  private readonly tidings: Tidings
  private readonly resolution: number
  private readonly motion: Motion
  private readonly stage = new Container()
  private readonly tiles: Tiles
  private readonly heat: HeatLayer
  private readonly labels: Labels
  private readonly logos: Logos
  private readonly hoveredFrame = new BoothFrame('hovered')
  private readonly openFrame = new BoothFrame('open')
  private readonly stamps: Stamps
  private readonly people: PeopleLayer
  private readonly way: WayLayer
  private readonly route: RouteLayer
  private readonly lights: Lights
  private readonly voices: Voices
  private readonly cone: Sprite
  private readonly self: Sprite
  private readonly gestures: Gestures
  private readonly keys: Keys
  private readonly timer: ReturnType<typeof setInterval>
  private readonly forget: () => void
  private mouse: Pixel | null = null
  private pointed: Pointed | null = null
  private request = 0
  private delayed: ReturnType<typeof setTimeout> | null = null
  private disposed = false
  private seen = ''
  private distantSeen: unknown = null
  private told = { scale: 0, following: false }

  constructor(host: HTMLElement, renderer: MapRenderer, { hall, view, resolution, say, tidings }: Wishes) {
    this.host = host
    this.renderer = renderer
    this.hall = hall
    this.tidings = tidings
    this.resolution = resolution
    this.motion = new Motion(hall.plan.hall, view, () => motionReduced.matches)
    const self = hall.visitor.at(hall.now())
    // A heat map is of the whole hall, however small.
    if (this.motion.camera.scale < READABLE && !useHeat.getState().heat) {
      this.motion.take(lookingAt(self, OWN_SCALE, view))
      this.motion.following = true
    }

    this.tiles = new Tiles(hallDrawing(hall.plan, hall.exhibitors), sheetOf(hall.plan.hall))
    this.heat = new HeatLayer(hall.plan.hall)
    this.logos = new Logos(() => {
      this.labels.redoLogos()
      this.wake()
    })
    this.labels = new Labels(hall.plan, hall.exhibitors, this.logos, say, resolution)
    this.stamps = stamps(resolution)
    this.people = new PeopleLayer(this.stamps)
    this.way = new WayLayer(this.stamps)
    this.route = new RouteLayer(hall.plan.hall.id, resolution)
    this.lights = new Lights(hall.plan, this.stamps)
    this.voices = new Voices(resolution)
    this.cone = new Sprite({ texture: this.stamps.cone, anchor: 0.5 })
    this.self = new Sprite({ texture: this.stamps.self, anchor: 0.5 })
    this.stage.addChild(
      this.tiles.container,
      this.heat.container,
      this.people.warmth,
      this.route.lines,
      this.labels.container,
      this.hoveredFrame.container,
      this.openFrame.container,
      this.lights.container,
      this.way.container,
      this.route.numbers,
      this.people.container,
      this.cone,
      this.self,
      this.voices.container,
    )

    renderer.canvas.style.display = 'block'
    renderer.canvas.addEventListener('webglcontextrestored', this.wake)
    host.append(renderer.canvas)
    this.gestures = new Gestures(host, {
      point: (at) => {
        this.mouse = at
        this.wake()
      },
      tap: (at) => this.tap(at),
      drag: (by) => {
        this.motion.drag(by)
        this.wake()
      },
      release: (speed) => this.motion.throw(speed, performance.now()),
      zoom: (at, factor) => this.zoomAt(at, factor),
      doubleTap: (at) => this.glideZoom(at, 2),
    })
    this.keys = new Keys(host, {
      steer: (direction, hurry) => {
        hall.visitor.steer(direction, hurry)
        this.motion.following = true
        this.wake()
      },
      pan: ({ x, z }) => this.panBy({ x: x * PAN, y: z * PAN }),
      zoom: (factor) => this.glideZoom(this.middle(), factor),
      fit: () => this.showAll(),
      follow: () => this.follow(!this.motion.following),
    })
    const forgetRoute = useVisit.subscribe(() => this.wake())
    const forgetStaff = useStaff.subscribe(() => this.wake())
    const forgetHeat = useHeat.subscribe(({ heat }, before) => {
      if (heat && !before.heat) this.showAll()
      this.wake()
    })
    const forgetHall = useHall.subscribe((state, before) => {
      if (state.openBooth !== before.openBooth && state.openBooth !== null) this.centre(state.openBooth)
      if (state.openBooth !== before.openBooth || state.hoveredBooth !== before.hoveredBooth) this.wake()
    })
    this.forget = () => {
      forgetRoute()
      forgetStaff()
      forgetHeat()
      forgetHall()
    }
    this.timer = setInterval(() => this.look(), LOOK_EVERY)
    this.wake()
  }

  /** Something has changed: draw the next frame. */
  readonly wake = (): void => {
    if (this.request === 0 && !this.disposed) this.request = requestAnimationFrame(this.frame)
  }

  speak(say: (text: Localized) => string): void {
    this.labels.restart(say)
    this.wake()
  }

  resize(view: Viewport): void {
    const { width, height } = this.motion.view
    this.motion.resize(view)
    if (width !== view.width || height !== view.height) this.renderer.resize(view.width, view.height)
    this.wake()
  }

  closer(): void {
    this.glideZoom(this.middle(), ZOOM_STEP)
  }

  further(): void {
    this.glideZoom(this.middle(), 1 / ZOOM_STEP)
  }

  showAll(): void {
    this.motion.showAll(performance.now())
    this.wake()
  }

  follow(on: boolean): void {
    const { motion, hall } = this
    motion.following = on
    if (on) {
      const scale = Math.max(motion.camera.scale, OWN_SCALE)
      motion.glideTo(lookingAt(hall.visitor.at(hall.now()), scale, motion.view), performance.now())
    }
    this.wake()
  }

  dispose(): void {
    this.disposed = true
    cancelAnimationFrame(this.request)
    if (this.delayed !== null) clearTimeout(this.delayed)
    clearInterval(this.timer)
    this.forget()
    this.gestures.dispose()
    this.keys.dispose()
    if (useHall.getState().hoveredBooth !== null) useHall.getState().set({ hoveredBooth: null })
    for (const layer of [
      this.tiles,
      this.heat,
      this.labels,
      this.logos,
      this.hoveredFrame,
      this.openFrame,
      this.people,
      this.way,
      this.route,
      this.lights,
    ]) {
      layer.dispose()
    }
    this.voices.dispose()
    this.stage.destroy({ children: true })
    this.stamps.dispose()
    const { canvas } = this.renderer
    canvas.removeEventListener('webglcontextrestored', this.wake)
    this.renderer.destroy()
    canvas.remove()
  }

  private readonly frame = (): void => {
    this.request = 0
    const { motion, hall } = this
    const now = hall.now()
    const own = hall.visitor.at(now)
    const moving = motion.step(performance.now(), own)
    const { camera, view } = motion
    hall.crowd.sample(now)

    const corner = toPlace(camera, view, { x: 0, y: 0 })
    const end = toPlace(camera, view, { x: view.width, y: view.height })
    const window = { minX: corner.x, minY: corner.z, maxX: end.x, maxY: end.z }
    const { x, y } = toScreen(camera, view, { x: 0, z: 0 })
    this.tiles.container.position.set(x, y)
    this.tiles.container.scale.set(camera.scale)
    const painted = this.tiles.show(window, camera.scale * this.resolution)
    this.heat.show(camera, view)
    const written = this.labels.show(camera, view, window)
    this.people.show(hall.crowd, camera, view)
    this.way.show(hall.visitor.ahead(now), camera, view)
    this.route.show(camera, view)
    this.lights.show(camera, view)
    const at = toScreen(camera, view, own)
    const size = Math.max(0.85, personSize(camera.scale))
    for (const sprite of [this.self, this.cone]) {
      sprite.position.set(at.x, at.y)
      sprite.scale.set(size)
    }
    this.cone.rotation = -own.heading
    const { ownBubble, openBooth } = useHall.getState()
    const { muted } = useSettings.getState()
    this.voices.show(
      hall.crowd,
      { at, words: ownBubble },
      now,
      camera,
      view,
      ({ personId }) => !isMuted(muted, personId),
    )
    this.point()
    this.hoveredFrame.show(this.boothOf(useHall.getState().hoveredBooth), camera, view)
    this.openFrame.show(this.boothOf(openBooth), camera, view)
    this.renderer.render(this.stage)

    this.seen = this.sight(now)
    this.tell()
    if (moving || !painted || !written || own.speed > 0) this.wake()
    else if (this.anybodyWalks()) this.wakeIn(LEAST_STEP / (WALKING * camera.scale))
  }

  /** From afar people creep over the paper: a frame is worth drawing when they have moved enough to see it. */
  private wakeIn(seconds: number): void {
    if (seconds < 0.02) this.wake()
    else
      this.delayed ??= setTimeout(() => {
        this.delayed = null
        this.wake()
      }, seconds * 1000)
  }

  /** What a resting map shows, as far as it can change by itself. */
  private sight(now: number): string {
    const { crowd, visitor } = this.hall
    const { x, z, heading } = visitor.at(now)
    const { ownBubble } = useHall.getState()
    const talking = crowd.people.reduce((sum, one, i) => (one.bubble && one.bubble.until > now ? sum + i + 1 : sum), 0)
    return [x, z, heading, crowd.version, talking, ownBubble !== null && ownBubble.until > now].join()
  }

  private look(): void {
    if (document.hidden || this.request !== 0 || this.delayed !== null) return
    const { crowd } = this.hall
    const now = this.hall.now()
    crowd.sample(now)
    if (this.sight(now) !== this.seen || crowd.distant !== this.distantSeen || this.anybodyWalks()) this.wake()
    this.distantSeen = crowd.distant
  }

  private anybodyWalks(): boolean {
    const { crowd } = this.hall
    for (let i = 0; i < crowd.count; i++) if ((crowd.speed[i] as number) > 0) return true
    return false
  }

  private tell(): void {
    const { camera, following } = this.motion
    if (this.told.scale !== camera.scale) this.tidings.scaled(camera.scale)
    if (this.told.following !== following) this.tidings.following(following)
    this.told = { scale: camera.scale, following }
  }

  private middle(): Pixel {
    const { width, height, insets } = this.motion.view
    return { x: (width + insets.left - insets.right) / 2, y: (height + insets.top - insets.bottom) / 2 }
  }

  private zoomAt(at: Pixel, factor: number): void {
    const { motion, hall } = this
    motion.take(zoomed(motion.camera, motion.view, at, factor, hall.plan.hall))
    this.wake()
  }

  private glideZoom(at: Pixel, factor: number): void {
    const { motion, hall } = this
    motion.glideTo(zoomed(motion.camera, motion.view, at, factor, hall.plan.hall), performance.now())
    this.wake()
  }

  private panBy(by: Pixel): void {
    const { motion } = this
    motion.following = false
    const { camera } = motion
    const to = { x: camera.x + by.x / camera.scale, z: camera.z + by.y / camera.scale, scale: camera.scale }
    motion.glideTo(to, performance.now())
    this.wake()
  }

  /** A booth that was chosen elsewhere comes into view; one that is seen well already stays where it is. */
  private centre(boothId: string): void {
    const booth = this.boothOf(boothId)
    if (!booth) return
    const { motion } = this
    const { view, camera } = motion
    const { insets } = view
    const at = toScreen(camera, view, booth)
    const seen =
      at.x > insets.left + 60 &&
      at.x < view.width - insets.right - 60 &&
      at.y > insets.top + 60 &&
      at.y < view.height - insets.bottom - 60
    if (seen && camera.scale >= BOOTH_SCALE * 0.6) return
    motion.following = false
    motion.glideTo(lookingAt(booth, Math.max(camera.scale, BOOTH_SCALE), view), performance.now())
  }

  private boothOf(id: string | null): Booth | null {
    return (id !== null && boothsOf(this.hall.plan).get(id)?.booth) || null
  }

  private boothAt(place: Point): Booth | null {
    const slack = Math.min(0.8, 4 / this.motion.camera.scale)
    return this.hall.plan.booths.find((booth) => contains(grown(booth, slack), place)) ?? null
  }

  private personAt(at: Pixel): Person | null {
    const { crowd } = this.hall
    const { camera, view } = this.motion
    let found: Person | null = null
    let least = GRASP
    for (let i = 0; i < crowd.count; i++) {
      const spot = toScreen(camera, view, { x: crowd.x[i] as number, z: crowd.z[i] as number })
      const away = Math.hypot(spot.x - at.x, spot.y - at.y)
      if (away >= least) continue
      least = away
      found = crowd.people[i] ?? null
    }
    return found
  }

  private tap(at: Pixel): void {
    const place = toPlace(this.motion.camera, this.motion.view, at)
    const booth = this.boothAt(place)
    if (booth) useHall.getState().set({ openBooth: booth.id })
    else if (!this.hall.visitor.walkTo(place)) this.tidings.noWay()
    this.host.focus({ preventScroll: true })
    this.wake()
  }

  /** What lies under the mouse: asked in every frame, since people and map move under a mouse that rests. */
  private point(): void {
    const { mouse } = this
    const person = mouse && this.personAt(mouse)
    const booth = mouse && !person ? this.boothAt(toPlace(this.motion.camera, this.motion.view, mouse)) : null
    if (person?.personId === this.pointed?.person?.personId && booth?.id === this.pointed?.booth?.id) return
    const hoveredBooth = booth?.id ?? null
    const had = this.pointed?.booth?.id ?? null
    this.pointed =
      mouse && person ? { at: mouse, person, booth: null } : mouse && booth ? { at: mouse, booth, person: null } : null
    if (had !== hoveredBooth) useHall.getState().set({ hoveredBooth })
    this.tidings.pointed(this.pointed)
    this.host.style.cursor = this.pointed?.booth ? 'pointer' : ''
  }
}
