import { create } from 'zustand'
import type { RefusedMessage, Said } from '../../shared/rooms/hall.ts'

/** Lines kept: more than anybody scrolls back through. */
const KEPT = 200

interface Chat {
  /** What was said in this instance of the hall, oldest first. */
  lines: readonly Said[]
  /** Lines heard since the chat was last looked at. */
  unread: number
  open: boolean
  /** What is being written: it outlives the drawer, a refusal and a lost connection. */
  draft: string
  /** When the next line may be said (ms of `performance.now`), after the server asked us to wait. */
  waitUntil: number | null
  fill(lines: readonly Said[]): void
  heard(said: Said, own: boolean): void
  refused(refused: RefusedMessage): void
  write(draft: string): void
  show(open: boolean): void
}

export const useChat = create<Chat>()((set) => ({
  lines: [],
  unread: 0,
  open: false,
  draft: '',
  waitUntil: null,
  fill: (lines) => set({ lines }),
  heard: (said, own) =>
    set(({ lines, unread, open }) => ({
      lines: [...lines.slice(1 - KEPT), said],
      unread: open || own ? 0 : unread + 1,
    })),
  // The words come back into the composer, unless something else was begun there meanwhile.
  refused: ({ text, retryAfterMs }) =>
    set(({ draft }) => ({
      draft: draft === '' ? (text ?? '') : draft,
      waitUntil: performance.now() + (retryAfterMs ?? 0),
    })),
  write: (draft) => set({ draft }),
  show: (open) => set({ open, unread: 0 }),
}))
