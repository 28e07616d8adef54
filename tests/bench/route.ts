/**
 * `npm run bench -- route`: the planner of individual routes. Best known scores of an orienteering benchmark
 * (`../shared/data/orienteering` beside the project), tours through all booths of generated salons against the
 * Held–Karp lower bound (1-tree ascent), and 30 stops with hours and sessions against the best of four more searches.
 * `stops…WaysMs` is the table of walking distances between all pairs of stops on the halls' grids.
 */
import { randomFrom } from '../../shared/floorplan/random.ts'
import { type RouteProblem, routeProblem } from '../../shared/route/model.ts'
import { planRoute } from '../../shared/route/plan.ts'
import { heldKarpBound } from './route/held-karp.ts'
import { BEST_KNOWN, tsiligirides1 } from './route/orienteering.ts'
import { type Salon, salonOf } from './route/salon.ts'

const SIZES = [100, 500, 1000]
const clock = (): number => performance.now()

/** @throws Error when the orienteering problems are not beside the project */
export async function run(): Promise<Record<string, unknown>> {
  const tsiligirides1 = orienteering()
  const tours = SIZES.map((size) => tourThrough(size))
  return {
    bench: 'route',
    tsiligirides1,
    ...Object.assign({}, ...tours),
    ...windows(salonOf(200)),
  }
}

function orienteering() {
  const budgets = Object.keys(BEST_KNOWN).map(Number)
  const start = clock()
  const optimal = budgets.filter((budget) => {
    const problem = tsiligirides1(budget)
    const { visits } = planRoute(problem, { clock, limitMs: 1000 })
    const score = visits.reduce((sum, visit) => sum + (problem.stops.find(({ id }) => id === visit.id)?.value ?? 0), 0)
    console.log(`tsiligirides 1, budget ${budget}: ${score} of ${BEST_KNOWN[budget]}`)
    return score >= (BEST_KNOWN[budget] ?? Number.POSITIVE_INFINITY)
  })
  return { optimal: optimal.length, of: budgets.length, meanMs: rounded((clock() - start) / budgets.length) }
}

/** From the entrance past every booth of a salon and back. */
function tourThrough(size: number): Record<string, number> {
  const { ways, entrance, booths } = salonOf(size)
  const [waysMs, travel] = timed(() => ways.travel([entrance, ...booths]))
  const problem = routeProblem.parse({
    stops: booths.map((_, i) => ({
      id: `booth ${i}`,
      place: i + 1,
      dwell: 180,
      when: { kind: 'any-time' },
      required: true,
      value: 1,
    })),
    travel,
    start: { place: 0, at: 0 },
    end: 0,
    until: null,
  })
  const [ms, plan] = timed(() => planRoute(problem, { clock, limitMs: 1000 }))
  if (plan.visits.length !== size) throw new Error(`${size - plan.visits.length} booths were left out`)
  // Start and end are the same place and two nodes of the bound.
  const nodes = size + 2
  const legs = new Float64Array(nodes * nodes)
  for (let a = 0; a < nodes; a++) {
    for (let b = 0; b < nodes; b++) {
      legs[a * nodes + b] = travel.seconds[(a % travel.places) * travel.places + (b % travel.places)] as number
    }
  }
  const bound = heldKarpBound(legs, nodes, 0, nodes - 1, plan.walk.seconds)
  console.log(`${size} stops: ${rounded(plan.walk.metres)} m in ${rounded(ms)} ms, ${rounded(waysMs)} ms of ways`)
  return {
    [`stops${size}Ms`]: rounded(ms),
    [`stops${size}GapPct`]: rounded((plan.walk.seconds / bound - 1) * 100),
    [`stops${size}WaysMs`]: rounded(waysMs),
  }
}

/** A day's programme and staff hours over 30 booths, ten times: middle and worst, and the mean of what others find more. */
function windows({ ways, entrance, booths }: Salon): Record<string, number> {
  const random = randomFrom(2027)
  const days = Array.from({ length: 11 }, () => {
    const places = Array.from({ length: 30 }, () => booths[Math.floor(random() * booths.length)] ?? entrance)
    return dayOf(places.length, ways.travel([entrance, ...places]), random)
  })
  // The first one is for the compiler.
  const runs = days.map((day) => {
    const [ms, plan] = timed(() => planRoute(day, { clock, limitMs: 1000 }))
    const best = [2, 3, 4, 5].map((seed) => worth(day, planRoute(day, { clock, limitMs: 1000, seed })))
    return { ms, missed: Math.max(0, Math.max(...best) - worth(day, plan)) / Math.max(...best) }
  })
  const counted = runs.slice(1)
  return {
    windows30Ms: rounded(counted.map(({ ms }) => ms).sort((a, b) => a - b)[counted.length >> 1] ?? 0),
    windows30WorstMs: rounded(Math.max(...counted.map(({ ms }) => ms))),
    windows30MissedPct: rounded((counted.reduce((sum, { missed }) => sum + missed, 0) / counted.length) * 100),
  }
}

function dayOf(count: number, travel: RouteProblem['travel'], random: () => number): RouteProblem {
  const HOUR = 3600
  const stops = Array.from({ length: count }, (_, i) => {
    const opens = random() * 6 * HOUR
    const kind = random()
    return {
      id: `stop ${i}`,
      place: i + 1,
      dwell: 300 + Math.floor(random() * 4) * 150,
      when:
        kind < 0.25
          ? { kind: 'session' as const, startsAt: Math.floor(random() * 28) * 900, lateBy: 300 }
          : kind < 0.85
            ? { kind: 'hours' as const, hours: [{ from: opens, to: opens + HOUR * (1 + random() * 1.5) }] }
            : { kind: 'any-time' as const },
      required: random() < 0.2,
      value: 1 + Math.floor(random() * 5),
    }
  })
  return { stops, travel, start: { place: 0, at: 0 }, end: null, until: 8 * HOUR }
}

/** The value of what is visited; required stops count ten times. */
function worth({ stops }: RouteProblem, { visits }: { readonly visits: readonly { readonly id: string }[] }): number {
  const visited = new Set(visits.map((visit) => visit.id))
  return stops.reduce((sum, { id, value, required }) => sum + (visited.has(id) ? value * (required ? 10 : 1) : 0), 0)
}

function timed<Result>(work: () => Result): [number, Result] {
  const start = clock()
  const result = work()
  return [clock() - start, result]
}

const rounded = (figure: number): number => Number(figure.toFixed(2))
