import type { Database } from '../db/database.ts'

/** How long an answer is kept, ms: whoever is erased is in no figure soon after. */
const KEPT_FOR = 5 * 60_000
const MOST = 64

interface Kept {
  readonly answer: Promise<unknown>
  readonly until: number
}

const answers = new WeakMap<Database, Map<string, Kept>>()

/**
 * What `ask` answers, asked once for all who want the same within a few minutes: hours that are over hardly change, and a
 * page asks for halls and booths at once.
 */
export function keptAnswer<T>(db: Database, question: string, ask: () => Promise<T>): Promise<T> {
  const kept = answers.get(db) ?? new Map<string, Kept>()
  answers.set(db, kept)
  const now = performance.now()
  const known = kept.get(question)
  if (known && known.until > now) return known.answer as Promise<T>
  const answer = ask()
  kept.delete(question)
  kept.set(question, { answer, until: now + KEPT_FOR })
  for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest)
  // Nobody waits five minutes because a database was away for a moment.
  answer.catch(() => kept.delete(question))
  return answer
}
