import type { ParseArgsOptionsConfig } from 'node:util'
import type { Database } from '../db/database.ts'

export type Options = Readonly<Record<string, string | boolean | undefined>>

/** Where a command speaks. */
export interface Terminal {
  /** What was asked for: standard output. */
  print(line: string): void
  /** What went wrong, and how far we are: standard error. */
  warn(line: string): void
}

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
  run(db: Database, terminal: Terminal, options: Options, files: readonly string[]): Promise<boolean>
}

/** An option's text, or `otherwise`. */
export function textOption(options: Options, name: string, otherwise = ''): string {
  const value = options[name]
  return typeof value === 'string' ? value : otherwise
}
