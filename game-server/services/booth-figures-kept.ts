import type { BoothCounts } from '../../shared/figures/booth.ts'
import type { Database } from '../db/database.ts'
import { countsOf, type Scope } from './booth-figures-counts.ts'

interface Kept {
  readonly until: number
  readonly days: number
  readonly counts: Promise<BoothCounts>
}

/**
 * Counts each booth once an hour: figures are told up to a full hour, so until the next one they stay as they are. Whoever
 * asks meanwhile waits for the same count.
 */
export function countedOnce(count = countsOf): typeof countsOf {
  const kept = new Map<string, Kept>()
  return (db: Database, scope: Scope) => {
    const { exhibitorId, days, until } = scope
    const known = kept.get(exhibitorId)
    if (known?.until === until.getTime() && known.days === days.length) return known.counts
    const one = { until: until.getTime(), days: days.length, counts: count(db, scope) }
    kept.set(exhibitorId, one)
    one.counts.catch(() => {
      if (kept.get(exhibitorId) === one) kept.delete(exhibitorId)
    })
    return one.counts
  }
}
