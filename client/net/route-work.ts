import { walkGrid } from '../../shared/floorplan/grid.ts'
import { hallPlanOf, hallsOf } from '../../shared/floorplan/model.ts'
import { answerRoute } from '../../shared/route/answer.ts'
import { planInOrder } from '../../shared/route/in-order.ts'
import type { RoutePlan, RouteProblem } from '../../shared/route/model.ts'
import { restOf } from '../../shared/route/replan.ts'
import { TravelTable } from '../../shared/route/travel-table.ts'
import { type SalonPlace, type WayPart, Ways } from '../../shared/route/ways.ts'
import type { RouteAsk, RouteNews, RouteWish } from './route-protocol.ts'

/** Milliseconds after which the best order found so far must do. */
const LIMIT = 1500
/** So many ways are drawn before somebody looks whether they are still wanted. */
const AT_ONCE = 20

type Halls = ConstructorParameters<typeof Ways>[0]

/** What the worker does with what it is asked. The plan and the tables of ways stay here from route to route. */
export class RouteWork {
  private readonly tell: (news: RouteNews) => void
  private readonly clock: () => number
  private halls: { readonly version: number; readonly halls: Halls } | null = null
  private kept: { readonly ways: Ways; readonly table: TravelTable; readonly of: string } | null = null
  private wanted = 0

  constructor(tell: (news: RouteNews) => void, clock: () => number) {
    this.tell = tell
    this.clock = clock
  }

  async asked(ask: RouteAsk): Promise<void> {
    if (ask.kind === 'load') {
      const plans = hallsOf(ask.plan).flatMap(({ id }) => hallPlanOf(ask.plan, id) ?? [])
      this.halls = { version: ask.version, halls: plans.map((plan) => ({ plan, grid: walkGrid(plan) })) }
      return
    }
    this.wanted = ask.id
    try {
      await this.plan(ask.id, ask.wish)
    } catch (error) {
      this.tell({ kind: 'failed', id: ask.id, message: String(error) })
    }
  }

  private async plan(id: number, wish: RouteWish): Promise<void> {
    if (!(await this.at('measuring', id))) return
    const { ways, table } = this.waysFor(wish)
    const travel = table.between(wish.places, wish.start)
    if (!(await this.at('ordering', id))) return
    const { stops, at, until, places } = wish
    const problem = { stops: [...stops], travel, start: { place: places.length, at }, end: null, until }
    const plan = this.solve(problem, wish)
    this.tell({ kind: 'planned', id, plan })
    if (!(await this.at('drawing', id))) return
    const drawn = await this.draw(id, wish, ways, plan)
    if (drawn) this.tell({ kind: 'drawn', id, ways: drawn })
  }

  private solve(problem: RouteProblem, { first, order }: RouteWish): RoutePlan {
    const rest = (one: RouteProblem): RoutePlan => (order === 'own' ? planInOrder(one) : this.best(one))
    const begun = first === undefined ? null : planInOrder({ ...problem, stops: only(problem, first) })
    const [visit] = begun?.visits ?? []
    if (!begun || !visit) return rest(problem)
    const place = only(problem, visit.id)[0]?.place ?? problem.start.place
    return joined(begun, rest(restOf(problem, { done: [visit.id], place, at: visit.endsAt })))
  }

  private best(problem: RouteProblem): RoutePlan {
    const answer = answerRoute({ problem, limitMs: LIMIT }, this.clock)
    if ('plan' in answer) return answer.plan
    throw new Error(`${answer.malformed.field}: ${answer.malformed.message}`)
  }

  private waysFor({ version, pace }: RouteWish) {
    const of = `${version} ${pace}`
    if (this.kept?.of === of) return this.kept
    if (this.halls?.version !== version) throw new Error(`Version ${version} of the plan was not loaded`)
    const ways = new Ways(this.halls.halls, { pace })
    this.kept = { ways, table: new TravelTable(ways), of }
    return this.kept
  }

  /** null: nobody waits for it any more. */
  private async draw(id: number, wish: RouteWish, ways: Ways, { visits }: RoutePlan): Promise<WayPart[][] | null> {
    const placeOf = new Map(wish.stops.map((stop) => [stop.id, wish.places[stop.place] as SalonPlace]))
    const drawn: WayPart[][] = []
    let from = wish.start
    for (const [i, visit] of visits.entries()) {
      if (i % AT_ONCE === AT_ONCE - 1 && !(await this.isWanted(id))) return null
      const to = placeOf.get(visit.id) as SalonPlace
      drawn.push(ways.way(from, to) ?? [])
      from = to
    }
    return drawn
  }

  private async at(step: 'measuring' | 'ordering' | 'drawing', id: number): Promise<boolean> {
    this.tell({ kind: 'step', id, step })
    return this.isWanted(id)
  }

  /** Lets in what was asked meanwhile. */
  private async isWanted(id: number): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve))
    return this.wanted === id
  }
}

const only = ({ stops }: RouteProblem, id: string) => stops.filter((stop) => stop.id === id)

/** One plan after another. */
const joined = (a: RoutePlan, b: RoutePlan): RoutePlan => ({
  ...b,
  visits: [...a.visits, ...b.visits],
  walk: { seconds: a.walk.seconds + b.walk.seconds, metres: a.walk.metres + b.walk.metres },
  waits: a.waits + b.waits,
})
