/**
 * One hall in 3D: which parts exist and in which order they take part in a frame. Mounted when we come in, disposed when
 * we leave.
 */
import { Object3D } from 'three'
import type { Language, Localized } from '../../shared/language.ts'
import type { HallNow } from '../state/hall.ts'
import type { Tier } from '../state/settings.ts'
import type { Engine } from './engine.ts'
import type { Part } from './frame.ts'
import { createPark, type Park } from './park/park.ts'
import type { Visitor } from './people/motion.ts'
import { People } from './people/people.ts'

export interface HallWorldOptions {
  readonly hall: HallNow
  /** Our own body. */
  readonly self: Visitor
  /** On the salon's gate. */
  readonly title: Localized
  readonly language: Language
  readonly tier: Tier
  readonly canvas: HTMLCanvasElement
  /** Motion is to be reduced: cuts instead of glides. */
  readonly calm: boolean
}

export class HallWorld {
  readonly park: Park
  readonly people: People
  /** Resolves when everything that takes time to draw is there. */
  readonly ready: Promise<void>
  private readonly parts: Part[]
  private readonly engine: Engine

  constructor(engine: Engine, options: HallWorldOptions) {
    const { hall, self, title, language, tier } = options
    this.engine = engine
    this.park = createPark({
      plan: hall.plan,
      exhibitors: hall.exhibitors,
      title,
      language,
      tier,
      renderer: engine.renderer,
    })
    this.people = new People({ crowd: hall.crowd, self, plan: hall.plan, light: this.park.light, tier })
    this.parts = [walks(hall), this.park, this.people]
    for (const part of this.parts) engine.add(part)
    this.ready = this.park.ready
  }

  setTier(tier: Tier): void {
    this.park.setTier(tier)
    this.people.setTier(tier)
  }

  setLanguage(language: Language): void {
    this.park.setLanguage(language)
  }

  dispose(): void {
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
