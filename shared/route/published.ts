/** Routes for others: shared by a link, or published for everybody under a theme. Whoever takes one gets a copy. */
import { z } from 'zod'
import { visit } from './visit.ts'

const LONGEST = { title: 120, description: 600 } as const

const inBoth = (longest: number) => z.object({ ru: z.string().trim().max(longest), en: z.string().trim().max(longest) })

export const routeContent = z.object({
  title: inBoth(LONGEST.title),
  description: inBoth(LONGEST.description),
  wishes: visit.shape.wishes.min(1),
  settings: visit.shape.settings.omit({ startsAt: true }),
})
export type RouteContent = Readonly<z.infer<typeof routeContent>>

/** What is published has a name, in one language at least. */
export const themedContent = routeContent.extend({
  title: routeContent.shape.title.refine(({ ru, en }) => ru !== '' || en !== '', { error: 'empty' }),
})

/** GET /api/routes/{id} */
export const sharedRoute = routeContent.extend({ id: z.string() })
export type SharedRoute = Readonly<z.infer<typeof sharedRoute>>

/** GET /api/themed-routes. `exhibitorId`: whose it is; null: the salon's own. */
export const themedRoute = sharedRoute.extend({ exhibitorId: z.string().nullable() })
export type ThemedRoute = Readonly<z.infer<typeof themedRoute>>

/** Who publishes: the salon, or an exhibitor. */
export const publisher = z.object({ kind: z.enum(['salon', 'exhibitor']), id: z.string().min(1).max(64) })
export type Publisher = Readonly<z.infer<typeof publisher>>
