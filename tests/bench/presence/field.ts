import type { Alley, Booth, HallPlan } from '../../../shared/floorplan/model.ts'

/** Square metres of hall a person, so that about fifty are within a dozen metres whatever the size of the crowd. */
const SPACE = 26
/** From alley to alley, metres: 6 of clear aisle and a booth on either side. */
const PITCH = 12
const MOST_BOOTHS = 2000

/** A hall for a crowd: parallel alleys of booths, one booth a person up to `MOST_BOOTHS`. */
export function field(people: number): HallPlan {
  const side = Math.ceil(Math.sqrt(people * SPACE) / PITCH) * PITCH
  const name = { ru: 'Поле', en: 'Field' }
  const hall = { type: 'hall', id: 'field', name, width: side, depth: side, theme: 'park', order: 0 } as const
  const rows = Array.from({ length: side / PITCH }, (_, row) => -side / 2 + PITCH * (row + 0.5))
  const perRow = Math.min(Math.floor((side - 12) / 3), Math.ceil(Math.min(people, MOST_BOOTHS) / rows.length / 2))
  const pitch = (side - 12) / perRow
  const alleys = rows.map((z, row): Alley => {
    const ends = { x: -side / 2 + 3, z, toX: side / 2 - 3, toZ: z }
    const look = { role: 'side', kind: null, planting: 'none', paving: 'gravel' } as const
    return { type: 'alley', id: `alley-${row}`, hallId: 'field', ...ends, width: 6, name, ...look }
  })
  const booths = rows.flatMap((z, row) =>
    Array.from({ length: perRow }, (_, column) => -side / 2 + 6 + pitch * (column + 0.5)).flatMap((x, column) => [
      booth(`${row}-${column}-n`, x, z - 4.5, 0),
      booth(`${row}-${column}-s`, x, z + 4.5, 180),
    ]),
  )
  return { hall, alleys, plazas: [], booths, stages: [], entrances: [], walls: [], decorations: [] }
}

function booth(id: string, x: number, z: number, heading: number): Booth {
  const plot = { x, z, width: 3, depth: 3, heading, number: id, exhibitorId: null, pavilion: null }
  return { type: 'booth', id, hallId: 'field', ...plot }
}
