import type { BulkFault, Unreadable } from '../../../shared/booth/bulk/report.ts'

/** Why an import of booth content cannot be read at all. */
export class UnreadableBulk extends Error {
  readonly why: Unreadable

  constructor(fault: BulkFault, details: Omit<Unreadable, 'fault'> = {}) {
    super(fault)
    this.why = { fault, ...details }
  }
}
