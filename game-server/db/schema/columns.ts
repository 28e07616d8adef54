import { customType, jsonb, text, timestamp } from 'drizzle-orm/pg-core'
import type { Localized } from '../../../shared/language.ts'

/** Text in every language of the salon, as `{"ru": …, "en": …}`. */
export const localizedText = () => jsonb().$type<Localized>().notNull()

/** A moment, to the millisecond, without regard to the server's own zone. */
export const moment = () => timestamp({ withTimezone: true, precision: 3 })

/** Ids come from what is imported or from `randomUUID`, so that a second import finds the same record. */
export const key = () => text().primaryKey()

/** PostgreSQL full-text vector. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
