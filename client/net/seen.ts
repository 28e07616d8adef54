/**
 * What its visitor does at booths, told to the server as evidence for the exhibitor: gathered, sent a few at a time, and
 * at the latest when the page is left. Nobody waits for it, and what does not arrive is let go.
 */
import type { Claim } from '../../shared/leads/interaction.ts'

type Seen = Pick<Claim, 'kind'> & Partial<Pick<Claim, 'subject' | 'seconds' | 'share'>>

/** How long reports are gathered, ms. */
const GATHERED_FOR = 10_000
/** Most in one request: `claims` of the API. */
const MOST = 50

const waiting = new Map<string, Claim[]>()
let timer: ReturnType<typeof setTimeout> | null = null

export function seen(exhibitorId: string, what: Seen): void {
  const claim: Claim = {
    ...{ subject: null, seconds: null, share: null, ...what },
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
  }
  const others = waiting.get(exhibitorId) ?? []
  if (others.length < MOST) waiting.set(exhibitorId, [...others, claim])
  timer ??= setTimeout(tell, GATHERED_FOR)
}

/** A beacon outlives its page and never holds it up. */
function tell(): void {
  if (timer) clearTimeout(timer)
  timer = null
  for (const [exhibitorId, claims] of waiting) {
    const body = new Blob([JSON.stringify(claims)], { type: 'application/json' })
    navigator.sendBeacon(`/api/exhibitors/${encodeURIComponent(exhibitorId)}/interactions`, body)
  }
  waiting.clear()
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') tell()
})
