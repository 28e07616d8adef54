import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Milliseconds between two looks. */
const EVERY = 10

/** How late the event loop is: how much longer than it should a timer took. */
export class LoopLag {
  private readonly delay = monitorEventLoopDelay({ resolution: EVERY })

  constructor() {
    this.delay.enable()
  }

  reset(): void {
    this.delay.reset()
  }

  /** Milliseconds that a share of the looks stayed under. */
  percentile(share: number): number {
    // It tells nanoseconds from one look to the next.
    return Math.max(0, this.delay.percentile(share * 100) / 1e6 - EVERY)
  }
}
