/** What people do at booths, and what of it a browser may report. */
import { z } from 'zod'

export const INTERACTION_KINDS = ['entered', 'stayed', 'watched', 'asked', 'took', 'met', 'opened'] as const
export type InteractionKind = (typeof INTERACTION_KINDS)[number]

/** What only the browser knows. That somebody asked, took or met is seen by the server where it happens. */
const CLAIMABLE = ['entered', 'stayed', 'watched', 'opened'] as const satisfies readonly InteractionKind[]

/** How old a report may be, ms: a line that was away for a moment loses nothing. */
export const CLAIM_AGE = 10 * 60_000

/** Something a browser reports of its own visitor. `id` is made by the browser: sending a report twice is sending it once. */
export const claim = z.object({
  id: z.uuid(),
  kind: z.enum(CLAIMABLE),
  /** A product or material; null: the booth itself. */
  subject: z.string().min(1).max(64).nullable().default(null),
  /** Of a stay: how long since the last report. */
  seconds: z
    .number()
    .int()
    .min(1)
    .max(CLAIM_AGE / 1000)
    .nullable()
    .default(null),
  /** Of a film: the furthest place that was watched, 0–1. */
  share: z.number().min(0).max(1).nullable().default(null),
  at: z.iso.datetime({ offset: true }),
})
export type Claim = z.infer<typeof claim>

/** Body of POST /api/exhibitors/{id}/interactions. */
export const claims = z.array(claim).min(1).max(50)
