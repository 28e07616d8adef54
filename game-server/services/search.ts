import type { Language } from '../../shared/language.ts'
import type { SearchHit } from '../../shared/salon/model.ts'
import type { Database } from '../db/database.ts'
import type { Whereabouts } from './whereabouts.ts'

export async function search(
  _db: Database,
  _where: Whereabouts,
  _q: string,
  _language: Language,
): Promise<SearchHit[]> {
  return []
}
