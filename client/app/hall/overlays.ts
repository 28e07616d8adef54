import { create } from 'zustand'

/** What belongs to the visitor and opens beside the view, one at a time; `side-panels.tsx` says what each loads. */
export type SidePanel = 'visit' | 'briefcase' | 'contacts' | 'messages' | 'heat'

/** What lies over the view for a moment. */
interface Overlays {
  search: boolean
  hint: boolean
  people: boolean
  settings: boolean
  panel: SidePanel | null
  set(change: Partial<Omit<Overlays, 'set'>>): void
}

export const useOverlays = create<Overlays>()((set) => ({
  search: false,
  hint: false,
  people: false,
  settings: false,
  panel: null,
  set: (change) => set(change),
}))
