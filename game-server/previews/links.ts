import { LANGUAGES, type Language } from '../../shared/language.ts'
import type { LinkTarget } from '../services/previews.ts'

/** What a path of the client leads to, as far as it has a preview; null for every other page. */
export function targetOf(path: string): LinkTarget | null {
  const parts = path.split('/').slice(1).map(decoded)
  if (parts.some((part) => part === null || part.length > 64)) return null
  const [page, id, sub, subId] = parts as string[]
  if (!id) return null
  if (page === 'session' && parts.length === 2) return { kind: 'session', sessionId: id }
  if (page !== 'booth') return null
  if (parts.length === 2 || (parts.length === 3 && sub === 'materials')) return { kind: 'booth', boothId: id }
  return parts.length === 4 && sub === 'product' && subId ? { kind: 'product', boothId: id, productId: subId } : null
}

/** The page that a target is. */
export function pathOf(target: LinkTarget): string {
  if (target.kind === 'session') return `/session/${encodeURIComponent(target.sessionId)}`
  const booth = `/booth/${encodeURIComponent(target.boothId)}`
  return target.kind === 'booth' ? booth : `${booth}/product/${encodeURIComponent(target.productId)}`
}

/** The language a page is asked for in: by its address, else by the reader's own wishes; Russian for everybody else. */
export function languageOf(wish: string | undefined, accepted: string | undefined): Language {
  const wishes = [wish, ...(accepted ?? '').split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase())]
  const known = (tag: string | undefined): tag is Language => LANGUAGES.some((one) => one === tag)
  return wishes.find(known) ?? 'ru'
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
