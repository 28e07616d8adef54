/** What the bench, its server and its visitors tell each other. */
export const SCHEMES = ['walks', 'stateview', 'plain'] as const
export type Scheme = (typeof SCHEMES)[number]

export interface ServerReady {
  readonly url: string
  readonly roomId: string
  readonly secret: string
}

export interface ServerFigures {
  /** Share of one core that the process took. */
  readonly cpuCores: number
  readonly loopLagP99Ms: number
  readonly loopLagMaxMs: number
}

export interface VisitorsTask extends ServerReady {
  readonly scheme: Scheme
  readonly people: number
  readonly crowd: string
  readonly from: number
  readonly to: number
}

export interface VisitorFigures {
  readonly bytes: number
  readonly corrections: number
  readonly lost: number
  /** How long after a walk began others saw it, ms; a sample. */
  readonly seen: readonly number[]
  readonly cpuCores: number
}

/** Parent to child: begin to measure, and tell what was measured. */
export type Command = 'begin' | 'end'
