/** Changes to what somebody wishes to see: each takes a visit and gives the changed one. */
import { keyOf, MOST_PRODUCTS, type Subject, type Visit, type Wish } from './visit.ts'

/** Adds what is not wished for yet; a product that is new goes to the wish for its booth. What was set aside comes back. */
export function wished(visit: Visit, abouts: readonly Subject[]): Visit {
  const wishes = new Map(visit.wishes.map((wish) => [keyOf(wish.about), wish]))
  for (const about of abouts) {
    const key = keyOf(about)
    wishes.set(key, wishFor(about, wishes.get(key)))
  }
  const fresh = new Set(abouts.map(keyOf))
  return { ...visit, wishes: [...wishes.values()], done: visit.done.filter(({ stop }) => !fresh.has(stop)) }
}

/** Takes wishes away, and with them what was begun of them. */
export function unwished(visit: Visit, keys: ReadonlySet<string>): Visit {
  const { guide } = visit
  return {
    ...visit,
    wishes: visit.wishes.filter(({ about }) => !keys.has(keyOf(about))),
    done: visit.done.filter(({ stop }) => !keys.has(stop)),
    guide: guide.at !== 'rest' && keys.has(guide.stop) ? { at: 'rest' } : guide,
  }
}

export const reworded = (visit: Visit, key: string, change: Partial<Omit<Wish, 'about'>>): Visit => ({
  ...visit,
  wishes: visit.wishes.map((wish) => (keyOf(wish.about) === key ? { ...wish, ...change } : wish)),
})

/** What was seen or skipped is to be seen again. */
export const again = (visit: Visit, key: string): Visit => ({
  ...visit,
  done: visit.done.filter(({ stop }) => stop !== key),
})

/**
 * Moves a stop up (−1) or down (1) in the order shown, which is the visitor's own from then on.
 *
 * @param shown keys in the order of the plan; stops that are not in it follow
 */
export function moved(visit: Visit, shown: readonly string[], key: string, by: -1 | 1): Visit {
  const from = shown.indexOf(key)
  const to = from + by
  if (from < 0 || to < 0 || to >= shown.length) return visit
  const order = shown.with(from, shown[to] as string).with(to, key)
  const rank = new Map(order.map((one, i) => [one, i]))
  const rankOf = ({ about }: Wish): number => rank.get(keyOf(about)) ?? order.length
  return {
    ...visit,
    wishes: visit.wishes.toSorted((a, b) => rankOf(a) - rankOf(b)),
    settings: { ...visit.settings, order: 'own' },
  }
}

function wishFor(about: Subject, present: Wish | undefined): Wish {
  if (!present) return { about, required: false, skipped: false, minutes: null }
  if (about.kind !== 'booth' || present.about.kind !== 'booth') return { ...present, skipped: false }
  const productIds = [...new Set([...present.about.productIds, ...about.productIds])].slice(0, MOST_PRODUCTS)
  return { ...present, about: { ...present.about, productIds }, skipped: false }
}
