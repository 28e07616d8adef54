/**
 * The salon as visitors get it over HTTP: what the API answers and the client reads. Zod, so that the OpenAPI
 * document and the client's types come from here.
 */
import { z } from 'zod'
import { boothDetails } from '../booth/content.ts'
import { EXHIBITOR_KINDS } from '../floorplan/model.ts'
import { localized } from '../language.ts'
import { look } from '../people/look.ts'
import { ownWords } from '../people/own-words.ts'
import { profile } from '../people/profile.ts'

const id = z.string().min(1).max(64)
/** ISO 8601 with offset. */
const moment = z.iso.datetime({ offset: true })

const period = z.object({ id, name: localized, startsAt: moment, endsAt: moment })
const track = z.object({ id, name: localized, color: z.string() })
const tag = z.object({ id, name: localized })
const salonStage = z.object({ id, name: localized })
const hallSummary = z.object({
  id,
  name: localized,
  booths: z.number().int(),
  /** Visitors in all its instances now, without the rehearsal crowd. */
  people: z.number().int(),
})

/** GET /api/salon */
export const salon = z.object({
  id,
  name: localized,
  tagline: localized,
  /** IANA zone in which the programme is drawn up. */
  timeZone: z.string(),
  /** Version of the published plan: fetch it from /api/plans/{version}, which never changes. */
  planVersion: z.number().int(),
  demo: z.boolean(),
  periods: z.array(period),
  tracks: z.array(track),
  stages: z.array(salonStage),
  /** Words exhibitors are found by; `tags` of an exhibitor are ids of these. */
  tags: z.array(tag),
  halls: z.array(hallSummary),
})

/** GET /api/exhibitors: one line a booth, enough for fascia, map, list and search. */
export const exhibitorCard = z.object({
  id,
  kind: z.enum(EXHIBITOR_KINDS),
  name: localized,
  /** What fits a fascia: at most ~24 characters. */
  shortName: localized,
  summary: localized,
  /** Brand colour, #rrggbb. */
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Paths on our own origin, or null. */
  logo: z.string().nullable(),
  poster: z.string().nullable(),
  video: z.string().nullable(),
  tags: z.array(z.string()),
})

/** A session of the programme: on a stage, or at a booth. */
export const session = z.object({
  id,
  title: localized,
  summary: localized,
  startsAt: moment,
  endsAt: moment,
  trackId: id.nullable(),
  periodId: id.nullable(),
  stageId: id.nullable(),
  exhibitorId: id.nullable(),
  /** Language spoken, or null when unknown. */
  language: z.string().nullable(),
  speakers: z.array(z.object({ id, name: localized, affiliation: localized })),
})

/** GET /api/exhibitors/{id} */
export const exhibitor = exhibitorCard.extend({
  description: localized,
  website: z.string().nullable(),
  /** As the booth has published them; of a booth that never did, empty lists and nulls. */
  ...boothDetails.shape,
  sessions: z.array(session),
})

/** GET /api/halls/{id}/instances, fullest first. `roomId` for `joinById`. */
export const hallInstance = z.object({
  roomId: z.string(),
  /** 1, 2, 3 … as visitors see it. */
  instance: z.number().int(),
  people: z.number().int(),
  simulated: z.number().int(),
  capacity: z.number().int(),
})

/** Body of POST /api/halls/{id}/enter. Without `roomId`: any instance with room. */
export const hallWish = z.object({ roomId: z.string().min(1).max(64).nullable().optional() })

/** What it answers: the room for `joinById`. */
export const hallSeat = z.object({ roomId: z.string() })

/** Body of POST /api/me, and what PATCH /api/me changes besides the profile. */
export const meEdit = z.object({
  name: ownWords(40).min(1),
  look,
  language: z.enum(['ru', 'en']),
  /** Whether others find this person in search. Off until they say so. */
  findable: z.boolean(),
})

/** Body of PATCH /api/me: what is not named stays. */
export const mePatch = meEdit.extend(profile.shape).partial()

/** The caller: GET /api/me (null for who has not come in), PATCH /api/me, and what POST /api/me (enter as a guest) answers. */
export const me = meEdit.extend(profile.shape).extend({ personId: id })

/** GET /api/people/{id}: somebody, as far as they let others see. */
export const personCard = z.object({
  personId: id,
  name: z.string(),
  look,
  /** Empty where the person does not show it. */
  organisation: z.string(),
  position: z.string(),
  interests: z.array(z.string()),
  doNotDisturb: z.boolean(),
})

/** GET /api/search?q=&language= : best first. */
export const searchHit = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('exhibitor'),
    id,
    title: z.string(),
    snippet: z.string(),
    boothId: id.nullable(),
    hallId: id.nullable(),
  }),
  z.object({
    type: z.literal('session'),
    id,
    title: z.string(),
    snippet: z.string(),
    startsAt: moment,
    /** Where it happens: on a stage or at a booth. */
    stageId: id.nullable(),
    boothId: id.nullable(),
    hallId: id.nullable(),
  }),
  z.object({
    type: z.literal('person'),
    id,
    title: z.string(),
    snippet: z.string(),
    hallId: id.nullable(),
    roomId: z.string().nullable(),
  }),
])

export type Salon = z.infer<typeof salon>
export type Period = z.infer<typeof period>
export type HallSummary = z.infer<typeof hallSummary>
export type ExhibitorCard = z.infer<typeof exhibitorCard>
export type Exhibitor = z.infer<typeof exhibitor>
export type Session = z.infer<typeof session>
export type HallInstance = z.infer<typeof hallInstance>
export type Me = z.infer<typeof me>
export type MeEdit = z.infer<typeof meEdit>
export type MePatch = z.infer<typeof mePatch>
export type PersonCard = z.infer<typeof personCard>
export type SearchHit = z.infer<typeof searchHit>
