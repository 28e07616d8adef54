import { useEffect } from 'react'
import { merged, NO_VISIT } from '../../shared/route/visit.ts'
import { visitApi } from '../net/visit-api.ts'
import { useVisit } from '../state/visit.ts'

/** A change is sent after so long without another, and again after so long where nobody answered (ms). */
const REST = 1500
const AGAIN = 15_000

/** Keeps the visit of `personId` on the server, too: whichever was changed later, here or on another device, stands. */
export function useKeptVisit(personId: string): void {
  useEffect(() => {
    const before = useVisit.getState()
    if (before.personId !== personId) {
      // What somebody else left on this machine is theirs. A visit begun before anybody was known is ours.
      const kept = before.personId === null ? {} : { visit: NO_VISIT, changedAt: null, planned: null, undoable: null }
      before.set({ ...kept, personId })
    }
    let timer: ReturnType<typeof setTimeout> | null = null
    let ended = false
    // Begun here before we were known: the visit that we may have elsewhere joins it instead of being replaced.
    let unclaimed = before.personId === null && before.changedAt !== null
    // The moment of the change that the server knows of.
    let known: string | null = null
    const sendIn = (ms: number): void => {
      if (timer !== null) clearTimeout(timer)
      timer = ended ? null : setTimeout(() => void sync(), ms)
    }
    const sync = async (): Promise<void> => {
      try {
        if (unclaimed) await claim()
        unclaimed = false
        const { visit, changedAt, set } = useVisit.getState()
        const stands = changedAt === null ? await visitApi.visit() : await visitApi.keep({ visit, changedAt })
        if (ended) return
        const now = useVisit.getState()
        if (stands && now.changedAt === changedAt && stands.changedAt !== changedAt) set(stands)
        known = useVisit.getState().changedAt
        if (now.changedAt !== changedAt) sendIn(REST)
      } catch {
        sendIn(AGAIN)
      }
    }
    const forget = useVisit.subscribe(({ changedAt }) => {
      if (changedAt !== known) sendIn(REST)
    })
    const online = (): void => sendIn(0)
    window.addEventListener('online', online)
    void sync()
    return () => {
      ended = true
      if (timer !== null) clearTimeout(timer)
      forget()
      window.removeEventListener('online', online)
    }
  }, [personId])
}

async function claim(): Promise<void> {
  const elsewhere = await visitApi.visit()
  const { visit, set } = useVisit.getState()
  if (elsewhere) set({ visit: merged(visit, elsewhere.visit), changedAt: new Date().toISOString() })
}
