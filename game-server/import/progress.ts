const EVERY = 200

/** How far a long command is, on stderr: one line that is written over in a terminal, a line now and then elsewhere. */
export class Progress {
  private readonly what: string
  private count = 0
  private shownAt = performance.now()

  constructor(what: string) {
    this.what = what
  }

  readonly at = (count: number): void => {
    this.count = count
    const now = performance.now()
    if (now - this.shownAt < (process.stderr.isTTY ? EVERY : 10 * EVERY)) return
    this.shownAt = now
    this.show('…')
  }

  done(): void {
    this.show('.')
    if (process.stderr.isTTY) process.stderr.write('\n')
  }

  private show(end: string): void {
    const line = `Read ${this.count} ${this.what}${end}`
    process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`)
  }
}
