import type { Terminal } from './command.ts'

/** Milliseconds between two lines. */
const EVERY = 2000

/** How far a long command is: a line now and then, and one at the end. */
export class Progress {
  private readonly terminal: Terminal
  private readonly what: string
  private count = 0
  private shownAt = performance.now()

  constructor(terminal: Terminal, what: string) {
    this.terminal = terminal
    this.what = what
  }

  readonly at = (count: number): void => {
    this.count = count
    const now = performance.now()
    if (now - this.shownAt < EVERY) return
    this.shownAt = now
    this.terminal.warn(`Read ${count} ${this.what}…`)
  }

  done(): void {
    this.terminal.warn(`Read ${this.count} ${this.what}.`)
  }
}
