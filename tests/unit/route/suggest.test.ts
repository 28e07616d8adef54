import { describe, expect, test } from 'vitest'
import { type Candidate, type Interests, suggest } from '../../../shared/route/suggest.ts'

const stand = (key: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ key, kind: 'business', tags: [], name: key, summary: '', products: [] },
  ...more,
})
const wanting = (more: Partial<Interests>): Interests => ({ tags: new Set(), kinds: new Set(), words: '', ...more })

const robots = stand('robots', { name: 'Роботы «Жестянка»', tags: ['robotics', 'school'] })
const shelf = stand('shelf', {
  name: 'Издательство «Полка»',
  summary: 'Книги о роботах и звёздах',
  tags: ['books'],
  products: [{ id: 'p1', name: 'Хрестоматия с ёлкой' }],
})
const region = stand('region', { kind: 'region', name: 'Заозёрная область', tags: ['region', 'school'] })
const all = [shelf, region, robots]

describe('suggestions', () => {
  test('are those with a reason, best first, and each tells its reasons', () => {
    const found = suggest(all, wanting({ tags: new Set(['school', 'robotics']), words: 'робот' }))
    expect(found.map(({ key }) => key)).toEqual(['robots', 'region', 'shelf'])
    expect(found[0]?.why).toEqual([
      { kind: 'tag', tag: 'robotics' },
      { kind: 'tag', tag: 'school' },
      { kind: 'word', word: 'робот', in: 'name' },
    ])
    expect(found[2]?.why).toEqual([{ kind: 'word', word: 'робот', in: 'summary' }])
  })

  test('know a word by its beginning, whatever its ending, and a product by its name', () => {
    for (const words of ['роботы', 'Роботов', 'роботам!'])
      expect(suggest(all, wanting({ words })).map(({ key }) => key)).toEqual(['robots', 'shelf'])
    const [found] = suggest(all, wanting({ words: 'елка' }))
    expect(found).toMatchObject({ key: 'shelf', productIds: ['p1'] })
  })

  test('keep to the kinds that were chosen, which alone are reason enough', () => {
    expect(suggest(all, wanting({ kinds: new Set(['region']) }))).toEqual([
      { key: 'region', score: 1, why: [{ kind: 'kind', of: 'region' }], productIds: [] },
    ])
    const both = wanting({ kinds: new Set(['region'] as const), tags: new Set(['school']) })
    expect(suggest(all, both).map(({ key }) => key)).toEqual(['region'])
  })

  test('are none where nothing is wished for, or nothing answers to it', () => {
    expect(suggest(all, wanting({}))).toEqual([])
    expect(suggest(all, wanting({ words: 'и в на для with' }))).toEqual([])
    expect(suggest(all, wanting({ tags: new Set(['space']) }))).toEqual([])
  })
})
