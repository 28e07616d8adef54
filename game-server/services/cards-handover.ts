import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { briefcaseItem } from '../db/schema/briefcase.ts'
import { cardBlock, cardExchange } from '../db/schema/card.ts'

/**
 * The exchanges of person `from` are `to`'s from now on, whoever asked whom, and so is their place in briefcases of
 * others. Where both have one with the same other person, or they have one with each other, that of `to` stays or none
 * does.
 */
export async function handOverExchanges(db: Database, from: string, to: string): Promise<void> {
  const theirs = alias(cardExchange, 'theirs')
  const { fromId, toId, state } = cardExchange
  const other = sql`case when ${fromId} = ${from} then ${toId} else ${fromId} end`
  const twice = db
    .select({ one: sql`1` })
    .from(theirs)
    .where(
      and(
        lives(theirs.state),
        or(pair(theirs.fromId, theirs.toId, to, other), pair(theirs.toId, theirs.fromId, to, other)),
      ),
    )
  const own = or(eq(fromId, from), eq(toId, from))
  await db.delete(cardExchange).where(and(own, eq(other, to)))
  await db.delete(cardExchange).where(and(own, lives(state), exists(twice)))
  await db.update(cardExchange).set({ fromId: to }).where(eq(fromId, from))
  await db.update(cardExchange).set({ toId: to }).where(eq(toId, from))
  await handOverPlaces(db, from, to)
}

/** In briefcases of others; where `to` is too, that one stays. */
async function handOverPlaces(db: Database, from: string, to: string): Promise<void> {
  const { personId, contactId } = briefcaseItem
  const theirs = alias(briefcaseItem, 'theirs')
  const twice = db
    .select({ one: sql`1` })
    .from(theirs)
    .where(and(eq(theirs.contactId, to), eq(theirs.personId, personId)))
  await db.delete(briefcaseItem).where(and(eq(contactId, from), or(eq(personId, to), exists(twice))))
  await db.update(briefcaseItem).set({ contactId: to, subjectId: to }).where(eq(contactId, from))
}

/** Whom `from` blocked stays blocked, and whoever blocked `from` is not rid of it by `from` signing in. */
export async function handOverBlocks(db: Database, from: string, to: string): Promise<void> {
  const { personId, blockedId } = cardBlock
  const now = (column: PgColumn) => sql`case when ${column} = ${from} then ${to} else ${column} end`
  const own = or(eq(personId, from), eq(blockedId, from))
  const moved = db
    .select({ personId: now(personId).as('person_id'), blockedId: now(blockedId).as('blocked_id'), at: cardBlock.at })
    .from(cardBlock)
    .where(and(own, sql`${now(personId)} <> ${now(blockedId)}`))
  await db.insert(cardBlock).select(moved).onConflictDoNothing()
  await db.delete(cardBlock).where(own)
}

const lives = (state: PgColumn): SQL => sql`${state} in ('waiting', 'agreed')`

const pair = (one: PgColumn, another: PgColumn, to: string, other: SQL): SQL | undefined =>
  and(eq(one, to), eq(another, other))
