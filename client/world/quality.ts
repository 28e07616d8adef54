/**
 * Quality that follows the frame time: a first guess, then one step down whenever frames come late for a while, one step up
 * when there is time to spare. Resolution goes first, then detail; after the last step it says so, once.
 */
import { TIERS, type Tier } from '../state/settings.ts'
import { worldCapability } from './capability.ts'

export interface Quality {
  /** Device pixels for a CSS pixel, at most. */
  readonly ratio: number
  readonly tier: Tier
}

/** From the best down. */
const STEPS: readonly Quality[] = [
  { ratio: 2, tier: 'high' },
  { ratio: 1.5, tier: 'high' },
  { ratio: 1.5, tier: 'medium' },
  { ratio: 1, tier: 'medium' },
  { ratio: 1, tier: 'low' },
  { ratio: 0.75, tier: 'low' },
]

/** Frames of one judgement. Slower than `LATE` ms on average is too slow, quicker than `EARLY` leaves room. */
const WINDOW = 60
const LATE = 27
const EARLY = 12
/** The last resort is offered when even the lowest step is slower than this, ms. */
const HOPELESS = 55
/** After so many steps down it never steps up again: no see-saw. */
const FALLS = 2

export class QualityMonitor {
  current: Quality
  private step: number
  private readonly fixed: boolean
  private frames = 0
  private sum = 0
  private falls = 0
  private offered = false
  private readonly onChange: (quality: Quality) => void
  private readonly onHopeless: () => void

  /** `wished`: what the visitor chose; the resolution is stepped all the same. */
  constructor(wished: Tier | 'auto', onChange: (quality: Quality) => void, onHopeless: () => void) {
    this.fixed = wished !== 'auto'
    this.step = wished === 'auto' ? firstGuess() : STEPS.findIndex((one) => one.tier === wished)
    this.current = STEPS[this.step] as Quality
    this.onChange = onChange
    this.onHopeless = onHopeless
  }

  /** Milliseconds since the frame before. A pause (another tab, a breakpoint) says nothing. */
  frame(interval: number): void {
    if (interval > 400) return
    this.frames++
    this.sum += interval
    if (this.frames < WINDOW) return
    const average = this.sum / this.frames
    this.frames = 0
    this.sum = 0
    if (average > LATE) this.fall(average)
    else if (average < EARLY && this.falls < FALLS) this.move(this.step - 1)
  }

  private fall(average: number): void {
    this.falls++
    if (this.move(this.step + 1)) return
    if (average < HOPELESS || this.offered) return
    this.offered = true
    this.onHopeless()
  }

  private move(step: number): boolean {
    const next = STEPS[step]
    if (!next || (this.fixed && next.tier !== this.current.tier)) return false
    this.step = step
    this.current = next
    this.onChange(next)
    return true
  }
}

function firstGuess(): number {
  if (worldCapability() === 'weak') return STEPS.length - 2
  const phone = matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 600
  const cores = navigator.hardwareConcurrency
  const tier: Tier = TIERS[phone || cores <= 4 ? 1 : 2] ?? 'medium'
  return STEPS.findIndex((one) => one.tier === tier)
}
