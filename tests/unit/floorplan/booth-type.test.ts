import { describe, expect, test } from 'vitest'
import { boothsOf } from '../../../shared/floorplan/booths.ts'
import { hallPlanOf, type PlanRecord } from '../../../shared/floorplan/model.ts'
import { alleyFrom, boothAt, hallOf, planOf, wallFrom } from './small-plan.ts'

/** The booth called `it`, among `others`, beside an alley that runs 5 m before its front. */
function settingOf(...records: readonly PlanRecord[]) {
  const plan = hallPlanOf(planOf(hallOf(), ...records), 'hall')
  const place = plan && boothsOf(plan).get('it')
  if (!place) throw new Error('there is no such booth')
  const open = Object.entries(place.openSides).filter(([, isOpen]) => isOpen)
  return { type: place.type, open: open.map(([side]) => side) }
}

const it = boothAt('it', 0, 0)
const aisle = alleyFrom('aisle', -18, 6.5, 18, 6.5)
const crossing = alleyFrom('crossing', 6.5, -18, 6.5, 18, { role: 'cross' })
const left = boothAt('left', -3, 0)
const right = boothAt('right', 3, 0)

describe('a booth', () => {
  test('between two others is inline: open to the aisle only', () => {
    expect(settingOf(it, left, right, aisle)).toEqual({ type: 'inline', open: ['front'] })
  })

  test('is no corner where its side looks on a lawn, however wide', () => {
    expect(settingOf(it, left, aisle)).toEqual({ type: 'inline', open: ['front'] })
  })

  test('at a crossing is a corner, open to both aisles', () => {
    expect(settingOf(it, left, aisle, crossing)).toEqual({ type: 'corner', open: ['front', 'right'] })
  })

  test('with its back to the edge of the hall is a perimeter booth', () => {
    const atEdge = { ...it, z: -18.5 }
    expect(settingOf(atEdge, { ...left, z: -18.5 }, { ...aisle, z: -12, toZ: -12 }).type).toBe('perimeter')
  })

  test('that closes two rows is an end-cap: open on three sides, its back on the rows', () => {
    const cap = boothAt('it', 0, 0, { width: 6, heading: 90 })
    const rows = [boothAt('a', -3, -1.5, { heading: 180 }), boothAt('b', -3, 1.5)]
    const north = alleyFrom('north', -18, -8, 18, -8)
    const south = alleyFrom('south', -18, 8, 18, 8)
    expect(settingOf(cap, ...rows, north, south, crossing)).toEqual({
      type: 'end-cap',
      open: ['front', 'right', 'left'],
    })
  })

  test('with its back to a wall and aisles round it is a peninsula', () => {
    const wide = boothAt('it', 0, 0, { width: 8, depth: 8 })
    expect(settingOf(wide, wallFrom('wall', -6, -4.5, 6, -4.5), aisle)).toEqual({
      type: 'peninsula',
      open: ['front', 'right', 'left'],
    })
  })

  test('of six metres that stands free is an island', () => {
    expect(settingOf(boothAt('it', 0, 0, { width: 6, depth: 6 }), aisle).type).toBe('island')
  })

  test('turned anywhere has the same sides', () => {
    for (const heading of [0, 90, 180, 270]) {
      const angle = (heading * Math.PI) / 180
      const turned = (x: number, z: number) => ({
        x: x * Math.cos(angle) + z * Math.sin(angle),
        z: -x * Math.sin(angle) + z * Math.cos(angle),
      })
      const beside = boothAt('left', turned(-3, 0).x, turned(-3, 0).z, { heading })
      const from = turned(-18, 6.5)
      const to = turned(18, 6.5)
      const across = turned(6.5, -18)
      const acrossTo = turned(6.5, 18)
      const records = [
        boothAt('it', 0, 0, { heading }),
        beside,
        alleyFrom('aisle', from.x, from.z, to.x, to.z),
        alleyFrom('crossing', across.x, across.z, acrossTo.x, acrossTo.z),
      ]
      expect(settingOf(...records)).toEqual({ type: 'corner', open: ['front', 'right'] })
    }
  })
})
