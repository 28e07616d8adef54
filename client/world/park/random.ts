import { hashOf, randomFrom } from '../../../shared/floorplan/random.ts'

/** Repeatable chance: the same seed grows the same tree on every machine, so people can meet by the crooked birch. */
export class Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number

  constructor(seed: number | string) {
    this.next = randomFrom(typeof seed === 'number' ? seed : hashOf(seed))
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  /** Around zero, ±`spread`, the middle likelier than the ends. */
  about(spread: number): number {
    return (this.next() + this.next() - 1) * spread
  }

  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T
  }
}
