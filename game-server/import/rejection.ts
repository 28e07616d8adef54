import type { z } from 'zod'

/** One thing that is wrong with a file, and where. Nothing of a file with rejections is imported. */
export interface Rejection {
  readonly line: number
  /** Column or element, in the words of the file. */
  readonly field: string | null
  readonly reason: string
}

/** What a file says, as far as it could be read. */
export interface Parsed<T> {
  readonly records: readonly T[]
  readonly rejected: readonly Rejection[]
}

/** The issues of a record as rejections; `fieldNames` says which field of the file a part of the record came from. */
export function rejectionsOf(
  error: z.ZodError,
  line: number,
  fieldNames: Readonly<Record<string, string>>,
): Rejection[] {
  return error.issues.map((issue) => {
    const part = issue.path[0] === undefined ? null : String(issue.path[0])
    return { line, field: part && (fieldNames[part] ?? part), reason: issue.message }
  })
}
