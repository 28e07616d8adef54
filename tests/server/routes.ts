import type { RouteContent } from '../../shared/route/published.ts'
import type { Wish } from '../../shared/route/visit.ts'

/** A wish to see a booth. */
export const boothWish = (exhibitorId: string): Wish => ({
  about: { kind: 'booth', exhibitorId, productIds: [] },
  required: false,
  skipped: false,
  minutes: null,
})

/** A route to share or publish. */
export const A_ROUTE: RouteContent = {
  title: { ru: 'Для родителей', en: 'For parents' },
  description: { ru: '', en: '' },
  wishes: [boothWish('zhestyanka'), boothWish('tri-kubika')],
  settings: { budget: 40, pace: 'usual', minutes: 5, order: 'best' },
}
