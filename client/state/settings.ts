import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const VIEWS = ['world', 'map', 'list'] as const
export type View = (typeof VIEWS)[number]

/** How much the machine can show. `low` has no petals, fewer trees, one pixel a pixel; `auto` lets the frame time decide. */
export const TIERS = ['low', 'medium', 'high'] as const
export type Tier = (typeof TIERS)[number]

interface Settings {
  /** null: not chosen yet, the machine decides. */
  view: View | null
  tier: Tier | 'auto'
  /** First-visit hint was read. */
  hintSeen: boolean
  /** People whose words we don't want to see. */
  muted: readonly string[]
  set(settings: Partial<Omit<Settings, 'set'>>): void
}

/** Choices remembered on this machine. */
export const useSettings = create<Settings>()(
  persist((set) => ({ view: null, tier: 'auto', hintSeen: false, muted: [], set: (settings) => set(settings) }), {
    name: 'alleya-settings',
  }),
)
