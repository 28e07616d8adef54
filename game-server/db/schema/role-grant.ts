import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Role, ScopeKind } from '../../../shared/people/rights.ts'
import { moment } from './columns.ts'
import { person } from './person.ts'

/** Who holds which role where (`shared/people/rights.ts`), given by whom and when. */
export const roleGrant = pgTable(
  'role_grant',
  {
    personId: text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    role: text().$type<Role>().notNull(),
    scopeKind: text().$type<ScopeKind>().notNull(),
    scopeId: text().notNull(),
    /** Null: given from the command line or by the demo, or whoever gave it is forgotten. */
    givenBy: text().references(() => person.id, { onDelete: 'set null' }),
    givenAt: moment().notNull().defaultNow(),
    /** For owners and representatives: whether they staff the booth while they are in the salon. */
    attends: boolean().notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role, table.scopeKind, table.scopeId] }),
    index('role_grant_scope').on(table.scopeKind, table.scopeId),
  ],
)
