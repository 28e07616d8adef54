import { create } from 'zustand'
import type { ConversationNews } from '../../shared/conversations/model.ts'

/** News of conversations as they come from the hall, and the booth whose thread we listen to. */
interface NewsStore {
  /** Exhibitor whose thread is open, or null. */
  listensTo: string | null
  /** How often the line came up: after each time what was missed is asked for. */
  arrivals: number
  set(change: Partial<Omit<NewsStore, 'set'>>): void
}

export const useNews = create<NewsStore>()((set) => ({
  listensTo: null,
  arrivals: 0,
  set: (change) => set(change),
}))

type Listener = (news: ConversationNews) => void
const listeners = new Set<Listener>()

/** @returns what ends it */
export function onNews(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellNews(news: ConversationNews): void {
  for (const listener of listeners) listener(news)
}
