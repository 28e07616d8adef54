/** Starts the rehearsal crowd in a process of its own: however many they are, the rooms don't wait for them. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { HallPlan } from '../../shared/floorplan/model.ts'

export interface Rehearsal {
  /** Where the rooms are, e.g. http://127.0.0.1:8080 */
  readonly url: string
  /** `MountedRooms.rehearsalSecret` */
  readonly secret: string
  readonly hallId: string
  readonly plan: HallPlan
  readonly count: number
  /** A seat in some instance of the hall: `MountedRooms.directory.seat(hallId, null)`. */
  seat(): Promise<string>
}

export type ToCrowd =
  | { readonly begin: Omit<Rehearsal, 'seat'> }
  | { readonly seat: { readonly request: number; readonly roomId: string | null } }
export type FromCrowd = { readonly wantsSeat: number }

export interface RunningRehearsal {
  stop(): void
}

export function startRehearsal({ seat, ...begin }: Rehearsal): RunningRehearsal {
  const child = fork(join(import.meta.dirname, 'process.ts'), { execArgv: [] })
  const tell = (message: ToCrowd): void => {
    if (child.connected) child.send(message)
  }
  child.on('message', async ({ wantsSeat }: FromCrowd) => {
    // No seat now: the visitor tries again later.
    const roomId = await seat().catch(() => null)
    tell({ seat: { request: wantsSeat, roomId } })
  })
  tell({ begin })
  return { stop: () => void child.kill() }
}
