import { asc } from 'drizzle-orm'
import { hasCoarseWord } from '../../shared/conversations/coarse-words.ts'
import { heldWordsIn } from '../../shared/conversations/held-words.ts'
import type { WordList } from '../../shared/conversations/model.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { heldWord } from '../db/schema/conversation.ts'
import { salon } from '../db/schema/salon.ts'
import * as rights from './rights.ts'

/**
 * Words with which a visitor's message waits for the staff.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function wordList(db: Database, caller: rights.Caller | null): Promise<WordList> {
  await rights.require(db, caller, 'salon.moderate', SALON)
  return { words: await words(db), builtIn: await holdsCoarseWords(db) }
}

/**
 * Replaces the list; a word twice is a word once.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function setWordList(
  db: Database,
  caller: rights.Caller | null,
  { words: list, builtIn }: WordList,
): Promise<void> {
  await rights.require(db, caller, 'salon.moderate', SALON)
  const rows = [...new Set(list.map((word) => word.toLowerCase()))].map((word) => ({ word }))
  await db.transaction(async (tx) => {
    await tx.update(salon).set({ holdsCoarseWords: builtIn })
    await tx.delete(heldWord)
    if (rows.length > 0) await tx.insert(heldWord).values(rows).onConflictDoNothing()
  })
}

/** Whether a text has a word with which it waits. */
export async function hasHeldWord(db: Database, text: string): Promise<boolean> {
  if (heldWordsIn(text, await words(db)).length > 0) return true
  return (await holdsCoarseWords(db)) && hasCoarseWord(text)
}

const words = async (db: Database): Promise<string[]> =>
  (await db.select().from(heldWord).orderBy(asc(heldWord.word))).map(({ word }) => word)

async function holdsCoarseWords(db: Database): Promise<boolean> {
  const [row] = await db.select({ holds: salon.holdsCoarseWords }).from(salon)
  return row?.holds ?? true
}
