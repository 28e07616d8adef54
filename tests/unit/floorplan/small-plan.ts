/** Small plans for tests: one hall, made of a few records. */
import type {
  Alley,
  Booth,
  Decoration,
  Entrance,
  Hall,
  Plan,
  PlanRecord,
  Stage,
  Wall,
} from '../../../shared/floorplan/model.ts'

const name = { ru: 'Имя', en: 'Name' }

export const hallOf = (width = 40, depth = 40): Hall => ({
  type: 'hall',
  id: 'hall',
  name,
  width,
  depth,
  theme: 'park',
  order: 0,
})

export const boothAt = (id: string, x: number, z: number, changes: Partial<Booth> = {}): Booth => ({
  type: 'booth',
  id,
  hallId: 'hall',
  x,
  z,
  width: 3,
  depth: 3,
  heading: 0,
  number: id,
  exhibitorId: `of ${id}`,
  pavilion: null,
  ...changes,
})

export const alleyFrom = (
  id: string,
  x: number,
  z: number,
  toX: number,
  toZ: number,
  changes: Partial<Alley> = {},
): Alley => ({
  type: 'alley',
  id,
  hallId: 'hall',
  x,
  z,
  toX,
  toZ,
  width: 6,
  name,
  role: 'side',
  kind: null,
  planting: 'linden',
  paving: 'gravel',
  ...changes,
})

export const stageAt = (id: string, x: number, z: number): Stage => ({
  type: 'stage',
  id,
  hallId: 'hall',
  x,
  z,
  width: 14,
  depth: 12,
  heading: 0,
  stageId: null,
  name,
})

export const wallFrom = (id: string, x: number, z: number, toX: number, toZ: number): Wall => ({
  type: 'wall',
  id,
  hallId: 'hall',
  x,
  z,
  toX,
  toZ,
  height: 2,
  look: 'stone',
})

export const gateAt = (id: string, x: number, z: number, heading = 180): Entrance => ({
  type: 'entrance',
  id,
  hallId: 'hall',
  x,
  z,
  width: 4,
  heading,
  name,
  leadsTo: null,
})

export const thingAt = (
  id: string,
  kind: Decoration['kind'],
  x: number,
  z: number,
  size: number,
  heading = 0,
): Decoration => ({ type: 'decoration', id, hallId: 'hall', kind, x, z, size, heading, planting: null })

export const planOf = (...records: readonly PlanRecord[]): Plan => ({
  version: 1,
  records: Object.fromEntries(records.map((record) => [record.id, record])),
})
