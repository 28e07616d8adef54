import type { RouteContent } from '../../shared/route/published.ts'
import { keyOf } from '../../shared/route/visit.ts'
import { wished } from '../../shared/route/wishes.ts'
import { useVisit } from '../state/visit.ts'

/** Takes over somebody's route: into an empty visit as it is, into another one as more stops. */
export function takeRoute({ wishes, settings }: Pick<RouteContent, 'wishes' | 'settings'>): void {
  const { visit, change } = useVisit.getState()
  const known = new Set(visit.wishes.map(({ about }) => keyOf(about)))
  const fresh = wishes.filter(({ about }) => !known.has(keyOf(about)))
  const taken = { what: 'taken', count: fresh.length } as const
  if (visit.wishes.length === 0) {
    change({ ...visit, wishes: [...wishes], settings: { ...visit.settings, ...settings }, done: [] }, taken)
    return
  }
  const abouts = wishes.map(({ about }) => about)
  change(wished(visit, abouts), taken)
}
