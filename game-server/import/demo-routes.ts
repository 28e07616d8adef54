import { z } from 'zod'
import { themedContent } from '../../shared/route/published.ts'
import { USUAL_SETTINGS, type Wish } from '../../shared/route/visit.ts'
import type { Database } from '../db/database.ts'
import { themedRoute } from '../db/schema/route.ts'

const SESSION = 'session:'

/** The themed routes of the demo: `stops` are ids of exhibitors, or of sessions after «session:». */
const routes = z.array(
  z
    .object({
      id: z.string().min(1).max(64),
      ...themedContent.pick({ title: true, description: true }).shape,
      minutes: z.number(),
      budget: z.number(),
      stops: z.array(z.string()),
    })
    .transform(({ id, title, description, minutes, budget, stops }) => {
      const settings = { ...USUAL_SETTINGS, minutes, budget }
      return { id, content: themedContent.parse({ title, description, wishes: stops.map(wishFor), settings }) }
    }),
)

/** Publishes the demo's routes as the salon's. */
export async function seedDemoRoutes(db: Database, source: unknown, now: Date): Promise<void> {
  const rows = routes.parse(source)
  // Published one after another: that is the order in which they are shown.
  await db.insert(themedRoute).values(
    rows.map(({ id, content }, n) => ({
      ...{ id, content, exhibitorId: null },
      publishedAt: new Date(now.getTime() + n),
    })),
  )
}

const wishFor = (stop: string): Wish => ({
  about: stop.startsWith(SESSION)
    ? { kind: 'session', sessionId: stop.slice(SESSION.length) }
    : { kind: 'booth', exhibitorId: stop, productIds: [] },
  required: false,
  skipped: false,
  minutes: null,
})
