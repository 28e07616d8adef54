/**
 * Keeps what is written in a draft: a moment after the last key it goes to the server, and until the server has it, it is
 * kept in this browser. A line that is gone loses nothing; somebody else's save is merged, or asked about.
 */
import { type BoothContent, type BoothField, LOCKABLE } from '../../shared/booth/content.ts'
import type { Draft, Saved } from '../../shared/booth/draft.ts'
import { ApiProblem } from '../net/api.ts'
import { DraftCopy, type Shelf, type Whose } from './draft-copy.ts'
import { same } from './same.ts'
import { contested, type Faults, faultsOf, fieldsOf, merged, savable, taking } from './savable.ts'

/**
 * `written`: not all of it is sent, since some of it is wrong or it is a moment ago. `offline`, `delayed`: nobody answers,
 * or not now; it is tried again by itself. `halted`: it was refused, and stays so until something is done.
 */
export type Keeping = 'kept' | 'written' | 'keeping' | 'offline' | 'delayed' | 'halted' | 'conflict'

export interface Now {
  readonly document: BoothContent
  readonly revision: number
  readonly keeping: Keeping
  readonly faults: Faults
  /** What the server did not take, by field. */
  readonly refused: ReadonlyMap<string, ApiProblem>
  /** Somebody saved other words in these fields. */
  readonly conflict: { readonly by: string | null; readonly fields: readonly BoothField[] } | null
  /** Who saved last before us, once their words were merged with ours. */
  readonly mergedWith: string | null
  /** Why nothing is sent any more. */
  readonly halted: ApiProblem | null
}

export interface KeeperDeps {
  save(revision: number, document: BoothContent): Promise<Saved>
  read(): Promise<Draft>
  readonly storage: Shelf
  /** Who writes, and where. */
  readonly whose: Whose
}

/** How long after the last key, and until the next try without a line, ms. */
const PAUSE = 900
const RETRY = 4000

/** Refusals that pass by themselves. */
const PASSING: ReadonlySet<ApiProblem['code']> = new Set(['unavailable', 'failed', 'disk-full', 'too-often'])
/** Refusals of whoever writes, which no other words change. */
const PERSONAL: ReadonlySet<ApiProblem['code']> = new Set(['not-entered', 'forbidden', 'not-found'])

export class Keeper {
  now: Now
  private base: BoothContent
  private theirs: Draft | null = null
  private readonly deps: KeeperDeps
  private readonly copy: DraftCopy
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private going: Promise<void> | null = null

  constructor(draft: Draft, deps: KeeperDeps) {
    this.deps = deps
    this.copy = new DraftCopy(deps.storage, deps.whose, draft.exhibitorId)
    this.base = draft.document
    this.now = {
      ...{ document: draft.document, revision: draft.revision, keeping: 'kept', faults: faultsOf(draft.document) },
      ...{ refused: new Map(), conflict: null, mergedWith: null, halted: null },
    }
    this.resume(draft)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): Now => this.now

  edit(change: Partial<BoothContent>): void {
    const document = { ...this.now.document, ...change }
    const refused = new Map([...this.now.refused].filter(([field]) => !(field in change)))
    this.set({ document, refused, faults: faultsOf(document) })
    this.remember()
    if (this.waits()) return
    this.set({ keeping: 'written', halted: null })
    this.later(PAUSE)
  }

  /** Sends what is not sent yet. Resolves when all that can be kept is, or could not be. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.going
    if (this.waits()) return
    this.going = this.send().finally(() => {
      this.going = null
    })
    await this.going
  }

  /** Sends what was refused once more: they signed in again, or have their role back. */
  async again(): Promise<void> {
    if (this.now.keeping === 'halted') this.set({ keeping: 'written', halted: null })
    await this.flush()
  }

  /** The answer to a conflict: where both wrote, our words or theirs. What only one of us changed stays. */
  async decide(whose: 'ours' | 'theirs'): Promise<void> {
    const theirs = this.theirs
    if (!theirs) return
    const ours = this.now.document
    const left = whose === 'theirs' ? taking(contested(this.base, ours, theirs.document), theirs.document, ours) : ours
    this.adopt(theirs, merged(this.base, left, theirs.document))
    await this.flush()
  }

  /** The draft is another one from now on: a version was brought back. */
  replace(draft: Draft): void {
    this.adopt(draft, draft.document)
    this.copy.drop()
    this.set({ keeping: 'kept' })
  }

  close(): void {
    clearTimeout(this.timer)
  }

  private async send(): Promise<void> {
    const wanted = savable(this.now.document, this.base, this.faulty())
    if (same(wanted, this.base)) return this.settle()
    this.set({ keeping: 'keeping' })
    try {
      const { revision } = await this.deps.save(this.now.revision, wanted)
      this.base = wanted
      this.set({ revision })
      this.settle()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      await this.refused(error)
    }
  }

  private async refused(problem: ApiProblem): Promise<void> {
    if (problem.code === 'edited-meanwhile') return this.meet()
    const field = LOCKABLE.find((one) => one === problem.field?.split('.')[0])
    if (problem.code === 'offline' || PASSING.has(problem.code)) return this.wait(problem)
    // A field that is refused although it was left as it is kept: sending the rest would go on for ever.
    if (field === undefined || this.now.refused.has(field)) return this.halt(problem)
    this.set({ refused: new Map(this.now.refused).set(field, problem), keeping: 'written' })
    return this.send()
  }

  private wait({ code, retryAfterSeconds }: ApiProblem): void {
    this.set({ keeping: code === 'offline' ? 'offline' : 'delayed' })
    this.remember()
    this.later((retryAfterSeconds ?? 0) * 1000 || RETRY)
  }

  private halt(problem: ApiProblem): void {
    clearTimeout(this.timer)
    this.set({ keeping: 'halted', halted: problem })
    this.remember()
  }

  /** Whether somebody has to do something before anything is sent. */
  private waits(): boolean {
    const { keeping, halted } = this.now
    return keeping === 'conflict' || (halted !== null && PERSONAL.has(halted.code))
  }

  /** Goes on with what was written here before the page was closed, whatever others saved since. */
  private resume(draft: Draft): void {
    const left = this.copy.left(draft.revision)
    if (!left) return
    this.base = left.base
    this.set({ document: left.document, faults: faultsOf(left.document) })
    if (this.join(draft)) this.later(0)
  }

  /** Somebody saved before us. */
  private async meet(): Promise<void> {
    let theirs: Draft
    try {
      theirs = await this.deps.read()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      return this.refused(error)
    }
    if (!this.join(theirs)) return
    this.set({ mergedWith: theirs.updatedBy })
    return this.send()
  }

  /** Merges ours into theirs, or asks where both changed the same field. @returns whether it is merged */
  private join(theirs: Draft): boolean {
    const fields = contested(this.base, this.now.document, theirs.document)
    if (fields.length > 0) {
      this.theirs = theirs
      this.set({ keeping: 'conflict', conflict: { by: theirs.updatedBy, fields } })
      return false
    }
    this.adopt(theirs, merged(this.base, this.now.document, theirs.document))
    return true
  }

  private adopt(draft: Draft, document: BoothContent): void {
    this.base = draft.document
    this.theirs = null
    const { revision } = draft
    this.set({ document, revision, faults: faultsOf(document), refused: new Map() })
    this.set({ conflict: null, halted: null, keeping: 'written' })
    this.remember()
  }

  private settle(): void {
    const all = same(this.now.document, this.base)
    if (all) this.copy.drop()
    else this.remember()
    this.set({ keeping: all ? 'kept' : 'written', halted: null })
    // Written while it was on its way.
    if (!same(savable(this.now.document, this.base, this.faulty()), this.base)) this.later(PAUSE)
  }

  private faulty(): Set<string> {
    return new Set([...fieldsOf(this.now.faults), ...this.now.refused.keys()])
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  private set(change: Partial<Now>): void {
    this.now = { ...this.now, ...change }
    for (const listener of this.listeners) listener()
  }

  private remember(): void {
    const { revision, document } = this.now
    this.copy.keep({ revision, base: this.base, document })
  }
}
