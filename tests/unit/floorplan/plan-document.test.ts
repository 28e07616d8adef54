import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../shared/floorplan/migrate.ts'
import { hallPlanOf } from '../../../shared/floorplan/model.ts'
import { alleyLetter, numbered, numberKey } from '../../../shared/floorplan/numbering.ts'
import { signpostBoards } from '../../../shared/floorplan/signs.ts'
import { alleyFrom, boothAt, gateAt, hallOf, planOf, stageAt, thingAt } from './small-plan.ts'

describe('a plan read from a document', () => {
  const good = planOf(hallOf(), boothAt('a', 0, 0))

  test('is the plan that was kept', () => {
    expect(readPlan(JSON.parse(JSON.stringify(good)))).toEqual({ plan: good })
  })

  test('that is no plan is refused as a whole', () => {
    for (const json of [null, 7, 'plan', [], {}, { version: 'one' }]) {
      expect(readPlan(json)).toMatchObject({ errors: [{ record: null }] })
    }
  })

  test('of a newer version says so', () => {
    expect(readPlan({ ...good, version: 99 })).toEqual({
      errors: [{ record: null, field: 'version', reason: 'made by a newer Alleya (version 99)' }],
    })
  })

  test('names every record and field that is wrong', () => {
    const bad = planOf(hallOf(), { ...boothAt('a', 0, 0), width: -3 }, { ...boothAt('b', 0, 0), number: '' })
    const read = readPlan(bad)
    expect('errors' in read && read.errors.map(({ record, field }) => [record, field])).toEqual([
      ['a', 'width'],
      ['b', 'number'],
    ])
  })

  test('with a record under another id is refused', () => {
    const read = readPlan({ version: 1, records: { b: boothAt('a', 0, 0) } })
    expect(read).toEqual({ errors: [{ record: 'b', field: 'id', reason: 'is "a"' }] })
  })
})

describe('booth numbers', () => {
  test('carry the letter of the alley and count along it', () => {
    const booths = [boothAt('a', 0, 0), boothAt('b', 3, 0)]
    expect(numbered(1, booths, 3).map((booth) => booth.number)).toEqual(['В-001', 'В-002'])
  })

  test('go on with two letters after the last', () => {
    expect([0, 11, 12, 13, 24].map(alleyLetter)).toEqual(['А', 'Х', 'АА', 'АВ', 'ВА'])
  })

  test('are found from either keyboard', () => {
    expect(numberKey(' b-014')).toBe(numberKey('В-014'))
    expect(numberKey('Ж-1')).not.toBe(numberKey('А-1'))
  })
})

describe('a signpost', () => {
  const plan = hallPlanOf(
    planOf(
      hallOf(120, 120),
      alleyFrom('linden', 0, 55, 0, -30, { width: 8, role: 'main', name: { ru: 'Липовая', en: 'Linden' } }),
      alleyFrom('cherry', -50, 20, 30, 20, { name: { ru: 'Вишнёвая', en: 'Cherry' } }),
      { type: 'plaza', id: 'plaza', hallId: 'hall', x: 0, z: -40, radius: 10, name: { ru: 'Площадь', en: 'Plaza' } },
      gateAt('gate', 0, 58),
      stageAt('stage', -50, 0),
    ),
    'hall',
  )
  if (!plan) throw new Error('there is no hall')

  test('at a crossing names the alleys and points along them to what is further off', () => {
    const boards = signpostBoards(thingAt('post', 'signpost', 4.8, 23.8, 3), plan)
    expect(boards.map((board) => board.text.en)).toEqual(['Linden', 'Cherry', 'Plaza', 'Name'])
    const [linden, cherry, plaza, stage] = boards.map((board) => Math.round(board.heading / 90) * 90)
    expect(Math.abs(linden as number)).toBe(180)
    expect(cherry).toBe(-90)
    expect(Math.abs(plaza as number)).toBe(180)
    expect(stage).toBe(-90)
  })

  test('away from any alley points straight at the plaza', () => {
    const [plaza] = signpostBoards(thingAt('post', 'signpost', 40, -40, 3), plan)
    expect(plaza).toMatchObject({ text: { en: 'Plaza' }, heading: -90 })
  })
})
