/**
 * Keeps what is written in a draft: a moment after the last key it goes to the server, and until the server has it, it is
 * kept in this browser. A line that is gone loses nothing; somebody else's save is merged, or asked about.
 */
import type { BoothContent, BoothField } from '../../shared/booth/content.ts'
import type { Draft, Saved } from '../../shared/booth/draft.ts'
import { ApiProblem } from '../net/api.ts'
import { same } from './same.ts'
import { contested, type Faults, faultsOf, fieldsOf, merged, savable, taking } from './savable.ts'

/** `written`: not all of it is sent, since some of it is wrong or it is a moment ago. */
export type Keeping = 'kept' | 'written' | 'keeping' | 'offline' | 'conflict'

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
}

export interface KeeperDeps {
  save(revision: number, document: BoothContent): Promise<Saved>
  read(): Promise<Draft>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** How long after the last key, and until the next try without a line, ms. */
const PAUSE = 900
const RETRY = 4000

export class Keeper {
  now: Now
  private base: BoothContent
  private theirs: Draft | null = null
  private readonly deps: KeeperDeps
  private readonly local: string
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private going: Promise<void> | null = null

  constructor(draft: Draft, deps: KeeperDeps) {
    this.deps = deps
    this.local = `alleya-booth-draft ${draft.exhibitorId}`
    this.base = draft.document
    this.now = {
      ...{ document: draft.document, revision: draft.revision, keeping: 'kept', faults: faultsOf(draft.document) },
      ...{ refused: new Map(), conflict: null, mergedWith: null },
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
    const conflict = this.now.keeping === 'conflict'
    this.set({ document, refused, faults: faultsOf(document), keeping: conflict ? 'conflict' : 'written' })
    this.remember()
    if (!conflict) this.later(PAUSE)
  }

  /** Sends what is not sent yet. Resolves when all that can be kept is, or could not be. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    await this.going
    if (this.now.keeping === 'conflict') return
    this.going = this.send().finally(() => {
      this.going = null
    })
    await this.going
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
    this.forget()
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
    const field = problem.field?.split('.')[0]
    if (field && (problem.code === 'malformed' || problem.code === 'field-locked')) {
      this.set({ refused: new Map(this.now.refused).set(field, problem), keeping: 'written' })
      return this.send()
    }
    this.set({ keeping: 'offline' })
    this.later((problem.retryAfterSeconds ?? 0) * 1000 || RETRY)
  }

  /** Goes on with what was written here before the page was closed, whatever others saved since. */
  private resume(draft: Draft): void {
    const left = this.leftBehind()
    if (!left) return
    this.base = left.base
    this.set({ document: left.document, faults: faultsOf(left.document) })
    if (this.join(draft)) this.later(0)
  }

  /** Somebody saved before us. */
  private async meet(): Promise<void> {
    const theirs = await this.deps.read().catch(() => null)
    if (!theirs) {
      this.set({ keeping: 'offline' })
      return this.later(RETRY)
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
    this.set({ document, revision, faults: faultsOf(document), refused: new Map(), conflict: null, keeping: 'written' })
    this.remember()
  }

  private settle(): void {
    const all = same(this.now.document, this.base)
    if (all) this.forget()
    else this.remember()
    this.set({ keeping: all ? 'kept' : 'written' })
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
    try {
      this.deps.storage.setItem(this.local, JSON.stringify({ base: this.base, document: this.now.document }))
    } catch {
      // A browser that keeps nothing still sends.
    }
  }

  private forget(): void {
    try {
      this.deps.storage.removeItem(this.local)
    } catch {
      // Nothing was kept.
    }
  }

  private leftBehind(): { base: BoothContent; document: BoothContent } | null {
    try {
      const kept: unknown = JSON.parse(this.deps.storage.getItem(this.local) ?? 'null')
      return kept as { base: BoothContent; document: BoothContent } | null
    } catch {
      return null
    }
  }
}
