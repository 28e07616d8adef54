import { decodeFrame, decodePeople, quantised } from '../../../shared/presence/codec.ts'
import { type Company, Surroundings } from '../../../shared/presence/surroundings.ts'
import type { Walk } from '../../../shared/presence/walk.ts'

/** Notes how long after somebody in sight began a walk it is seen. */
export class Onlooker implements Company {
  seen: number[] = []
  distant: Company['distant'] = []
  private readonly began: ReadonlyMap<number, { readonly walk: Walk; readonly at: number }>
  private readonly noted = new Map<number, Walk>()
  private readonly surroundings: Surroundings
  private measuring = false
  private looked = 0

  constructor(ownSlot: number, began: ReadonlyMap<number, { readonly walk: Walk; readonly at: number }>) {
    this.surroundings = new Surroundings(this, ownSlot)
    this.began = began
  }

  begin(): void {
    this.measuring = true
  }

  see(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    this.surroundings.see(frame)
    if (frame.now - this.looked < 500) return
    this.looked = frame.now
    this.surroundings.look(frame.now)
  }

  introduce(bytes: Uint8Array): void {
    this.surroundings.introduce(decodePeople(bytes))
  }

  meet(): void {}

  leave(): void {}

  walk(slot: number, walk: Walk): void {
    const begun = this.began.get(slot)
    if (!begun || this.noted.get(slot) === begun.walk) return
    // The end of the path tells whether this is the walk that began last, or an older one told once more.
    const end = quantised(begun.walk).path.at(-1)
    const told = walk.path.at(-1)
    if (end?.x !== told?.x || end?.z !== told?.z) return
    this.noted.set(slot, begun.walk)
    if (this.measuring) this.seen.push(performance.now() - begun.at)
  }
}
