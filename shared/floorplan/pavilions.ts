/**
 * Which pavilion stands on a plot. The organizer may fix one; otherwise the plot's size, its open sides, the kind of
 * exhibitor and the booth's id decide, so that a row is varied and yet always the same.
 */
import type { OpenSides } from './booth-type.ts'
import type { Booth, ExhibitorKind, Pavilion } from './model.ts'
import { PAVILIONS } from './model.ts'
import { hashOf } from './random.ts'

interface Suitability {
  /** Front of the plot, metres, both ends included. */
  readonly width: readonly [number, number]
  /** Depth from which it looks right, metres. */
  readonly depth: number
  /** Numbers of open sides it is made for. */
  readonly open: readonly number[]
  /** Kinds that it suits best: they get it three times as often. */
  readonly kinds: readonly ExhibitorKind[]
}

const SUITABILITY: Record<Pavilion, Suitability> = {
  vault: { width: [3, 12], depth: 2.5, open: [1, 2], kinds: ['institution', 'business'] },
  gable: { width: [3, 12], depth: 2.5, open: [1, 2, 3], kinds: ['region'] },
  pergola: { width: [4.5, 12], depth: 2.5, open: [1, 2, 3], kinds: ['region', 'community'] },
  butterfly: { width: [6, 12], depth: 2.5, open: [1, 2, 3, 4], kinds: ['business'] },
  kiosk: { width: [2, 4.5], depth: 2, open: [1, 2], kinds: ['community', 'business'] },
  rotunda: { width: [6, 14], depth: 6, open: [3, 4], kinds: ['institution', 'region'] },
  glasshouse: { width: [6, 14], depth: 2.5, open: [1, 3, 4], kinds: ['institution', 'business'] },
  sail: { width: [2, 9], depth: 2, open: [1, 2, 3], kinds: ['community', 'institution'] },
}

/** Pavilions that suit a plot; never empty, since a gable stands anywhere. */
export function pavilionsFor(plot: Pick<Booth, 'width' | 'depth'>, openSides: OpenSides): Pavilion[] {
  const open = Object.values(openSides).filter(Boolean).length
  const fitting = PAVILIONS.filter((pavilion) => {
    const { width, depth, open: made } = SUITABILITY[pavilion]
    return plot.width >= width[0] && plot.width <= width[1] && plot.depth >= depth && made.includes(open)
  })
  return fitting.length > 0 ? fitting : ['gable']
}

/** The pavilion of a booth; `kind` as of the alley it stands on, null where an alley is open to all. */
export function pavilionOf(booth: Booth, openSides: OpenSides, kind: ExhibitorKind | null): Pavilion {
  if (booth.pavilion) return booth.pavilion
  const fitting = pavilionsFor(booth, openSides)
  const drawn = fitting.flatMap((pavilion) =>
    kind && SUITABILITY[pavilion].kinds.includes(kind) ? [pavilion, pavilion, pavilion] : [pavilion],
  )
  return drawn[hashOf(booth.id) % drawn.length] as Pavilion
}
