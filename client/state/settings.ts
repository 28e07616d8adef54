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
  /** Whether single keys are shortcuts: they can be in the way of assistive technology. */
  shortcuts: boolean
  /** People whose words we don't want to see, with the name they had then. */
  muted: readonly { readonly personId: string; readonly name: string }[]
  /** Where we last were, so that coming back is one click. */
  lastHall: string | null
  set(settings: Partial<Omit<Settings, 'set'>>): void
}

/** Choices remembered on this machine. */
export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      view: null,
      tier: 'auto',
      hintSeen: false,
      shortcuts: true,
      muted: [],
      lastHall: null,
      set: (settings) => set(settings),
    }),
    { name: 'alleya-settings' },
  ),
)

/** Whether we chose not to hear this person. */
export const isMuted = (muted: Settings['muted'], personId: string): boolean =>
  muted.some((one) => one.personId === personId)
