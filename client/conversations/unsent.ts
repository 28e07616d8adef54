/**
 * What was said and has not arrived: kept on this machine until it has, also over a reload and a lost line. Each carries
 * an id of its own, so sending again says nothing twice. What goes to one exhibitor goes in order.
 */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Attachment, ConversationMessage } from '../../shared/conversations/model.ts'
import { ApiProblem } from '../net/api.ts'
import { talkApi } from '../net/talk-api.ts'

/** How long to wait for the line between two tries, ms. */
const TRIES_EVERY = 4000

/** Where something is said: as a visitor, or for an exhibitor in a conversation (null: the thread of the booth). */
export type Addressee =
  | { readonly as: 'visitor'; readonly exhibitorId: string; readonly to: 'everyone' | 'staff' }
  | { readonly as: 'staff'; readonly exhibitorId: string; readonly conversationId: string | null }

export interface Unsent {
  readonly id: string
  /** Whose it is: another person on this machine does not say it. */
  readonly personId: string
  readonly addressee: Addressee
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly byMail: boolean | undefined
  readonly questionId: string | null
  /** `waiting`: for the line, or until we may (`retryAt`, ms since 1970). `failed`: nothing changes by itself. */
  readonly state: 'sending' | 'waiting' | 'failed'
  readonly retryAt: number | null
  /** Why not, as the server says it. */
  readonly problem: ApiProblem['code'] | null
}

interface UnsentStore {
  unsent: readonly Unsent[]
  change(id: string, change: Partial<Unsent>): void
  add(one: Unsent): void
  drop(id: string): void
}

const KEY = 'alleya-unsent'

export const useUnsent = create<UnsentStore>()(
  persist(
    (set) => ({
      unsent: [],
      change: (id, change) =>
        set(({ unsent }) => ({ unsent: unsent.map((one) => (one.id === id ? { ...one, ...change } : one)) })),
      add: (one) => set(({ unsent }) => ({ unsent: [...unsent, one] })),
      drop: (id) => set(({ unsent }) => ({ unsent: unsent.filter((one) => one.id !== id) })),
    }),
    { name: KEY },
  ),
)

type Arrived = (message: ConversationMessage) => void
const arrivals = new Set<Arrived>()

/** Calls back with each message of ours that has arrived. @returns what ends it */
export function onArrived(listener: Arrived): () => void {
  arrivals.add(listener)
  return () => void arrivals.delete(listener)
}

export function sendOff(
  one: Pick<Unsent, 'personId' | 'addressee' | 'text' | 'attachments' | 'byMail' | 'questionId'>,
) {
  useUnsent.getState().add({ ...one, id: newId(), state: 'waiting', retryAt: null, problem: null })
  void sendAll(one.personId)
}

export function sendAgain(id: string, personId: string): void {
  useUnsent.getState().change(id, { state: 'waiting', retryAt: null, problem: null })
  void sendAll(personId)
}

/** Sends what may be sent now of what somebody said; while a page is open this is asked again and again. */
export async function sendAll(personId: string): Promise<void> {
  const blocked = new Set<string>()
  for (const one of useUnsent.getState().unsent.filter((each) => each.personId === personId)) {
    const { exhibitorId } = one.addressee
    if (one.state === 'failed' || blocked.has(exhibitorId)) continue
    blocked.add(exhibitorId)
    if (one.state === 'sending' && underWay.has(one.id)) continue
    if (one.retryAt !== null && one.retryAt > Date.now()) continue
    void sendOne(one).then((gone) => (gone ? sendAll(personId) : undefined))
  }
}

/** Keeps trying while somebody looks. @returns what ends it */
export function keepSending(personId: string): () => void {
  const again = (): void => void sendAll(personId)
  again()
  const timer = setInterval(again, TRIES_EVERY)
  // What another tab has said or sent is not overwritten by what this one knew.
  const elsewhere = ({ key }: StorageEvent): void => {
    if (key === KEY) void useUnsent.persist.rehydrate()
  }
  window.addEventListener('online', again)
  window.addEventListener('storage', elsewhere)
  return () => {
    clearInterval(timer)
    window.removeEventListener('online', again)
    window.removeEventListener('storage', elsewhere)
  }
}

/** A random UUID; `crypto.randomUUID` is missing where the page came without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16)).map((byte, n) => {
    if (n === 6) return (byte & 0x0f) | 0x40
    return n === 8 ? (byte & 0x3f) | 0x80 : byte
  })
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const underWay = new Set<string>()

/** @returns whether it is out of the way of what comes after it */
async function sendOne(one: Unsent): Promise<boolean> {
  if (underWay.has(one.id)) return false
  underWay.add(one.id)
  const { change, drop } = useUnsent.getState()
  change(one.id, { state: 'sending' })
  try {
    const message = await deliver(one)
    drop(one.id)
    for (const listener of arrivals) listener(message)
    return true
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : 'failed'
    if (error instanceof ApiProblem && code === 'too-often') {
      change(one.id, { state: 'waiting', retryAt: Date.now() + (error.retryAfterSeconds ?? 5) * 1000, problem: code })
      return false
    }
    const mends = code === 'offline' || code === 'unavailable'
    change(one.id, { state: mends ? 'waiting' : 'failed', problem: code, retryAt: null })
    return !mends
  } finally {
    underWay.delete(one.id)
  }
}

function deliver({ id, addressee, text, attachments, byMail, questionId }: Unsent): Promise<ConversationMessage> {
  const words = { id, text, attachments: [...attachments] }
  const { exhibitorId } = addressee
  return addressee.as === 'visitor'
    ? talkApi.say(exhibitorId, { ...words, to: addressee.to, byMail })
    : talkApi.answer(exhibitorId, { ...words, conversationId: addressee.conversationId, questionId })
}
