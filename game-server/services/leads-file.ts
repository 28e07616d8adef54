import { CSV_MARK, csvRows } from '../../shared/briefcase/csv.ts'
import { INTERACTION_KINDS } from '../../shared/leads/interaction.ts'
import type { Lead, LeadQuery, LeadQuestion } from '../../shared/leads/model.ts'
import type { Database } from '../db/database.ts'
import { asked, requireReading } from './leads.ts'
import { leadRows } from './leads-query.ts'
import { revealed } from './leads-revealed.ts'
import type * as rights from './rights.ts'

const PART = 500

type LeadFilter = Omit<LeadQuery, 'order' | 'after'>

/**
 * All leads of an exhibitor, or those of a filter, as a table (docs/leads-csv.md), part by part: a consent that is taken back while it is
 * written is gone from the parts that follow. Every part is in the ledger.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function leadsFile(
  db: Database,
  caller: rights.Caller | null,
  exhibitorId: string,
  { mark, filter = {} }: { readonly mark: boolean; readonly filter?: LeadFilter },
): Promise<AsyncIterable<string>> {
  const { personId } = await requireReading(db, caller, exhibitorId)
  return parts(db, { exhibitorId, seenBy: personId }, filter, mark)
}

async function* parts(
  db: Database,
  { exhibitorId, seenBy }: { readonly exhibitorId: string; readonly seenBy: string },
  filter: LeadFilter,
  mark: boolean,
): AsyncGenerator<string> {
  const questions = await asked(db, exhibitorId)
  yield (mark ? CSV_MARK : '') + csvRows([[...COLUMNS, ...questions.map(({ text }) => text)]])
  let after: string | undefined
  do {
    const { rows, next } = await leadRows(db, exhibitorId, { ...filter, order: 'latest', after }, PART)
    const part = await revealed(db, rows, { exhibitorId, seenBy, act: 'lead-exported' })
    yield csvRows(part.map((one) => cells(one, questions)))
    after = next ?? undefined
  } while (after !== undefined)
}

const WHO = ['name', 'organisation', 'position', 'email', 'phone'] as const
const COLUMNS = [
  ...['lead', ...WHO, 'interests', 'status', 'score', 'first_seen', 'last_seen', 'tags', 'note'],
  ...INTERACTION_KINDS,
  ...['stayed_seconds', 'watched_percent'],
]

const cells = (lead: Lead, questions: readonly LeadQuestion[]): string[] => [
  lead.id,
  ...WHO.map((field) => lead.who[field] ?? ''),
  lead.who.interests?.join('; ') ?? '',
  ...[lead.status, String(lead.score), lead.firstSeenAt, lead.lastSeenAt, lead.tags.join('; '), lead.note],
  ...INTERACTION_KINDS.map((kind) => String(lead.evidence[kind]?.times ?? 0)),
  String(lead.evidence.stayed?.seconds ?? 0),
  String(Math.round((lead.evidence.watched?.share ?? 0) * 100)),
  ...questions.map(({ id }) => String(lead.answers[id] ?? '')),
]
