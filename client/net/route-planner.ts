import type { Plan } from '../../shared/floorplan/model.ts'
import type { RoutePlan } from '../../shared/route/model.ts'
import type { WayPart } from '../../shared/route/ways.ts'
import type { RouteAsk, RouteNews, RouteStep, RouteWish } from './route-protocol.ts'

export interface PlannedRoute {
  readonly plan: RoutePlan
  /** To each visit of the plan, hall by hall. */
  readonly ways: readonly (readonly WayPart[])[]
}

/** What a worker is to us. */
export type Line = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

interface Waiting {
  readonly id: number
  readonly onStep: (step: RouteStep) => void
  readonly resolve: (route: PlannedRoute | null) => void
  readonly reject: (error: Error) => void
  plan: RoutePlan | null
}

/** The page's end of the line to the worker: one route at a time, of several only the last is wanted. */
export class RoutePlanner {
  private readonly line: Line
  private version: number | null = null
  private asked = 0
  private waiting: Waiting | null = null

  constructor(line: Line = new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module' })) {
    this.line = line
    line.addEventListener('message', (event) => this.heard((event as MessageEvent<RouteNews>).data))
    line.addEventListener('error', () => this.end((one) => one.reject(new Error('The planner broke down'))))
  }

  /**
   * Plans a route on `plan`, which is sent along once a version.
   *
   * @returns null when another route was asked for before this one was ready
   */
  route(plan: Plan, wish: RouteWish, onStep: (step: RouteStep) => void): Promise<PlannedRoute | null> {
    this.cancel()
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting = { id, onStep, resolve, reject, plan: null }
      if (this.version !== wish.version) this.send({ kind: 'load', version: wish.version, plan })
      this.version = wish.version
      this.send({ kind: 'plan', id, wish })
    })
  }

  /** Nobody waits for the route any more. */
  cancel(): void {
    this.end((one) => one.resolve(null))
  }

  dispose(): void {
    this.cancel()
    this.line.terminate()
  }

  private heard(news: RouteNews): void {
    const { waiting } = this
    if (news.id !== waiting?.id) return
    if (news.kind === 'step') waiting.onStep(news.step)
    if (news.kind === 'planned') waiting.plan = news.plan
    if (news.kind === 'failed') this.end((one) => one.reject(new Error(news.message)))
    if (news.kind === 'drawn') {
      const { plan } = waiting
      if (plan) this.end((one) => one.resolve({ plan, ways: news.ways }))
    }
  }

  private end(tell: (waiting: Waiting) => void): void {
    const { waiting } = this
    this.waiting = null
    if (waiting) tell(waiting)
  }

  private send(ask: RouteAsk): void {
    this.line.postMessage(ask)
  }
}
