import type { RouteContent } from '../../shared/route/published.ts'
import type { Visit } from '../../shared/route/visit.ts'

/** A visit as a route for others: what is planned of it, without when its visitor comes. */
export function contentOf(
  { wishes, settings: { startsAt: _, ...settings } }: Visit,
  title: RouteContent['title'] = NO_TEXT,
  description: RouteContent['description'] = NO_TEXT,
): RouteContent {
  const planned = wishes.filter(({ skipped }) => !skipped)
  return { title, description, settings, wishes: planned.length > 0 ? planned : wishes }
}

const NO_TEXT = { ru: '', en: '' }
