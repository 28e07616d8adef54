import type { Booth, HallPlan } from '../../shared/floorplan/model.ts'

/** The booths before and after one in the order of their numbers; after the last comes the first. */
export function neighboursOf(boothId: string, plan: Pick<HallPlan, 'booths'>): { previous: Booth; next: Booth } | null {
  const byNumber = plan.booths.toSorted((a, b) => ORDER.compare(a.number, b.number))
  const index = byNumber.findIndex(({ id }) => id === boothId)
  const previous = byNumber.at(index - 1)
  const next = byNumber[(index + 1) % byNumber.length]
  return index < 0 || byNumber.length < 2 || !previous || !next ? null : { previous, next }
}

// «А-9» before «А-10».
const ORDER = new Intl.Collator('ru', { numeric: true })
