import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { findHalls } from '../services/salon.ts'
import type { ApiDeps, ApiEnv } from './context.ts'

export interface Metrics {
  readonly registry: Registry
  /** Counts and times requests by route. */
  readonly observe: MiddlewareHandler<ApiEnv>
}

/** What Prometheus reads: this process, its requests, and the people in its salon. */
export function openMetrics({ db, whereabouts }: ApiDeps): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'alleya_http_seconds',
    help: 'How long answers took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  const people = new Gauge({
    name: 'alleya_people',
    help: 'People in the instances of a hall',
    labelNames: ['hall', 'simulated'],
    registers: [registry],
    async collect() {
      for (const { id } of await findHalls(db)) {
        const instances = await whereabouts.instances(id)
        people.set(
          { hall: id, simulated: 'no' },
          instances.reduce((sum, one) => sum + one.people, 0),
        )
        people.set(
          { hall: id, simulated: 'yes' },
          instances.reduce((sum, one) => sum + one.simulated, 0),
        )
      }
    },
  })
  return {
    registry,
    observe: async (c, next) => {
      const stop = seconds.startTimer()
      await next()
      // After `next` this is the route that answered.
      stop({ method: c.req.method, route: routePath(c), status: c.res.status })
    },
  }
}
