import { create } from 'zustand'

/** What lies over the view for a moment. */
interface Overlays {
  search: boolean
  hint: boolean
  people: boolean
  settings: boolean
  set(change: Partial<Omit<Overlays, 'set'>>): void
}

export const useOverlays = create<Overlays>()((set) => ({
  search: false,
  hint: false,
  people: false,
  settings: false,
  set: (change) => set(change),
}))
