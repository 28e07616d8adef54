/**
 * One booth as it stands in the park, for whoever dresses it: the only door that the world opens to other features. What
 * stands next to it is drawn in grey; the camera sways before it, or stands still when motion is to be reduced.
 */
import { Object3D } from 'three'
import { boothsOf } from '../../shared/floorplan/booths.ts'
import type { HallPlan } from '../../shared/floorplan/model.ts'
import { distance, type Point, toHall } from '../../shared/floorplan/point.ts'
import type { Language } from '../../shared/language.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { Engine } from './engine.ts'
import type { Part } from './frame.ts'
import { createPark } from './park/park.ts'
import { Screens } from './screens/screens.ts'

/** What is dressed, and where it stands. */
export interface Dressed {
  readonly plan: HallPlan
  readonly boothId: string
  readonly card: ExhibitorCard
  readonly language: Language
}

/** Metres about the booth that are drawn. */
const AROUND = 22

export class BoothPreview {
  private readonly engine: Engine
  private readonly still: boolean
  private readonly sizes: ResizeObserver
  private shown: readonly Part[] = []
  private latest = 0

  /** @throws Error when the browser gives no WebGL 2 context */
  constructor(place: HTMLElement) {
    const canvas = document.createElement('canvas')
    this.still = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.engine = new Engine(canvas, { now: () => performance.now(), still: this.still })
    place.prepend(canvas)
    this.sizes = new ResizeObserver(() => {
      this.engine.resize(place.clientWidth, place.clientHeight, Math.min(devicePixelRatio, 1.5))
    })
    this.sizes.observe(place)
    this.engine.start()
  }

  /** Shows a booth in place of what was shown; until it is composed, that stays. */
  async show(dressed: Dressed): Promise<void> {
    const turn = ++this.latest
    const { boothId, card, language } = dressed
    const plan = nearby(dressed)
    const exhibitors = new Map([[card.id, card]])
    const { renderer } = this.engine
    const scene = { plan, exhibitors, renderer, tier: 'medium' } as const
    const park = createPark({ ...scene, title: plan.hall.name, language })
    const screens = new Screens({ ...scene, screens: park.screens, light: park.light, calm: true })
    const parts = [park, screens, sway(plan, boothId, this.still)]
    await park.ready
    if (turn !== this.latest) return discard(parts)
    this.clear()
    this.shown = parts
    for (const part of parts) this.engine.add(part)
    this.engine.wake()
  }

  close(): void {
    this.latest++
    this.sizes.disconnect()
    this.clear()
    const canvas = this.engine.renderer.domElement
    this.engine.dispose()
    canvas.remove()
  }

  private clear(): void {
    for (const part of this.shown) this.engine.remove(part)
    discard(this.shown)
    this.shown = []
  }
}

const TALL: ReadonlySet<string> = new Set(['tree', 'lamp', 'signpost'])

const discard = (parts: readonly Part[]): void => {
  for (const part of parts) part.dispose()
}

/** The hall as far as it is seen from before the booth. */
function nearby({ plan, boothId }: Dressed): HallPlan {
  const booth = plan.booths.find(({ id }) => id === boothId)
  if (!booth) return plan
  const near = <T extends { readonly x: number; readonly z: number }>(all: readonly T[]): T[] =>
    all.filter((one) => distance(one, booth) < AROUND)
  const { hall, alleys, plazas, booths } = plan
  const [middle, ahead] = [toHall({ x: 0, z: 0 }, booth), toHall({ x: 0, z: 1 }, booth)]
  const before = ({ x, z }: Point): number =>
    (x - middle.x) * (ahead.x - middle.x) + (z - middle.z) * (ahead.z - middle.z)
  // What is tall stands behind the booth only: nothing hides it.
  const decorations = plan.decorations.filter((one) => !TALL.has(one.kind) || before(one) < -booth.depth / 2)
  return {
    hall,
    alleys,
    plazas,
    booths: near(booths),
    decorations: near(decorations),
    stages: [],
    entrances: [],
    walls: [],
  }
}

/** Step 4: the camera before the booth, a little above the eyes. */
function sway(plan: HallPlan, boothId: string, still: boolean): Part {
  const place = boothsOf(plan).get(boothId)
  return {
    object: new Object3D(),
    steps: {
      camera: ({ camera, time }) => {
        if (!place) return
        const { booth } = place
        const far = Math.max(booth.width, booth.depth) * 0.75 + 5.2
        const angle = still ? 0.32 : Math.sin(time * 0.22) * 0.6
        const eye = toHall({ x: Math.sin(angle) * far, z: booth.depth / 2 + Math.cos(angle) * far - 1 }, booth)
        camera.position.set(eye.x, 2.9, eye.z)
        camera.lookAt(booth.x, 1.75, booth.z)
        camera.updateMatrixWorld()
      },
    },
    dispose() {},
  }
}
