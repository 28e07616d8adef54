import type { FaultyFile, FileFault } from '../../shared/files/upload.ts'

/** Thrown about a file that is not taken. */
export class Faulty extends Error {
  readonly why: FaultyFile

  constructor(fault: FileFault, found?: string) {
    super(fault)
    this.why = { fault, ...(found !== undefined && { found: found.slice(0, 80) }) }
  }
}
