import { randomUUID } from 'node:crypto'
import { count, desc } from 'drizzle-orm'
import type { Database } from '../../../game-server/db/database.ts'
import { report } from '../../../game-server/services/interactions.ts'
import type { Claim } from '../../../shared/leads/interaction.ts'
import { booth } from './leads.ts'
import { p95, rounded } from './measure.ts'
import { type Scale, visitor } from './seed.ts'

/** Reports at once: connections of one process. */
const AT_ONCE = 16
const SECONDS = 10

/** What browsers report: by many people at the busiest booth, and by one who did thousands of things there. */
export async function reportFigures(db: Database, { visitors }: Scale): Promise<Record<string, number>> {
  const { id } = await booth(db, desc(count()))
  const reportedBy = (n: number) => report(db, visitor(n), id, claims())
  const many = await perSecond((n) => reportedBy(2 + (n % (visitors - 2))))
  const fewMs = await p95((n) => reportedBy(Math.floor(visitors / 2) + n))
  const manyMs = await p95(() => reportedBy(0))
  return {
    reportsPerSecond: many,
    reportP95Ms: fewMs,
    reportOfBusiestP95Ms: manyMs,
    reportOfBusiestRatio: rounded(manyMs / fewMs),
  }
}

/** What a visit of half a minute is told as. */
function claims(): Claim[] {
  const at = new Date().toISOString()
  const one = { subject: null, seconds: null, share: null, at }
  return [
    { ...one, id: randomUUID(), kind: 'entered' },
    { ...one, id: randomUUID(), kind: 'stayed', seconds: 30 },
    { ...one, id: randomUUID(), kind: 'watched', share: 0.5 },
  ]
}

async function perSecond(work: (n: number) => Promise<unknown>): Promise<number> {
  let done = 0
  const until = performance.now() + SECONDS * 1000
  const worker = async () => {
    while (performance.now() < until) await work(done++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return Math.round(done / SECONDS)
}
