/** How long a search may go on. It ends by itself after a number of rounds, so that a machine's speed shows only here. */
export interface Limits {
  /** Milliseconds from any zero: `performance.now` of a worker. */
  readonly clock: () => number
  /** What `clock` shows when the best so far must do. */
  readonly deadline: number
}

export const isOver = ({ clock, deadline }: Limits): boolean => clock() >= deadline
