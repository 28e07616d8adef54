/** A crowd of simulated visitors of one hall, over real sockets, kept at its number as long as the hall lets it in. */
import type { HallPlan } from '../../shared/floorplan/model.ts'
import { encodeWalk } from '../../shared/presence/codec.ts'
import type { Walk } from '../../shared/presence/walk.ts'
import { CLOSE_MAKE_WAY } from '../../shared/rooms/hall.ts'
import { Ground } from './ground.ts'
import { HallSocket, NotLetIn } from './hall-socket.ts'
import { simulatedGuest } from './names.ts'
import { passOf, type SimulatedGuest } from './pass.ts'
import { type Limbs, mannerOf, Stroller } from './stroller.ts'

/** Milliseconds until the next one comes in. A crowd that arrives all at once looks like one. */
const APART = 250
/** Milliseconds until somebody whose connection broke, or whose place a person needed, comes back: at least, and more. */
const BACK = { broken: [1000, 4000], full: [30_000, 30_000] } as const

export interface RehearsalPlan {
  readonly url: string
  readonly secret: string
  readonly hallId: string
  readonly count: number
  readonly plan: HallPlan
  /** A seat in some instance of the hall. */
  seat(): Promise<string>
}

/** Lets the crowd in, one after another; it stays until the process ends. */
export function rehearse(rehearsal: RehearsalPlan): void {
  const ground = new Ground(rehearsal.plan)
  const crowd = crypto.randomUUID().slice(0, 8)
  for (let n = 0; n < rehearsal.count; n++) {
    const guest = simulatedGuest(crowd, n, Math.random)
    setTimeout(() => void comeIn(rehearsal, ground, guest, n), n * APART)
  }
}

async function comeIn(rehearsal: RehearsalPlan, ground: Ground, guest: SimulatedGuest, n: number): Promise<void> {
  const { url, secret, hallId } = rehearsal
  let timer: NodeJS.Timeout | undefined
  const comeBack = ([least, more]: readonly [number, number]): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void comeIn(rehearsal, ground, guest, n), least + Math.random() * more)
  }
  const begins = ground.begin(Math.random)
  const limbs = {
    walk: (walk: Walk) => socket?.walk(encodeWalk(walk)),
    wave: () => socket?.wave(),
  } satisfies Limbs
  const stroller = new Stroller(mannerOf(n), ground, limbs, begins, Math.random)
  const act = (): void => {
    if (!socket) return
    const now = socket.now()
    timer = setTimeout(act, stroller.act(now) - now)
  }
  let socket: HallSocket | undefined
  try {
    socket = await HallSocket.join(url, await rehearsal.seat(), { hallId, at: begins.at }, passOf(secret, guest), {
      onWelcome: ({ at, now }) => {
        stroller.corrected(at, now)
        timer = setTimeout(act, Math.random() * 5000)
      },
      onCorrection: (at) => stroller.corrected(at, socket?.now() ?? 0),
      onClose: (code) => comeBack(code === CLOSE_MAKE_WAY ? BACK.full : BACK.broken),
    })
  } catch (error) {
    comeBack(error instanceof NotLetIn && error.status === 409 ? BACK.full : BACK.broken)
  }
}
