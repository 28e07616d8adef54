import type { Arranged } from '../services/arrange.ts'
import type { Terminal } from './command.ts'
import type { Rejection } from './rejection.ts'

const MOST_SHOWN = 50

/** What an import did, part by part. */
export function printDone({ print }: Terminal, done: Arranged): void {
  const width = Math.max(...Object.keys(done).map((part) => part.length))
  for (const [part, { created, updated, unchanged }] of Object.entries(done)) {
    print(`${part.padEnd(width)}  created ${created}, updated ${updated}, unchanged ${unchanged}`)
  }
  print('Rejected: 0.')
}

/** What kept a file from being imported. */
export function printRejected({ warn }: Terminal, rejected: readonly Rejection[]): void {
  for (const { line, field, reason } of rejected.slice(0, MOST_SHOWN)) {
    warn(`Line ${line}: ${field === null ? '' : `${field} `}${reason}.`)
  }
  if (rejected.length > MOST_SHOWN) warn(`… and ${rejected.length - MOST_SHOWN} more.`)
  warn(`Rejected: ${rejected.length}. Nothing was imported.`)
}
