import { asc } from 'drizzle-orm'
import { heldWordsIn } from '../../shared/conversations/held-words.ts'
import { SALON } from '../../shared/people/rights.ts'
import type { Database } from '../db/database.ts'
import { heldWord } from '../db/schema/conversation.ts'
import * as rights from './rights.ts'

/**
 * Words with which a visitor's message waits for the staff.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function wordList(db: Database, caller: rights.Caller | null): Promise<string[]> {
  await rights.require(db, caller, 'salon.moderate', SALON)
  return words(db)
}

/**
 * Replaces the list; a word twice is a word once.
 *
 * @throws Refused `not-entered` | `forbidden`
 */
export async function setWordList(db: Database, caller: rights.Caller | null, list: readonly string[]): Promise<void> {
  await rights.require(db, caller, 'salon.moderate', SALON)
  const rows = [...new Set(list.map((word) => word.toLowerCase()))].map((word) => ({ word }))
  await db.transaction(async (tx) => {
    await tx.delete(heldWord)
    if (rows.length > 0) await tx.insert(heldWord).values(rows).onConflictDoNothing()
  })
}

/** The words of the list that a text has. */
export const findHeldWords = async (db: Database, text: string): Promise<string[]> => heldWordsIn(text, await words(db))

const words = async (db: Database): Promise<string[]> =>
  (await db.select().from(heldWord).orderBy(asc(heldWord.word))).map(({ word }) => word)
