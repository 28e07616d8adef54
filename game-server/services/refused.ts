import type { FaultyFile } from '../../shared/files/upload.ts'
import type { Problem, ProblemKind } from '../../shared/salon/problem.ts'

/** What a service says when it does not do what it was asked. Everything else that is thrown is a bug. */
export class Refused extends Error {
  readonly reason: ProblemKind
  /** The field of the request that is to blame, where one is. */
  readonly field: string | null
  readonly retryAfterSeconds: number | null
  /** What is wrong with a file. */
  readonly file: FaultyFile | null
  /** The save that came before. */
  readonly edit: Problem['edit'] | null

  constructor(
    reason: ProblemKind,
    details: { field?: string; retryAfterSeconds?: number; file?: FaultyFile; edit?: Problem['edit'] } = {},
  ) {
    super(reason)
    this.reason = reason
    this.field = details.field ?? null
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
    this.file = details.file ?? null
    this.edit = details.edit ?? null
  }
}
