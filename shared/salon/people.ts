/** People and their roles as the API tells of them. */
import { z } from 'zod'
import { role } from '../people/rights.ts'

/** GET /api/roles/{kind}/{id}: somebody who holds a role there. */
export const roleHolder = z.object({
  personId: z.string(),
  name: z.string(),
  role,
  givenAt: z.iso.datetime({ offset: true }),
})
export type RoleHolder = z.infer<typeof roleHolder>
