/** Leads, as an exhibitor works with them. Nothing in them leads to a person, but what that person shares. */
import { z } from 'zod'
import { sharedFields } from '../people/consent.ts'
import { CONTACTS } from './alike.ts'
import { evidence, scorePart } from './evidence.ts'
import { INTERACTION_KINDS } from './interaction.ts'

export const LEAD_STATUSES = ['new', 'contacted', 'qualified', 'not-interested', 'won'] as const
export const leadStatus = z.enum(LEAD_STATUSES)
export type LeadStatus = z.infer<typeof leadStatus>

const id = z.string().min(1).max(64)
const words = (most: number) => z.string().trim().min(1).max(most)
const moment = z.iso.datetime({ offset: true })

/** What an exhibitor asks about every lead. `options` belong to a choice. */
export const leadQuestion = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('text'), text: words(200) }),
  z.object({ id, kind: z.literal('number'), text: words(200) }),
  z.object({ id, kind: z.literal('choice'), text: words(200), options: z.array(words(80)).min(2).max(12) }),
])
export type LeadQuestion = z.infer<typeof leadQuestion>

/** Body of PUT /api/exhibitors/{id}/lead-questions, and its answer. */
export const leadQuestions = z
  .array(leadQuestion)
  .max(10)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'ids are used once')

/** By question. */
export const leadAnswers = z.record(id, z.union([z.string().max(1000), z.number()]))
export type LeadAnswers = z.infer<typeof leadAnswers>

/** Whether `answer` can be given to `question`. */
export function answers(question: LeadQuestion, answer: string | number): boolean {
  if (question.kind === 'number') return typeof answer === 'number'
  if (typeof answer !== 'string') return false
  return question.kind === 'text' || question.options.includes(answer)
}

/** Body of PATCH /api/exhibitors/{id}/leads/{leadId}: what is left out stays as it is. */
export const leadChange = z
  .object({
    note: z.string().max(4000),
    tags: z.array(words(40)).max(20),
    status: leadStatus,
    ownerId: id.nullable(),
    answers: leadAnswers,
    /** Of the lead that the change was made to; left out: of whichever is there. */
    version: z.number().int().min(0),
  })
  .partial()
export type LeadChange = z.infer<typeof leadChange>

/** Another lead of the same person: shown with the one it was joined to. */
export const joinedLead = z.object({ id, who: sharedFields, lastSeenAt: moment })

export const lead = z.object({
  id,
  /** Only what is shared now, in any lead that was joined; empty: a visitor of whom nothing is known. */
  who: sharedFields,
  evidence,
  score: z.number().int(),
  scoreParts: z.array(scorePart),
  firstSeenAt: moment,
  lastSeenAt: moment,
  note: z.string(),
  tags: z.array(z.string()),
  answers: leadAnswers,
  status: leadStatus,
  ownerId: id.nullable(),
  /** Grows with every change by the exhibitor's people. */
  version: z.number().int(),
  /** What it did is in this lead's evidence, events and score. */
  joined: z.array(joinedLead),
})
export type Lead = z.infer<typeof lead>

/** Something somebody did, in the words of the timeline. */
export const leadEvent = z.object({
  kind: z.enum(INTERACTION_KINDS),
  subject: z.string().nullable(),
  seconds: z.number().int().nullable(),
  share: z.number().nullable(),
  at: moment,
})

/** A lead that may be the same person, and what both share. */
export const alikeLead = joinedLead.extend({ by: z.array(z.enum(CONTACTS)) })
export type AlikeLead = z.infer<typeof alikeLead>

/** Body of POST /api/exhibitors/{id}/leads/{leadId}/joined, and of …/distinct: the other lead. */
export const otherLead = z.object({ id })

/** GET /api/exhibitors/{id}/leads/{leadId}: the events latest first. */
export const leadWithEvents = lead.extend({ events: z.array(leadEvent), alike: z.array(alikeLead) })
export type LeadWithEvents = z.infer<typeof leadWithEvents>

export const LEAD_ORDERS = ['latest', 'best'] as const

/** Query of GET /api/exhibitors/{id}/leads. */
export const leadQuery = z.object({
  order: z.enum(LEAD_ORDERS).default('latest'),
  status: leadStatus.optional(),
  ownerId: id.optional(),
  tag: words(40).optional(),
  /** Only those who share something now. */
  known: z.literal('yes').optional(),
  /** Found in what is shared now, and in notes. */
  q: words(80).optional(),
  /** `next` of the page before. */
  after: z.string().max(200).optional(),
})
export type LeadQuery = z.infer<typeof leadQuery>

export const leadPage = z.object({ leads: z.array(lead), next: z.string().nullable() })
export type LeadPage = z.infer<typeof leadPage>

/** GET /api/exhibitors/{id}/leads/summary: what there is to choose from. */
export const leadSummary = z.object({
  /** Of each status; none: left out. */
  statuses: z.partialRecord(leadStatus, z.number().int()),
  /** In use, most used first. */
  tags: z.array(z.string()),
})
export type LeadSummary = z.infer<typeof leadSummary>
