import type { ParseArgsOptionsConfig } from 'node:util'
import type { Database } from '../db/database.ts'

export type Options = Readonly<Record<string, string | boolean | undefined>>

/** One word, or two, of the command line. */
export interface Command {
  /** What is typed after `npm run alleya --`. */
  readonly usage: string
  /** One line in the list of commands. */
  readonly summary: string
  /** The rest of its help. */
  readonly details: string
  readonly options: ParseArgsOptionsConfig
  /** How many files it takes. */
  readonly files: number
  /**
   * @returns whether it did what it was asked
   * @throws Unusable why it cannot
   */
  run(db: Database, options: Options, files: readonly string[]): Promise<boolean>
}

/** An option's text, or `otherwise`. */
export function textOption(options: Options, name: string, otherwise = ''): string {
  const value = options[name]
  return typeof value === 'string' ? value : otherwise
}
