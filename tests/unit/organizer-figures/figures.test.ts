import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heatColour, heatOf, middleOfHeat } from '../../../client/app/heat-ramp.ts'
import { daysOf, spanOfDays, spanOfHour } from '../../../client/organizer-figures/days.ts'
import { type PlaceRow, sorted } from '../../../client/organizer-figures/places.ts'

const MOSCOW = 'Europe/Moscow'
const NOW = new Date('2027-04-12T22:30:00Z')

describe('days', () => {
  test('are those of the salon’s zone: late in the evening it is tomorrow there', () => {
    expect(daysOf('today', NOW, MOSCOW)).toEqual({ first: '2027-04-13', last: '2027-04-13' })
    expect(daysOf('yesterday', NOW, MOSCOW)).toEqual({ first: '2027-04-12', last: '2027-04-12' })
    expect(daysOf('week', NOW, MOSCOW)).toEqual({ first: '2027-04-07', last: '2027-04-13' })
  })

  test('last from midnight to midnight there', () => {
    expect(spanOfDays({ first: '2027-04-12', last: '2027-04-13' }, MOSCOW)).toEqual({
      ...{ from: '2027-04-11T21:00:00.000Z', to: '2027-04-13T21:00:00.000Z' },
    })
    expect(spanOfHour('2027-04-12', 9, MOSCOW)).toEqual({
      ...{ from: '2027-04-12T06:00:00.000Z', to: '2027-04-12T07:00:00.000Z' },
    })
  })
})

describe('the ramp', () => {
  const light = (heat: number): number => {
    const [red, green, blue] = heatColour(heat)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  }

  test('is darker the hotter it is, so that it is read in grey, too', () => {
    const heat = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(heat, heat, (a, b) => {
        fc.pre(b - a > 0.02)
        expect(light(b)).toBeLessThan(light(a))
      }),
    )
  })

  test('has in its middle what the legend says', () => {
    expect(heatOf(middleOfHeat(300), 300)).toBeCloseTo(0.5)
    expect(heatOf(900, 300)).toBe(1)
  })
})

describe('rows of places', () => {
  const row = (name: string, visitors: number | null, stay: number | null): PlaceRow => ({
    ...{ of: 'booth', id: name, name: { ru: name, en: name }, number: name, where: '', busiest: null, words: name },
    ...{ visitors, stay },
  })
  const rows = [row('Б', 9, 60), row('А', null, null), row('В', 0, null), row('Г', null, null), row('Д', 40, 30)]
  const names = (by: 'place' | 'visitors' | 'stay', descending: boolean) =>
    sorted(rows, { by, descending }, 'ru').map(({ id }) => id)

  test('stand in the order asked for, and those that are hidden together, between nobody and five', () => {
    expect(names('visitors', true)).toEqual(['Д', 'Б', 'А', 'Г', 'В'])
    expect(names('visitors', false)).toEqual(['В', 'А', 'Г', 'Б', 'Д'])
    expect(names('stay', true).slice(0, 2)).toEqual(['Б', 'Д'])
    expect(names('place', false)).toEqual(['А', 'Б', 'В', 'Г', 'Д'])
  })
})
