import type { Look } from '../../shared/people/look.ts'
import type { HallInstance } from '../../shared/salon/model.ts'

/** Where people are now: what the API asks the rooms. `main.ts` connects it to the directory of hall instances. */
export interface Whereabouts {
  /** Instances of a hall, fullest first. */
  instances(hallId: string): Promise<HallInstance[]>
  /**
   * A seat in an instance: the wished one, or any with room, opened if need be.
   *
   * @returns its room id
   * @throws Refused `hall-full` when the wished one has no room, `not-found` when it or the hall does not exist
   */
  seat(hallId: string, roomId: string | null): Promise<string>
  /** Where somebody walks now, or null. */
  find(personId: string): Promise<{ readonly hallId: string; readonly roomId: string } | null>
  /** Closes the connections that somebody opened with these sessions, which are no more. */
  release(personId: string, sessionIds: readonly string[]): Promise<void>
  /** Lets everybody see somebody's new name and look where they walk now. */
  present(personId: string, as: { readonly name: string; readonly look: Look }): Promise<void>
}
