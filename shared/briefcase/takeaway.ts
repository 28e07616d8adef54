/** A briefcase as a file, followed from a letter. */
import { z } from 'zod'

const moment = z.iso.datetime({ offset: true })

/** A letter's link, without what opens it: GET and POST /api/briefcase/links. */
export const takeawayLink = z.object({ madeAt: moment, expiresAt: moment })
export type TakeawayLink = z.infer<typeof takeawayLink>

/** What stands after the # of a link; form of POST /api/takeaway. */
export const takeawayToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) })
