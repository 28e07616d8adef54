/** A small hall, and people to be in it. */
import type { Guest } from '../../game-server/rooms/deps.ts'
import type { Entrance, HallPlan, Wall } from '../../shared/floorplan/model.ts'
import { anyLook } from '../../shared/people/look.ts'

const name = { ru: 'Зал', en: 'Hall' }
const gate: Entrance = {
  ...{ type: 'entrance', id: 'gate', hallId: 'park', x: 0, z: -19, width: 6, heading: 0, name, leadsTo: null },
}
const hedge: Wall = {
  ...{ type: 'wall', id: 'hedge', hallId: 'park', x: 15, z: -20, toX: 15, toZ: 20, height: 2, look: 'hedge' },
}

/** 60 × 40 m with a gate in the north and a hedge along x = 15 that nobody gets past. */
export const PARK: HallPlan = {
  hall: { type: 'hall', id: 'park', name, width: 60, depth: 40, theme: 'park', order: 0 },
  ...{ alleys: [], plazas: [], booths: [], stages: [], entrances: [gate], walls: [hedge], decorations: [] },
}

export const guest = (personId: string): Guest => ({
  ...{ personId, session: `session of ${personId}`, name: `Name of ${personId}`, look: anyLook(() => 0) },
  ...{ roles: [], simulated: false },
})
