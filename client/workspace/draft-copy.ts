/** What was written in a draft and is not sent yet, kept in this browser: whose, of which booth, on which version. */
import { type BoothContent, boothContent, LOCKABLE } from '../../shared/booth/content.ts'
import { ownKey } from '../state/own-copies.ts'

/** What was changed and what it was made from. */
export interface Copy {
  /** The save that `base` is. */
  readonly revision: number
  readonly base: BoothContent
  /** As it was typed: not all of it need be right. */
  readonly document: BoothContent
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Whose {
  readonly salonId: string
  readonly personId: string
}

export class DraftCopy {
  private readonly key: string
  private readonly shelf: Shelf

  constructor(shelf: Shelf, { salonId, personId }: Whose, exhibitorId: string) {
    this.shelf = shelf
    this.key = ownKey(personId, 'booth', salonId, exhibitorId)
  }

  keep(copy: Copy): void {
    try {
      this.shelf.setItem(this.key, JSON.stringify(copy))
    } catch {
      // A browser that keeps nothing still sends.
    }
  }

  drop(): void {
    try {
      this.shelf.removeItem(this.key)
    } catch {
      // Nothing was kept.
    }
  }

  /** What was left behind by its writer; null: nothing, or nothing that goes with a draft at `revision`. */
  left(revision: number): Copy | null {
    try {
      const kept: unknown = JSON.parse(this.shelf.getItem(this.key) ?? 'null')
      // Made on a save that this salon has not seen: the salon was begun anew.
      return isCopy(kept) && kept.revision <= revision ? kept : null
    } catch {
      return null
    }
  }
}

function isCopy(kept: unknown): kept is Copy {
  if (!isRecord(kept) || typeof kept.revision !== 'number' || !isRecord(kept.document)) return false
  const { document } = kept
  return boothContent.safeParse(kept.base).success && LOCKABLE.every((field) => field in document)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
