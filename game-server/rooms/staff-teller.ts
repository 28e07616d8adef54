import { isDeepStrictEqual } from 'node:util'
import type { HallPlan } from '../../shared/floorplan/model.ts'
import type { Staffing, StaffMember } from '../../shared/rooms/hall.ts'

/** What those in one room are told of who staffs its booths: all of it when they come, then what changes. */
export class StaffTeller {
  private readonly look: () => ReadonlyMap<string, readonly StaffMember[]>
  private exhibitors: readonly string[] = []
  private told: Readonly<Record<string, readonly StaffMember[]>> = {}

  /** `look`: who staffs which booth now, in the whole salon. */
  constructor(look: () => ReadonlyMap<string, readonly StaffMember[]>) {
    this.look = look
  }

  /** The hall is laid out so from now on. */
  ask(plan: HallPlan): void {
    this.exhibitors = plan.booths.flatMap(({ exhibitorId }) => exhibitorId ?? [])
    this.told = this.now()
  }

  whole(): Staffing {
    return { whole: true, booths: this.told }
  }

  /** What changed since it was last told; null: nothing. */
  news(): Staffing | null {
    const before = this.told
    this.told = this.now()
    const changed = this.exhibitors.filter((id) => !isDeepStrictEqual(before[id], this.told[id]))
    if (changed.length === 0) return null
    return { whole: false, booths: Object.fromEntries(changed.map((id) => [id, this.told[id] ?? []])) }
  }

  private now(): Readonly<Record<string, readonly StaffMember[]>> {
    const staffed = this.look()
    return Object.fromEntries(
      this.exhibitors.flatMap((id) => {
        const staff = staffed.get(id)
        return staff ? [[id, staff]] : []
      }),
    )
  }
}
