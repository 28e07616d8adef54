/** What an import of booth content did, or would do, row by row. */
import { z } from 'zod'
import { FILE_FAULTS } from '../../files/upload.ts'
import { LOCKABLE } from '../content.ts'
import { TABLE_NAMES } from './tables.ts'

/** Why a row is not taken: a closed set, which client and command line word. `found` tells what was there instead. */
export const ROW_FAULTS = [
  'missing',
  /** `found`: the most it may have, characters. */
  'too-long',
  /** `found`: the most there may be. */
  'too-many',
  /** No colour, address, date … */
  'wrong-form',
  'before-from',
  /** Neither the id nor the name of an exhibitor. */
  'unknown-exhibitor',
  /** Several exhibitors have this name: the id tells which is meant. */
  'several-exhibitors',
  'unknown-tag',
  /** Not a design of pavilions, or none for this plot; `found`: those that are. */
  'unsuitable-pavilion',
  /** The archive has no such file. */
  'no-such-file',
  /** A file of another kind belongs there; `found`: which this one is. */
  'other-kind',
  /** The room for this exhibitor's files is used up. */
  'no-room',
  /** A link and a file at once, or neither. */
  'file-or-link',
  /** Somebody wrote into this part of the booth since the check. */
  'edited-meanwhile',
  ...FILE_FAULTS,
] as const
export type RowFault = (typeof ROW_FAULTS)[number]

/** Why an import cannot be read at all. */
export const BULK_FAULTS = [
  'not-a-table',
  'no-table',
  'not-csv',
  'unknown-column',
  'missing-column',
  'too-many-rows',
  'too-many-files',
  'too-large',
  'bomb',
  'encrypted',
  'bad-name',
  'repeated-name',
  'broken',
] as const
export type BulkFault = (typeof BULK_FAULTS)[number]

export const rowProblem = z.object({
  /** Of the table. */
  column: z.string(),
  fault: z.enum(ROW_FAULTS),
  found: z.string().optional(),
})

export const rowReport = z.object({
  table: z.enum(TABLE_NAMES),
  line: z.number().int(),
  /** As the row names it. */
  exhibitor: z.string(),
  exhibitorId: z.string().nullable(),
  outcome: z.enum(['changed', 'unchanged', 'rejected']),
  /** Parts of the booth that change. */
  changes: z.array(z.enum(LOCKABLE)),
  /** Those of them that somebody at the booth has written and not yet published. */
  overwrites: z.array(z.enum(LOCKABLE)),
  problems: z.array(rowProblem),
})

export const bulkReport = z.object({
  /** Why nothing could be read; then there are no rows. `table` and `line` where it is known. */
  unreadable: z
    .object({
      fault: z.enum(BULK_FAULTS),
      table: z.string().optional(),
      line: z.number().int().optional(),
      found: z.string().optional(),
    })
    .nullable(),
  rows: z.array(rowReport),
  /** When booths were looked at, for `since` of what is written after this. */
  at: z.iso.datetime(),
  /** Whether it was done: only when asked to, and with no row rejected. */
  applied: z.boolean(),
  /** Booths that visitors see anew. */
  published: z.number().int(),
})

/**
 * What is asked for. `since`: the `at` of the check somebody saw; rows that would replace what was written into a draft
 * after it are rejected. Without it they replace.
 */
export const bulkWish = z.object({
  mode: z.enum(['check', 'keep', 'publish']),
  since: z.iso
    .datetime()
    .transform((moment) => new Date(moment))
    .optional(),
})

/** `check` changes nothing; `keep` writes drafts; `publish` shows it to visitors, too. */
export type BulkMode = BulkWish['mode']
export type BulkWish = z.infer<typeof bulkWish>
export type RowProblem = z.infer<typeof rowProblem>
export type RowReport = z.infer<typeof rowReport>
export type BulkReport = z.infer<typeof bulkReport>
export type Unreadable = NonNullable<BulkReport['unreadable']>
