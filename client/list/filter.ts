import { create } from 'zustand'
import type { ExhibitorKind } from '../../shared/floorplan/model.ts'

export const NOTHING_CHOSEN = {
  text: '',
  kind: null as ExhibitorKind | null,
  /** An `alleyKey`. */
  alley: null as string | null,
  tag: null as string | null,
  withPeople: false,
  withSessions: false,
}
export type Filter = Readonly<typeof NOTHING_CHOSEN>

interface FilterStore extends Filter {
  set(change: Partial<Filter>): void
}

/** What the list is narrowed to. Kept while one looks at another view. */
export const useFilter = create<FilterStore>()((set) => ({ ...NOTHING_CHOSEN, set: (change) => set(change) }))
