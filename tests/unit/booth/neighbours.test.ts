import { describe, expect, test } from 'vitest'
import { neighboursOf } from '../../../client/booth/neighbours.ts'
import { boothAt } from '../floorplan/small-plan.ts'

const plan = { booths: ['A-10', 'A-9', 'B-1'].map((number) => boothAt(number, 0, 0)) }
const numbers = (id: string) => {
  const around = neighboursOf(id, plan)
  return around && [around.previous.number, around.next.number]
}

describe('neighbours of a booth', () => {
  test('follow the numbers as one counts', () => expect(numbers('A-10')).toEqual(['A-9', 'B-1']))
  test('go round: after the last comes the first', () => {
    expect(numbers('B-1')).toEqual(['A-10', 'A-9'])
    expect(numbers('A-9')).toEqual(['B-1', 'A-10'])
  })
  test('are nobody for the only booth, or one that is not here', () => {
    expect(neighboursOf('A-9', { booths: [boothAt('A-9', 0, 0)] })).toBeNull()
    expect(neighboursOf('elsewhere', plan)).toBeNull()
  })
})
