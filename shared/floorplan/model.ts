/**
 * The floor plan: flat records with stable ids, in metres.
 *
 * Every hall has its own plane with the origin at its centre: x grows to the east (right on the map), z to the
 * south (down on the map), y up. A `heading` is in degrees, counterclockwise seen from above, as three.js
 * `rotation.y`: whatever has heading h faces the direction (sin h, cos h), so heading 0 faces south (+z).
 * A rectangle is its centre (x, z), its `width` along its own left-right axis and its `depth` along front-back.
 *
 * A record says what an organizer decided. What follows from that (booth type, obstacles, furniture, the grid) is
 * derived elsewhere in this folder and never stored.
 */
import { z } from 'zod'
import { localized } from '../language.ts'

/** Version of the document; `migrate.ts` lifts older ones. */
export const PLAN_VERSION = 1

const id = z.string().min(1).max(64)
const metres = z.number().finite().min(-2000).max(2000)
const size = z.number().finite().positive().max(2000)
const heading = z.number().finite().min(-360).max(360)
const placed = { id, hallId: id, x: metres, z: metres }
const rectangle = { ...placed, width: size, depth: size, heading }

/** Looks of a hall. `park` is the spring walk; a theme is data (client/world/themes). */
export const HALL_THEMES = ['park'] as const

/** Trees lining an alley: what tells one alley from another at a glance. */
export const PLANTINGS = ['linden', 'cherry', 'apple', 'birch', 'none'] as const
export type Planting = (typeof PLANTINGS)[number]

/** What is underfoot on an alley. */
export const PAVINGS = ['gravel', 'stone', 'brick', 'timber'] as const
export type Paving = (typeof PAVINGS)[number]

/** Kinds of exhibitor; an alley may be given to one of them. */
export const EXHIBITOR_KINDS = ['business', 'region', 'institution', 'community'] as const
export type ExhibitorKind = (typeof EXHIBITOR_KINDS)[number]

/** Pavilion designs; `pavilions.ts` says which suit a booth, the record may fix one. */
export const PAVILIONS = ['vault', 'gable', 'pergola', 'butterfly', 'kiosk', 'rotunda', 'glasshouse', 'sail'] as const
export type Pavilion = (typeof PAVILIONS)[number]

export const DECORATIONS = ['tree', 'bench', 'lamp', 'signpost', 'planter', 'fountain', 'flowerbed'] as const
export type DecorationKind = (typeof DECORATIONS)[number]

/** A hall: the rectangle around (0, 0) that everything else in it must lie in. */
export const hall = z.object({
  type: z.literal('hall'),
  id,
  name: localized,
  width: size,
  depth: size,
  theme: z.enum(HALL_THEMES),
  /** Order in which visitors meet the halls, from 0. */
  order: z.number().int().min(0),
})

/** An alley: a straight walk from (x, z) to (toX, toZ), `width` metres of clear aisle. */
export const alley = z.object({
  type: z.literal('alley'),
  ...placed,
  toX: metres,
  toZ: metres,
  width: size,
  name: localized,
  /** `main` leads from the entrance to the plaza, `side` carries booths, `cross` joins alleys. */
  role: z.enum(['main', 'side', 'cross']),
  kind: z.enum(EXHIBITOR_KINDS).nullable(),
  planting: z.enum(PLANTINGS),
  paving: z.enum(PAVINGS),
})

/** A round open place where alleys meet. */
export const plaza = z.object({ type: z.literal('plaza'), ...placed, radius: size, name: localized })

/** A booth: its plot. Content belongs to the exhibitor; links and routes follow `id`, never `number`. */
export const booth = z.object({
  type: z.literal('booth'),
  ...rectangle,
  /** What is painted on the fascia and printed on the plan, unique in the salon, e.g. «Б-014». */
  number: z.string().min(1).max(16),
  exhibitorId: id.nullable(),
  /** null: chosen by `pavilions.ts`. */
  pavilion: z.enum(PAVILIONS).nullable(),
})

/** A stage: an amphitheatre. Its front (heading) faces the audience, whose seats lie inside the rectangle. */
export const stage = z.object({ type: z.literal('stage'), ...rectangle, stageId: id.nullable(), name: localized })

/** A gate. Visitors appear on its inner side; `leadsTo` another hall, or null for the salon's own entrance. */
export const entrance = z.object({
  type: z.literal('entrance'),
  ...placed,
  width: size,
  /** Faces into the hall. */
  heading,
  name: localized,
  leadsTo: id.nullable(),
})

/** A straight wall or hedge nobody walks through. */
export const wall = z.object({
  type: z.literal('wall'),
  ...placed,
  toX: metres,
  toZ: metres,
  height: size,
  look: z.enum(['hedge', 'stone']),
})

/**
 * A thing that stands by an alley. `size`, metres: radius of a tree's crown, a fountain and a round flowerbed; length of
 * a bench and a planter; height of a lamp and a signpost.
 */
export const decoration = z.object({
  type: z.literal('decoration'),
  ...placed,
  kind: z.enum(DECORATIONS),
  heading,
  size,
  /** For a tree: which one. */
  planting: z.enum(PLANTINGS).nullable(),
})

export const record = z.discriminatedUnion('type', [hall, alley, plaza, booth, stage, entrance, wall, decoration])

/** The document kept in the database and exported: version and flat records by id. */
export const plan = z.object({
  version: z.literal(PLAN_VERSION),
  records: z.record(id, record),
})

export type Hall = z.infer<typeof hall>
export type Alley = z.infer<typeof alley>
export type Plaza = z.infer<typeof plaza>
export type Booth = z.infer<typeof booth>
export type Stage = z.infer<typeof stage>
export type Entrance = z.infer<typeof entrance>
export type Wall = z.infer<typeof wall>
export type Decoration = z.infer<typeof decoration>
export type PlanRecord = z.infer<typeof record>
export type Plan = z.infer<typeof plan>

/** Everything in one hall, by type: what a room, a world and a map work on. */
export interface HallPlan {
  readonly hall: Hall
  readonly alleys: readonly Alley[]
  readonly plazas: readonly Plaza[]
  readonly booths: readonly Booth[]
  readonly stages: readonly Stage[]
  readonly entrances: readonly Entrance[]
  readonly walls: readonly Wall[]
  readonly decorations: readonly Decoration[]
}

/** The halls of a plan in the order visitors meet them. */
export function hallsOf(plan: Plan): Hall[] {
  return Object.values(plan.records)
    .filter((record) => record.type === 'hall')
    .sort((a, b) => a.order - b.order)
}

/** The part of `plan` that lies in a hall, or null when there is no such hall. */
export function hallPlanOf(plan: Plan, hallId: string): HallPlan | null {
  const hall = plan.records[hallId]
  if (hall?.type !== 'hall') return null
  const found = {
    alley: [] as Alley[],
    plaza: [] as Plaza[],
    booth: [] as Booth[],
    stage: [] as Stage[],
    entrance: [] as Entrance[],
    wall: [] as Wall[],
    decoration: [] as Decoration[],
  }
  for (const record of Object.values(plan.records)) {
    if (record.type === 'hall' || record.hallId !== hallId) continue
    const ofType: PlanRecord[] = found[record.type]
    ofType.push(record)
  }
  return {
    hall,
    alleys: found.alley,
    plazas: found.plaza,
    booths: found.booth,
    stages: found.stage,
    entrances: found.entrance,
    walls: found.wall,
    decorations: found.decoration,
  }
}
