import { create } from 'zustand'
import type { Staffing, StaffMember } from '../../shared/rooms/hall.ts'

/** Who staffs the booths of our hall just now, by exhibitor: only what the room said. */
interface StaffStore {
  readonly byExhibitor: ReadonlyMap<string, readonly StaffMember[]>
  heard(staffing: Staffing): void
}

export const useStaff = create<StaffStore>()((set) => ({
  byExhibitor: new Map(),
  heard: ({ whole, booths }) =>
    set(({ byExhibitor }) => ({
      byExhibitor: new Map(
        [...(whole ? [] : byExhibitor), ...Object.entries(booths)].filter(
          ([id, staff]) => (booths[id] ?? staff).length > 0,
        ),
      ),
    })),
}))

const NOBODY: readonly StaffMember[] = []

/** Those who staff an exhibitor's booth now. */
export const useStaffOf = (exhibitorId: string | null): readonly StaffMember[] =>
  useStaff(({ byExhibitor }) => byExhibitor.get(exhibitorId ?? '') ?? NOBODY)

/** Whether somebody is there for visitors right now. Calls and webinars at the booth will count here, too. */
export const isLive = ({ byExhibitor }: Pick<StaffStore, 'byExhibitor'>, exhibitorId: string | null): boolean =>
  exhibitorId !== null && byExhibitor.has(exhibitorId)
