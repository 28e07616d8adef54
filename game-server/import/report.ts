import type { Arranged } from '../services/arrange.ts'
import type { Rejection } from './rejection.ts'

const MOST_SHOWN = 50

/** What an import did, part by part. */
export function printDone(done: Arranged): void {
  const width = Math.max(...Object.keys(done).map((part) => part.length))
  for (const [part, { created, updated, unchanged }] of Object.entries(done)) {
    console.log(`${part.padEnd(width)}  created ${created}, updated ${updated}, unchanged ${unchanged}`)
  }
  console.log('Rejected: 0.')
}

/** What kept a file from being imported. */
export function printRejected(rejected: readonly Rejection[]): void {
  for (const { line, field, reason } of rejected.slice(0, MOST_SHOWN)) {
    console.error(`Line ${line}: ${field === null ? '' : `${field} `}${reason}.`)
  }
  if (rejected.length > MOST_SHOWN) console.error(`… and ${rejected.length - MOST_SHOWN} more.`)
  console.error(`Rejected: ${rejected.length}. Nothing was imported.`)
}
