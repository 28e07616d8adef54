/**
 * «What should I see?»: stops that answer to somebody's interests, each with the reasons that the interface puts into
 * words. Nothing is guessed: what has no reason is not suggested.
 */
import type { ExhibitorKind } from '../floorplan/model.ts'

/** Something one could see, in the language of the visitor. */
export interface Candidate {
  readonly key: string
  readonly kind: ExhibitorKind | 'session'
  /** Ids of tags. */
  readonly tags: readonly string[]
  readonly name: string
  readonly summary: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
}

export interface Interests {
  readonly tags: ReadonlySet<string>
  readonly kinds: ReadonlySet<Candidate['kind']>
  /** As somebody types them. */
  readonly words: string
}

export type Why =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'word'; readonly word: string; readonly in: 'name' | 'summary' }
  | { readonly kind: 'product'; readonly id: string; readonly name: string }
  | { readonly kind: 'kind'; readonly of: Candidate['kind'] }

export interface Suggestion {
  readonly key: string
  /** More than 0; twice as much answers twice as well. */
  readonly score: number
  readonly why: readonly Why[]
  /** Those of its products that were looked for. */
  readonly productIds: readonly string[]
}

/** What each reason weighs. */
const WEIGHT = { tag: 3, name: 4, product: 3, summary: 1.5, kind: 1 } as const

/** Candidates with a reason, best first; kinds alone only narrow the choice where there are other interests. */
export function suggest(candidates: readonly Candidate[], { tags, kinds, words }: Interests): Suggestion[] {
  const stems = stemsOf(words)
  const particular = tags.size > 0 || stems.length > 0
  return candidates
    .filter(({ kind }) => kinds.size === 0 || kinds.has(kind))
    .map((candidate) => {
      const why: Why[] = [...taggedAs(candidate, tags), ...spoken(candidate, stems)]
      if (!particular && kinds.has(candidate.kind)) why.push({ kind: 'kind', of: candidate.kind })
      return {
        key: candidate.key,
        score: why.reduce((sum, one) => sum + weightOf(one), 0),
        why,
        productIds: why.flatMap((one) => (one.kind === 'product' ? [one.id] : [])),
      }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
}

const taggedAs = ({ tags }: Candidate, wanted: ReadonlySet<string>): Why[] =>
  tags.filter((tag) => wanted.has(tag)).map((tag) => ({ kind: 'tag', tag }))

/** Each word once, where it says most. */
function spoken({ name, summary, products }: Candidate, stems: readonly Stem[]): Why[] {
  const [inName, inSummary] = [tokensOf(name), tokensOf(summary)]
  const offers = products.map((product) => ({ product, tokens: tokensOf(product.name) }))
  return stems.flatMap(({ word, stem }): Why[] => {
    const said = (tokens: readonly string[]): boolean => tokens.some((token) => token.startsWith(stem))
    if (said(inName)) return [{ kind: 'word', word, in: 'name' }]
    const offer = offers.find(({ tokens }) => said(tokens))
    if (offer) return [{ kind: 'product', ...offer.product }]
    return said(inSummary) ? [{ kind: 'word', word, in: 'summary' }] : []
  })
}

const weightOf = (why: Why): number => (why.kind === 'word' ? WEIGHT[why.in] : WEIGHT[why.kind])

interface Stem {
  readonly word: string
  readonly stem: string
}

/** Shorter words, such as prepositions, are in every text; so are these. */
const SHORTEST = 3
const EVERYWHERE = new Set(
  'and the for with from about what how are not you your или для как что это при под над без про чтобы где кто все'.split(
    ' ',
  ),
)

const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Words without what Russian and English decline: «роботы», «роботов» and «robots» begin as their like do. */
function stemsOf(words: string): Stem[] {
  const kept = tokensOf(words).filter((word) => word.length >= SHORTEST && !EVERYWHERE.has(word))
  return [...new Set(kept)].map((word) => ({ word, stem: word.slice(0, stemLength(word.length)) }))
}

function stemLength(length: number): number {
  if (length <= 3) return length
  return length <= 5 ? length - 1 : length - 2
}
