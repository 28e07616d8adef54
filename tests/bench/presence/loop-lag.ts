/** Milliseconds between looks. */
const EVERY = 4

/** How late the event loop is: a timer asks to be called every few milliseconds and notes by how much it was missed. */
export class LoopLag {
  private samples: number[] = []
  private due = performance.now() + EVERY

  constructor() {
    const look = (): void => {
      const now = performance.now()
      this.samples.push(Math.max(0, now - this.due))
      this.due = now + EVERY
      setTimeout(look, EVERY)
    }
    setTimeout(look, EVERY)
  }

  reset(): void {
    this.samples = []
  }

  /** Milliseconds that a share of the looks stayed under. */
  percentile(share: number): number {
    const sorted = this.samples.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  }
}
