import type { Database } from '../db/database.ts'
import { findSalon } from '../services/salon.ts'
import { Unusable } from './unusable.ts'

/** The salon that the command is about. @throws Unusable when there is none yet */
export async function requireSalon(db: Database) {
  const salon = await findSalon(db)
  if (salon) return salon
  throw new Unusable('There is no salon in this database yet: `npm run alleya -- create --help`.')
}
