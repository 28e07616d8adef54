/**
 * One hall in 3D: which parts exist and in which order they take part in a frame. Mounted when we come in, disposed when
 * we leave.
 */
import { Object3D } from 'three'
import type { Language, Localized } from '../../shared/language.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import type { Tier } from '../state/settings.ts'
import { useVisit } from '../state/visit.ts'
import type { BoothLife } from './booth-life/booth-life.ts'
import { Boom } from './camera/boom.ts'
import { CameraObstacles } from './camera/obstacles.ts'
import { Controls } from './controls/controls.ts'
import type { Stick } from './controls/stick.ts'
import type { Engine } from './engine.ts'
import type { Part } from './frame.ts'
import { createPark, type Park } from './park/park.ts'
import type { Visitor } from './people/motion.ts'
import { People } from './people/people.ts'
import { Tags } from './people/tags.ts'
import { Screens } from './screens/screens.ts'
import { texts } from './texts.ts'
import { Way } from './way.ts'

export interface HallWorldOptions {
  readonly hall: HallNow
  /** Our own body. */
  readonly self: Visitor
  /** On the salon's gate. */
  readonly title: Localized
  readonly language: Language
  readonly tier: Tier
  readonly canvas: HTMLCanvasElement
  readonly stick: Stick
  /** Motion is to be reduced: cuts instead of glides. */
  readonly calm: boolean
}

export class HallWorld {
  readonly park: Park
  readonly people: People
  /** Resolves when everything that takes time to draw is there. */
  readonly ready: Promise<void>
  private readonly parts: Part[]
  private readonly tags: Tags
  private readonly screens: Screens
  private language: Language
  private route: Promise<void> | null = null
  private life: BoothLife | null = null
  private disposed = false
  private readonly engine: Engine
  private readonly forget: () => void

  constructor(engine: Engine, options: HallWorldOptions) {
    const { hall, self, title, language, tier, canvas, stick, calm } = options
    this.engine = engine
    this.language = language
    this.park = createPark({
      plan: hall.plan,
      exhibitors: hall.exhibitors,
      title,
      language,
      tier,
      renderer: engine.renderer,
    })
    this.people = new People({ crowd: hall.crowd, self, plan: hall.plan, light: this.park.light, tier })
    const boom = new Boom(new CameraObstacles(hall.plan), calm)
    const controls = new Controls(engine, { hall, boom, park: this.park, stick, canvas })
    this.tags = new Tags(hall, this.people.motion, engine.renderer, texts[language].simulated)
    this.screens = new Screens({
      plan: hall.plan,
      exhibitors: hall.exhibitors,
      screens: this.park.screens,
      light: this.park.light,
      renderer: engine.renderer,
      tier,
      calm,
    })
    const way = new Way(hall.visitor)
    this.parts = [controls, walks(hall), this.park, this.people, boom, this.screens, way, this.tags]
    for (const part of this.parts) engine.add(part)
    this.ready = this.park.ready
    const forgetHall = useHall.subscribe((now, before) => {
      if (now.hoveredBooth !== before.hoveredBooth) this.park.setHovered(now.hoveredBooth)
      engine.wake()
    })
    const forgetVisit = useVisit.subscribe(() => this.layRoute(hall))
    void this.ready.then(() => this.bringToLife(hall)).catch(() => undefined)
    this.layRoute(hall)
    this.forget = () => {
      forgetHall()
      forgetVisit()
    }
  }

  setTier(tier: Tier): void {
    this.park.setTier(tier)
    this.people.setTier(tier)
    this.screens.setTier(tier)
  }

  setLanguage(language: Language): void {
    if (language === this.language) return
    this.language = language
    this.park.setLanguage(language)
    this.tags.setSimulated(texts[language].simulated)
    this.life?.setLanguage(language)
  }

  /** The route of a visit is drawn by a part of its own, for those who have one. */
  private layRoute({ plan }: HallNow): void {
    this.engine.wake()
    if (!useVisit.getState().planned?.stops.length) return
    this.route ??= import('./route.ts').then(({ RouteOnFloor }) => {
      if (this.disposed) return
      const part = new RouteOnFloor(plan.hall.id)
      this.parts.push(part)
      this.engine.add(part)
      this.engine.wake()
    })
  }

  /** Signs and boards of the booths come when the park stands. */
  private async bringToLife(hall: HallNow): Promise<void> {
    const { BoothLife } = await import('./booth-life/booth-life.ts')
    if (this.disposed) return
    this.life = new BoothLife(this.engine, hall, this.park.light, this.language)
    this.parts.push(this.life)
    this.engine.add(this.life)
    this.engine.wake()
  }

  /** Something is about to move. */
  wake(): void {
    this.engine.wake()
  }

  dispose(): void {
    this.disposed = true
    this.forget()
    for (const part of this.parts) {
      this.engine.remove(part)
      part.dispose()
    }
  }
}

/** Step 2: everybody is where the room clock says. */
function walks(hall: HallNow): Part {
  return {
    object: new Object3D(),
    steps: {
      walks: (frame) => {
        hall.crowd.sample(frame.now)
        const { x, z, heading, speed } = hall.visitor.at(frame.now)
        frame.self.x = x
        frame.self.z = z
        frame.self.heading = heading
        frame.self.speed = speed
      },
    },
    dispose() {},
  }
}
