/** How much of a film was really played, 0–1: stretches that were skipped do not count, nor does the end by itself. */
export function shareOf(played: Pick<TimeRanges, 'length' | 'start' | 'end'>, duration: number): number {
  if (!Number.isFinite(duration) || duration <= 0) return 0
  let seconds = 0
  for (let i = 0; i < played.length; i++) seconds += played.end(i) - played.start(i)
  return Math.min(1, Math.max(0, seconds / duration))
}

/** By how much more a film must have been watched to be worth telling. */
export const WORTH_TELLING = 0.05
