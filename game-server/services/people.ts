import { eq } from 'drizzle-orm'
import type { PersonCard } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import { person } from '../db/schema/person.ts'
import { hasCardOf } from './cards.ts'
import { Refused } from './refused.ts'
import * as rights from './rights.ts'

/**
 * Somebody, as far as they let the caller see. A name and a look are what everybody sees of everybody in a hall; the
 * rest is theirs to show.
 *
 * @throws Refused `not-entered` | `not-found`
 */
export async function personCard(db: Database, caller: rights.Caller | null, id: string): Promise<PersonCard> {
  const { personId } = await rights.require(db, caller, 'person.look-up', { kind: 'person', id })
  const [row] = await db.select().from(person).where(eq(person.id, id))
  if (!row) throw new Refused('not-found')
  const { name, look, organisation, position, interests, visibleTo, doNotDisturb } = row
  const shown =
    visibleTo === 'everyone' || personId === id || (visibleTo === 'contacts' && (await hasCardOf(db, personId, id)))
  const told = shown ? { organisation, position, interests } : { organisation: '', position: '', interests: [] }
  return { personId: id, name, look, doNotDisturb, ...told }
}
