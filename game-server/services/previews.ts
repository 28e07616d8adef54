import { eq } from 'drizzle-orm'
import type { Localized } from '../../shared/language.ts'
import type { Database } from '../db/database.ts'
import { exhibitor } from '../db/schema/exhibitor.ts'
import { booth } from '../db/schema/plan.ts'
import { session } from '../db/schema/programme.ts'
import { salon } from '../db/schema/salon.ts'

/** What a link leads to, by the ids in its address. */
export type LinkTarget =
  | { readonly kind: 'booth'; readonly boothId: string }
  | { readonly kind: 'product'; readonly boothId: string; readonly productId: string }
  | { readonly kind: 'session'; readonly sessionId: string }

/** What somebody sees of a link before they follow it. */
export interface Preview {
  readonly title: Localized
  readonly description: Localized
  readonly salonName: Localized
  /** Whose it is; null where the title says it. */
  readonly exhibitor: Localized | null
  readonly boothNumber: string | null
  /** When it happens, and in which zone that is told. */
  readonly time: { readonly startsAt: Date; readonly endsAt: Date; readonly timeZone: string } | null
  /** #rrggbb; null: the salon's own. */
  readonly color: string | null
  /** Addresses on our own origin. */
  readonly picture: string | null
  readonly logo: string | null
}

/** The preview of a link; null when it leads to nothing any more. */
export async function previewOf(db: Database, target: LinkTarget): Promise<Preview | null> {
  const [own] = await db.select({ name: salon.name, timeZone: salon.timeZone }).from(salon)
  if (!own) return null
  return target.kind === 'session' ? ofSession(db, own, target.sessionId) : ofBooth(db, own, target)
}

interface Own {
  readonly name: Localized
  readonly timeZone: string
}

async function ofBooth(
  db: Database,
  own: Own,
  target: Exclude<LinkTarget, { kind: 'session' }>,
): Promise<Preview | null> {
  const [row] = await db
    .select({ exhibitor, number: booth.number })
    .from(booth)
    .innerJoin(exhibitor, eq(exhibitor.id, booth.exhibitorId))
    .where(eq(booth.id, target.boothId))
  if (!row) return null
  const { name, summary, color, poster, logo, details } = row.exhibitor
  const common = { salonName: own.name, boothNumber: row.number, time: null, color, logo }
  if (target.kind === 'booth') return { ...common, title: name, description: summary, exhibitor: null, picture: poster }
  const product = details?.products.find(({ id }) => id === target.productId)
  if (!product) return null
  return {
    ...{ ...common, title: product.name, description: product.text, exhibitor: name },
    picture: product.pictures[0] ?? poster,
  }
}

async function ofSession(db: Database, own: Own, sessionId: string): Promise<Preview | null> {
  const [row] = await db
    .select({ session, exhibitor, number: booth.number })
    .from(session)
    .leftJoin(exhibitor, eq(exhibitor.id, session.exhibitorId))
    .leftJoin(booth, eq(booth.exhibitorId, session.exhibitorId))
    .where(eq(session.id, sessionId))
  if (!row) return null
  const { title, summary, startsAt, endsAt } = row.session
  return {
    ...{ title, description: summary, salonName: own.name, exhibitor: row.exhibitor?.name ?? null },
    ...{ boothNumber: row.number, time: { startsAt, endsAt, timeZone: own.timeZone } },
    color: row.exhibitor?.color ?? null,
    picture: row.exhibitor?.poster ?? null,
    logo: row.exhibitor?.logo ?? null,
  }
}
