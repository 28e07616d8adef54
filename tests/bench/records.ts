/**
 * `npm run bench -- records [--pglite] [--visitors 250000] [--interactions 5000000]`: what exhibitors and visitors ask of
 * the records of a salon two weeks after it opened, through the services that answer the API, on a PostgreSQL that is
 * started for it with the settings it comes with, or on the embedded database (5,000 visitors unless told otherwise).
 * Each figure is the worst 95th percentile of its questions, milliseconds; baselines answer from the same records: leads
 * summed up from interactions, heat maps from a row a cell and hour, search and briefcases without their indexes.
 */
import { parseArgs } from 'node:util'
import { onFreshDatabase, withoutCare } from './records/database.ts'
import { heatFigures } from './records/heat.ts'
import { leadsFigures } from './records/leads.ts'
import { reportFigures } from './records/reports.ts'
import { seed } from './records/seed.ts'
import { erasureFigures, searchFigures, visitorFigures } from './records/visitors.ts'

/** @throws Error when PostgreSQL is not installed, or a size is none */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      pglite: { type: 'boolean', default: false },
      visitors: { type: 'string' },
      interactions: { type: 'string' },
    },
  })
  const visitors = Number(values.visitors ?? (values.pglite ? 5000 : 250_000))
  const scale = { visitors, interactions: Number(values.interactions ?? visitors * 20) }
  if (!(visitors >= 1000 && scale.interactions >= visitors)) {
    throw new Error('--visitors: from 1000; --interactions: no fewer than visitors')
  }
  return onFreshDatabase(values.pglite, async (db) => {
    const start = performance.now()
    await (values.pglite ? seed(db, scale) : withoutCare(db, () => seed(db, scale)))
    const seededInS = Math.round((performance.now() - start) / 1000)
    console.log(`seeded in ${seededInS} s`)
    return {
      ...{ bench: 'records', on: values.pglite ? 'PGlite' : 'PostgreSQL', ...scale },
      ...(await leadsFigures(db)),
      ...(await heatFigures(db)),
      ...(await searchFigures(db)),
      ...(await visitorFigures(db, scale)),
      ...(await reportFigures(db, scale)),
      ...(await erasureFigures(db, scale)),
      seededInS,
    }
  })
}
