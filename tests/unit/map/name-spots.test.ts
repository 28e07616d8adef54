import { describe, expect, test } from 'vitest'
import { nameSpots } from '../../../client/map/layers/name-spots.ts'
import type { Alley } from '../../../shared/floorplan/model.ts'

const alley = (role: Alley['role'], from: [number, number], to: [number, number], width = 6): Alley => ({
  type: 'alley',
  id: `${role} ${from}`,
  hallId: 'hall',
  x: from[0],
  z: from[1],
  toX: to[0],
  toZ: to[1],
  width,
  name: { ru: 'Аллея', en: 'Alley' },
  role,
  kind: null,
  planting: 'linden',
  paving: 'gravel',
})

const side = alley('side', [-50, 0], [50, 0])
const main = alley('main', [0, 60], [0, -60], 8)

describe('the name of an alley', () => {
  test('stands in the middle when nothing crosses there', () => {
    expect(nameSpots(side, [side], 20, 200)).toEqual([{ x: 0, z: 0 }])
  })

  test('makes way for the main alley', () => {
    expect(nameSpots(side, [side, main], 20, 200)).toEqual([{ x: -25, z: 0 }])
  })

  test('of the main alley makes way for nobody', () => {
    expect(nameSpots(main, [side, main], 20, 200)).toEqual([{ x: 0, z: 0 }])
  })

  test('is left out where it would not fit', () => {
    expect(nameSpots(side, [side, main], 48, 200)).toEqual([])
    expect(nameSpots(side, [side], 120, 200)).toEqual([])
  })

  test('is repeated along a long alley, but for the crossing', () => {
    const spots = nameSpots(side, [side, main], 10, 20).map(({ x }) => x)
    expect(spots).toEqual([-40, -20, 20, 40])
  })
})
