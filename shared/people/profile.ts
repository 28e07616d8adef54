/** What people say of themselves beyond a name and a look, and who may see it. */
import { z } from 'zod'
import { ownWords } from './own-words.ts'

/** Who sees somebody's profile. `contacts`: whoever they have exchanged cards with. */
export const AUDIENCES = ['nobody', 'contacts', 'everyone'] as const

/** Most interests, and the longest, in characters. */
const MOST_INTERESTS = 20
const LONGEST_INTEREST = 60

const line = ownWords(120)

export const profile = z.object({
  organisation: line,
  position: line,
  interests: z.array(z.string().trim().min(1).max(LONGEST_INTEREST)).max(MOST_INTERESTS),
  visibleTo: z.enum(AUDIENCES),
  /** Nobody may call on them: no calls, no invitations, no private words out of the blue. */
  doNotDisturb: z.boolean(),
})
