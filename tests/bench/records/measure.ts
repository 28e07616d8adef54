import { sql } from 'drizzle-orm'
import type { Database } from '../../../game-server/db/database.ts'

/** Asked again and again, `n` of the time: as different people ask. */
export type Question = (n: number) => Promise<unknown>

const RUNS = 60

/** The 95th percentile of each question, ms, each told; the worst of them. */
export async function worstP95(
  about: string,
  questions: Readonly<Record<string, Question>>,
  runs = RUNS,
): Promise<number> {
  const all: number[] = []
  for (const [name, question] of Object.entries(questions)) {
    const ms = await p95(question, runs)
    console.log(`${about}: ${name}: ${ms} ms`)
    all.push(ms)
  }
  return Math.max(...all)
}

/** Of `runs`, after two that don't count. */
export async function p95(question: Question, runs = RUNS): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < runs + 2; n++) {
    const start = performance.now()
    await question(n)
    if (n >= 2) taken.push(performance.now() - start)
  }
  return rounded(taken.sort((a, b) => a - b)[Math.ceil(runs * 0.95) - 1] ?? Number.NaN)
}

/** `work` on the same records after `changes`, of which nothing stays. */
export async function pretending<T>(
  db: Database,
  changes: readonly string[],
  work: (db: Database) => Promise<T>,
): Promise<T> {
  let result: { readonly of: T } | null = null
  try {
    await db.transaction(async (tx) => {
      for (const change of changes) await tx.execute(sql.raw(change))
      result = { of: await work(tx) }
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return (result as unknown as { readonly of: T }).of
}

class Undone extends Error {}

export const rounded = (figure: number): number => Number(figure.toFixed(figure < 10 ? 2 : 1))
