/** What somebody did at a booth in sums, and the score that follows: every point of it can be told. */
import { z } from 'zod'
import { INTERACTION_KINDS, type InteractionKind } from './interaction.ts'

/** Of one kind: how often, seconds altogether, the most of a film (0–1). */
export const evidenceOfKind = z.object({ times: z.number().int(), seconds: z.number().int(), share: z.number() })
export const evidence = z.partialRecord(z.enum(INTERACTION_KINDS), evidenceOfKind)
export type Evidence = z.infer<typeof evidence>

type Sums = z.infer<typeof evidenceOfKind>

/** Most points of a kind, and how they are reached. A meeting says more than any number of glances. */
const POINTS: Readonly<Record<InteractionKind, { readonly most: number; of(sums: Sums): number }>> = {
  entered: { most: 3, of: ({ times }) => times },
  stayed: { most: 10, of: ({ seconds }) => Math.floor(seconds / 60) },
  watched: { most: 10, of: ({ share }) => Math.round(share * 10) },
  opened: { most: 8, of: ({ times }) => times * 2 },
  took: { most: 20, of: ({ times }) => times * 5 },
  asked: { most: 20, of: ({ times }) => times * 10 },
  met: { most: 29, of: () => 29 },
}

/** One line of a score's account. */
export const scorePart = z.object({ kind: z.enum(INTERACTION_KINDS), points: z.number().int() })
export type ScorePart = z.infer<typeof scorePart>

/** One thing that somebody did. */
export interface Act {
  readonly kind: InteractionKind
  readonly seconds: number | null
  readonly share: number | null
}

/** `seen` and these acts, however they were grouped and in whatever order they came. */
export function withActs(seen: Evidence, acts: readonly Act[]): Evidence {
  const sums = { ...seen }
  for (const { kind, seconds, share } of acts) {
    const before = sums[kind] ?? { times: 0, seconds: 0, share: 0 }
    sums[kind] = {
      times: before.times + 1,
      seconds: before.seconds + (seconds ?? 0),
      share: Math.max(before.share, share ?? 0),
    }
  }
  return sums
}

/** What several leads of one person did, together. */
export function together(all: readonly Evidence[]): Evidence {
  const sums: Evidence = {}
  for (const seen of all)
    for (const kind of INTERACTION_KINDS) {
      const [one, before] = [seen[kind], sums[kind] ?? { times: 0, seconds: 0, share: 0 }]
      if (!one) continue
      sums[kind] = {
        times: before.times + one.times,
        seconds: before.seconds + one.seconds,
        share: Math.max(before.share, one.share),
      }
    }
  return sums
}

/** What each kind adds to the score, most first. Altogether at most 100. */
export const scoreParts = (seen: Evidence): ScorePart[] =>
  INTERACTION_KINDS.flatMap((kind) => {
    const sums = seen[kind]
    const points = sums ? Math.min(POINTS[kind].most, POINTS[kind].of(sums)) : 0
    return points > 0 ? [{ kind, points }] : []
  }).toSorted((a, b) => b.points - a.points)

export const scoreOf = (seen: Evidence): number => scoreParts(seen).reduce((sum, { points }) => sum + points, 0)
