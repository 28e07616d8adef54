import { create } from 'zustand'

/** Where in «Messages» somebody is. */
export type TalkPlace =
  | { readonly at: 'list' }
  /** Talking to an exhibitor, as a visitor does. */
  | { readonly at: 'booth'; readonly exhibitorId: string; readonly to: 'everyone' | 'staff' }
  /** What visitors ask an exhibitor that we answer for; in one conversation, or before all of them. */
  | { readonly at: 'inbox'; readonly exhibitorId: string; readonly conversationId: string | null }

interface Talk {
  place: TalkPlace
  /** Messages for us that we have not read, and questions that wait for us. */
  unread: number
  set(change: Partial<Omit<Talk, 'set'>>): void
}

/** What of the conversations other parts of the page show or open. */
export const useTalk = create<Talk>()((set) => ({
  place: { at: 'list' },
  unread: 0,
  set: (change) => set(change),
}))
