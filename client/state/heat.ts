import { create } from 'zustand'
import type { FootfallCell } from '../../shared/figures/footfall.ts'

/** Where people were in a hall, for the map to draw over its plan. */
export interface Heat {
  readonly hallId: string
  readonly cells: readonly (FootfallCell & { readonly minutes: number })[]
  /** Minutes that are shown as hottest. */
  readonly most: number
}

/** What the map shows while an organizer has it open; null: nothing. */
export const useHeat = create<{ heat: Heat | null; set(heat: Heat | null): void }>()((set) => ({
  heat: null,
  set: (heat) => set({ heat }),
}))
