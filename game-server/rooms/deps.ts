import type { FootfallSum } from '../../shared/figures/footfall.ts'
import type { HallPlan } from '../../shared/floorplan/model.ts'
import type { Look } from '../../shared/people/look.ts'
import type { HeldRole } from '../../shared/people/rights.ts'
import type { Attendant } from '../services/attendance.ts'

/** Who is behind a socket. `simulated` only for the rehearsal crowd, which proves itself with a secret of this process. */
export interface Guest {
  readonly personId: string
  /**
   * Id of the session they came with: when it ends, the socket closes. Null for the simulated. (Colyseus would take a
   * field `sessionId` for its own.)
   */
  readonly session: string | null
  readonly name: string
  readonly look: Look
  readonly roles: readonly HeldRole[]
  readonly simulated: boolean
}

/** Where rooms write what operators should know. A pino logger is one. */
export interface RoomLog {
  debug(details: object, message: string): void
  error(details: object, message: string): void
}

/** What rooms need from the rest of the server: services, seen through the smallest window. */
export interface RoomDeps {
  /** The person whose session cookie these headers carry, or null. */
  authenticate(headers: Headers): Promise<Guest | null>
  /** The published plan of a hall, or null when there is no such hall. */
  publishedHall(hallId: string): Promise<{ readonly plan: HallPlan; readonly version: number } | null>
  /** What somebody staffs while they are in the salon, or null. Absent: nobody staffs anything. */
  attendantBy?(personId: string): Promise<Attendant | null>
  /** Adds what one instance of a hall counted of where its visitors were. Absent: nobody asks. */
  addFootfall?(hallId: string, sum: FootfallSum): Promise<void>
  /** Most people in one instance of a hall. */
  readonly hallCapacity: number
  /** Origin that may open sockets besides our own. */
  readonly publicUrl: string | null
  readonly redisUrl: string | null
  /**
   * With several processes: `host[:port][/path]` under which browsers reach this very one. A hall instance lives on one
   * process, and its visitors' sockets go there.
   */
  readonly processAddress?: string | null
  /** How many proxies of ours write X-Forwarded-For; none when absent. */
  readonly trustedProxies?: number
  /** Absent: errors go to stderr, the rest nowhere. */
  readonly log?: RoomLog
}
