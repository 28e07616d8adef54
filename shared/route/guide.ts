/**
 * «Walk me»: what becomes of a visit when something happens on the way. A pure step from state to state: who walks the
 * body and who looks at the clock is the client's affair.
 */
import type { Guide, Visit } from './visit.ts'

export type GuideEvent =
  /** To a stop, whichever it is. */
  | { readonly kind: 'set-out'; readonly stop: string }
  /** The way goes on in another hall. */
  | { readonly kind: 'gate'; readonly hallId: string }
  /** To that other hall, then. */
  | { readonly kind: 'agreed' }
  /** At the stop, where one stays until a moment. */
  | { readonly kind: 'arrived'; readonly until: Date }
  | { readonly kind: 'extended'; readonly minutes: number; readonly now: Date }
  | { readonly kind: 'paused'; readonly now: Date }
  | { readonly kind: 'resumed'; readonly now: Date }
  /** Seen; on to the next one, or to none. */
  | { readonly kind: 'seen'; readonly next: string | null }
  /** Not this one; on to the next, or to none. */
  | { readonly kind: 'skipped'; readonly next: string | null }
  /** No more walking; what was seen stays seen. */
  | { readonly kind: 'ended' }

/** The visit after an event. One that does not happen in its state changes nothing. */
export function guided(visit: Visit, event: GuideEvent): Visit {
  const { guide } = visit
  const to = (next: Guide): Visit => ({ ...visit, guide: next })
  switch (event.kind) {
    case 'set-out':
      return to({ at: 'walking', stop: event.stop })
    case 'ended':
      return to(REST)
    case 'gate':
      return guide.at === 'walking' ? to({ at: 'gate', stop: guide.stop, hallId: event.hallId }) : visit
    case 'agreed':
      return guide.at === 'gate' ? to({ at: 'walking', stop: guide.stop }) : visit
    case 'arrived':
      return guide.at === 'walking' ? to({ at: 'stop', stop: guide.stop, until: event.until.toISOString() }) : visit
    case 'extended':
      return guide.at === 'stop' ? to(extended(guide, event.minutes, event.now)) : visit
    case 'paused':
      return guide.at === 'rest' || guide.at === 'paused' ? visit : to(paused(guide, event.now))
    case 'resumed':
      return guide.at === 'paused' ? to(resumed(guide, event.now)) : visit
    case 'seen':
      return guide.at === 'rest' ? visit : onward(visit, guide.stop, 'visited', event.next)
    case 'skipped':
      return guide.at === 'rest' ? visit : onward(visit, guide.stop, 'skipped', event.next)
  }
}

const REST: Guide = { at: 'rest' }

type At<K extends Guide['at']> = Extract<Guide, { readonly at: K }>

/** A stay that is over already begins anew. */
const extended = (guide: At<'stop'>, minutes: number, now: Date): Guide => ({
  ...guide,
  until: new Date(Math.max(Date.parse(guide.until), now.getTime()) + minutes * 60_000).toISOString(),
})

const paused = (guide: At<'walking' | 'gate' | 'stop'>, now: Date): Guide => ({
  at: 'paused',
  stop: guide.stop,
  left: guide.at === 'stop' ? Math.max(0, Math.round((Date.parse(guide.until) - now.getTime()) / 1000)) : null,
})

const resumed = ({ stop, left }: At<'paused'>, now: Date): Guide =>
  left === null
    ? { at: 'walking', stop }
    : { at: 'stop', stop, until: new Date(now.getTime() + left * 1000).toISOString() }

function onward(visit: Visit, stop: string, how: 'visited' | 'skipped', next: string | null): Visit {
  const done = [...visit.done.filter((one) => one.stop !== stop), { stop, how }]
  return { ...visit, done, guide: next === null || next === stop ? REST : { at: 'walking', stop: next } }
}
