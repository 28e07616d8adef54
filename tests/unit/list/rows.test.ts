import { describe, expect, test } from 'vitest'
import { NOTHING_CHOSEN } from '../../../client/list/filter.ts'
import { alleyKey, BoothSearch, byAlley, passes, type Row, rowsOf } from '../../../client/list/rows.ts'
import { generatePlan } from '../../../shared/floorplan/generate.ts'
import { EXHIBITOR_KINDS, type HallPlan, hallPlanOf } from '../../../shared/floorplan/model.ts'
import type { ExhibitorCard } from '../../../shared/salon/model.ts'

const NAMES: [ru: string, en: string, summary: string, tag: string][] = [
  ['Роботы «Жестянка»', 'Tin Can Robots', 'Собираем роботов на уроке', 'tech'],
  ['Музыкальный театр', 'Music Theatre', 'Сцена для каждого голоса', 'arts'],
  ['Зелёная школа', 'Green School', 'Сады и огороды при школах', 'agro'],
  ['Озёрная область', 'Lake Region', 'Сельские школы у воды', 'agro'],
]
const TAGS = new Map([
  ['tech', { ru: 'Робототехника', en: 'Robotics' }],
  ['arts', { ru: 'Искусство', en: 'Arts' }],
  ['agro', { ru: 'Агро', en: 'Farming' }],
])
const cards: ExhibitorCard[] = NAMES.map(([ru, en, summary, tag], i) => ({
  id: `e${i}`,
  kind: EXHIBITOR_KINDS[i % 3] ?? 'business',
  name: { ru, en },
  shortName: { ru, en },
  summary: { ru: summary, en: '' },
  color: '#336699',
  logo: null,
  poster: null,
  video: null,
  tags: [tag],
}))
const plan = hallPlanOf(
  generatePlan({ exhibitors: cards.map(({ id, kind }) => ({ id, kind })), stages: [] }),
  'hall-1',
) as HallPlan
const rows = rowsOf(plan, new Map(cards.map((card) => [card.id, card])))
const search = new BoothSearch(rows, TAGS)
const nameOf = (id: string): string | undefined => rows.find((row) => row.booth.id === id)?.card?.name.ru
const first = (text: string): string | undefined => nameOf(search.find(text)[0] ?? '')

describe('searching the list', () => {
  test.each([
    ['робот', 'Роботы «Жестянка»'],
    ['роботами', 'Роботы «Жестянка»'],
    ['робототехнеку', 'Роботы «Жестянка»'],
    ['robotcs', 'Роботы «Жестянка»'],
    ['музыкального театра', 'Музыкальный театр'],
    ['зеленая', 'Зелёная школа'],
    ['ОЗЕРНОЙ ОБЛАСТИ', 'Озёрная область'],
    ['lake reg', 'Озёрная область'],
  ])('finds by «%s»', (text, name) => {
    expect(first(text)).toBe(name)
  })

  test('finds a booth by its number, with or without the dash', () => {
    for (const { booth } of rows) {
      expect(search.find(booth.number)[0]).toBe(booth.id)
      expect(search.find(booth.number.replace('-', ''))[0]).toBe(booth.id)
    }
  })

  test('wants every word: more words find less', () => {
    expect(search.find('школа театр')).toEqual([])
  })
})

describe('narrowing the list', () => {
  const known = { people: new Set([rows[0]?.booth.id ?? '']), sessions: new Set(['e2']) }
  const left = (change: Partial<typeof NOTHING_CHOSEN>): readonly Row[] =>
    rows.filter((row) => passes(row, { ...NOTHING_CHOSEN, ...change }, known))

  test('leaves all when nothing is chosen', () => expect(left({})).toHaveLength(rows.length))
  test('by kind', () => expect(left({ kind: 'region' }).map(({ card }) => card?.id)).toEqual(['e1']))
  test('by topic', () =>
    expect(
      left({ tag: 'agro' })
        .map(({ card }) => card?.id)
        .sort(),
    ).toEqual(['e2', 'e3']))
  test('by people there', () => expect(left({ withPeople: true })).toEqual([rows[0]]))
  test('by sessions today', () => expect(left({ withSessions: true }).map(({ card }) => card?.id)).toEqual(['e2']))
  test('by alley, whichever lane', () => {
    const alley = rows[0]?.alley ?? null
    const here = left({ alley: alley && alleyKey(alley) })
    expect(here).toEqual(rows.filter((row) => row.alley?.name.ru === alley?.name.ru))
  })
  test('by several at once', () => expect(left({ tag: 'agro', kind: 'region' })).toEqual([]))
})

describe('groups', () => {
  const groups = byAlley(rows)

  test('keep every booth once, under the alley it faces', () => {
    expect(
      groups
        .flatMap((group) => group.rows)
        .map(({ booth }) => booth.id)
        .sort(),
    ).toEqual(plan.booths.map(({ id }) => id).sort())
    for (const group of groups) for (const row of group.rows) expect(row.alley?.name).toEqual(group.alley?.name)
  })

  test('are one for an alley of two lanes', () => {
    const names = groups.map(({ alley }) => alley?.name.ru)
    expect(new Set(names).size).toBe(names.length)
  })
})
