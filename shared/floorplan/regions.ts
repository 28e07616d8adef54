/**
 * Which squares of a raster hang together over their sides.
 *
 * Runs of free squares are joined line by line (union-find): one pass over the raster in the order of memory, several
 * times faster than flooding it from a gate, and it answers for all gates at once.
 */
export class Regions {
  private readonly columns: number
  /** First run of each row; one more than rows. */
  private readonly rowRuns: Int32Array
  /** First square and the one after the last, for each run. */
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly parents: number[] = []

  /** `blocked`, row by row: 0 where one can stand. */
  constructor(blocked: Uint8Array | Uint16Array, columns: number) {
    this.columns = columns
    const rows = Math.floor(blocked.length / columns)
    this.rowRuns = new Int32Array(rows + 1)
    for (let row = 0; row < rows; row++) {
      this.rowRuns[row] = this.starts.length
      this.readRow(blocked, row)
      if (row > 0) this.join(row)
    }
    this.rowRuns[rows] = this.starts.length
  }

  /** A number that squares of one region share; −1 for a square that is blocked or outside. */
  regionOf(square: number): number {
    if (square < 0) return -1
    const row = Math.floor(square / this.columns)
    let low = this.rowRuns[row] ?? 0
    let high = (this.rowRuns[row + 1] ?? 0) - 1
    while (low <= high) {
      const run = (low + high) >> 1
      if (square < (this.starts[run] as number)) high = run - 1
      else if (square >= (this.ends[run] as number)) low = run + 1
      else return this.rootOf(run)
    }
    return -1
  }

  /** Writes 0 into the squares of some regions and 1 everywhere else. */
  maskOf(regions: ReadonlySet<number>): Uint8Array<ArrayBuffer> {
    const mask = new Uint8Array((this.rowRuns.length - 1) * this.columns).fill(1)
    this.starts.forEach((start, run) => {
      if (regions.has(this.rootOf(run))) mask.fill(0, start, this.ends[run] as number)
    })
    return mask
  }

  private readRow(blocked: Uint8Array | Uint16Array, row: number): void {
    const end = (row + 1) * this.columns
    let square = row * this.columns
    while (square < end) {
      while (square < end && blocked[square] !== 0) square++
      if (square === end) return
      this.parents.push(this.starts.length)
      this.starts.push(square)
      while (square < end && blocked[square] === 0) square++
      this.ends.push(square)
    }
  }

  /** Joins the runs of a row with those above that they touch: both lists are in order, so two fingers do. */
  private join(row: number): void {
    const { columns } = this
    let above = this.rowRuns[row - 1] as number
    let here = this.rowRuns[row] as number
    const lastAbove = here
    while (above < lastAbove && here < this.starts.length) {
      const aboveEnd = (this.ends[above] as number) + columns
      const hereEnd = this.ends[here] as number
      const touch = (this.starts[above] as number) + columns < hereEnd && (this.starts[here] as number) < aboveEnd
      if (touch) this.parents[this.rootOf(here)] = this.rootOf(above)
      if (aboveEnd < hereEnd) above++
      else here++
    }
  }

  private rootOf(run: number): number {
    let root = run
    while (this.parents[root] !== root) root = this.parents[root] as number
    // Halving the way next time.
    this.parents[run] = root
    return root
  }
}
