import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { BoothDetails } from '../../../shared/booth/content.ts'
import { EXHIBITOR_KINDS } from '../../../shared/floorplan/model.ts'
import { BOOTH_SIZES } from '../../../shared/salon/booth-size.ts'
import { key, localizedText } from './columns.ts'

/** An organisation that takes part. */
export const exhibitor = pgTable('exhibitor', {
  id: key(),
  kind: text({ enum: EXHIBITOR_KINDS }).notNull(),
  name: localizedText(),
  shortName: localizedText(),
  summary: localizedText(),
  description: localizedText(),
  /** #rrggbb */
  color: text().notNull(),
  website: text(),
  /** Paths on our own origin. */
  logo: text(),
  poster: text(),
  video: text(),
  /** Ids of `tag`. */
  tags: jsonb().$type<string[]>().notNull(),
  /** How much floor they ordered; null: the layout decides. */
  boothSize: text({ enum: BOOTH_SIZES }),
  /** What its booth has published beyond these; null: nothing yet. */
  details: jsonb().$type<BoothDetails>(),
})

/** A word exhibitors are found by. */
export const tag = pgTable('tag', { id: key(), name: localizedText() })
