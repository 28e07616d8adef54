import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { type DrawnRoute, type DrawnStop, drawnIn } from '../../shared/route/drawn.ts'
import type { LeftOut, Visit as PlannedVisit, RoutePlan } from '../../shared/route/model.ts'
import { NO_VISIT, type Visit } from '../../shared/route/visit.ts'

/** The route that was planned last, with its ways. Times are seconds since the epoch. */
export interface Planned {
  readonly visits: readonly PlannedVisit[]
  readonly leftOut: readonly LeftOut[]
  /** Wishes for what is not there any more. */
  readonly gone: readonly string[]
  readonly walk: RoutePlan['walk']
  readonly waits: number
  readonly startsAt: number
  readonly endsAt: number
  /** Of `visits`, in their order. */
  readonly stops: readonly DrawnStop[]
  /** When this was planned, ms since the epoch. */
  readonly madeAt: number
}

/** A change that can be taken back. */
export interface Undoable {
  readonly what: 'removed' | 'cleared' | 'taken' | 'moved'
  readonly count: number
  readonly before: Visit
}

interface VisitStore {
  /** Whose visit this is: what another person left on this machine is not ours. */
  personId: string | null
  visit: Visit
  /** When we changed it last, ISO 8601; null: never. */
  changedAt: string | null
  planned: Planned | null
  undoable: Undoable | null
  change(next: Visit, undoable?: Omit<Undoable, 'before'>): void
  undo(): void
  set(change: Partial<Pick<VisitStore, 'personId' | 'visit' | 'changedAt' | 'planned' | 'undoable'>>): void
}

/** What we mean to see, on this machine; the server keeps it, too (`client/visit`). Outlives a reload without a line. */
export const useVisit = create<VisitStore>()(
  persist(
    (set, get) => ({
      personId: null,
      visit: NO_VISIT,
      changedAt: null,
      planned: null,
      undoable: null,
      change: (visit, undoable) => {
        const before = get().visit
        if (visit === before) return
        set({ visit, changedAt: new Date().toISOString(), undoable: undoable ? { ...undoable, before } : null })
      },
      undo: () => {
        const { undoable, change } = get()
        if (undoable) change(undoable.before)
      },
      set: (change) => set(change),
    }),
    {
      name: 'alleya-visit',
      partialize: ({ personId, visit, changedAt, planned }) => ({ personId, visit, changedAt, planned }),
    },
  ),
)

/**
 * The part of a route that lies in a hall and ahead of us: where we are at a stop, the way to it is behind, and the one
 * to the next stop comes now.
 */
export function routeAhead(hallId: string, { visit, planned }: Pick<VisitStore, 'visit' | 'planned'>): DrawnRoute {
  const stops = planned?.stops ?? []
  const { guide } = visit
  const at = guide.at === 'stop' || (guide.at === 'paused' && guide.left !== null) ? guide.stop : null
  const next = guide.at === 'rest' || at !== null ? stops.find(({ key }) => key !== at)?.key : guide.stop
  return drawnIn(
    hallId,
    stops.map((stop) => (stop.key === at ? { ...stop, way: [] } : stop)),
    next ?? null,
  )
}
