/** Rooms on a server that is not theirs alone: sockets and `/matchmake/*` are ours, everything else somebody else's. */
import { randomBytes } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { LocalDriver, LocalPresence, matchMaker } from '@colyseus/core'
import { setLogger } from '@colyseus/core/Logger'
import { RedisDriver } from '@colyseus/redis-driver'
import { RedisPresence } from '@colyseus/redis-presence'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { HALL_ROOM } from '../../shared/rooms/hall.ts'
import { readPass } from '../rehearsal/pass.ts'
import type { RoomDeps, RoomLog } from './deps.ts'
import { HallDirectory } from './directory.ts'
import { HallRoom } from './hall.ts'
import { JoinLimit } from './join-limit.ts'
import { matchmakeListener } from './matchmake.ts'
import { RoomsNewsroom } from './newsroom.ts'
import { isOurs } from './origin.ts'
import { Register } from './register.ts'
import { Roll } from './roll.ts'

/** Largest message a client may send, bytes: a walk of `MAX_POINTS` takes 300, a line of chat 1,300. */
const MAX_PAYLOAD = 4096
/** How often listings that others lost are put back, ms. */
const RESTORES = 10_000

/** Longest we take to say goodbye, ms. */
const GOODBYE = 1500

export interface MountedRooms {
  /** The instances of halls and seats in them. */
  readonly directory: HallDirectory
  /** Tells news to whoever is in a hall. */
  readonly newsroom: RoomsNewsroom
  /** Who staffs booths now. */
  readonly roll: Roll
  /** Answers `/matchmake/*`. */
  readonly listener: RequestListener
  /** What the rehearsal crowd of this process shows to be let in (`rehearsal/start.ts`). */
  readonly rehearsalSecret: string
  /** Says goodbye to everybody (they come back to the next process by themselves) and frees what rooms hold. */
  close(): Promise<void>
}

/**
 * Opens the rooms: takes over the upgrades of `server`, and connects to the other processes where `redisUrl` is given.
 * One per process, because Colyseus is.
 */
export async function mountRooms(server: Server, deps: RoomDeps): Promise<MountedRooms> {
  const { redisUrl, log = STDERR } = deps
  setLogger(frameworkLog(log))
  await matchMaker.setup(
    redisUrl ? new RedisPresence(redisUrl) : new LocalPresence(),
    redisUrl ? redisDriver(redisUrl, log) : new LocalDriver(),
    deps.processAddress ?? undefined,
  )
  const rehearsalSecret = randomBytes(32).toString('base64url')
  const register = new Register()
  const newsroom = new RoomsNewsroom(register)
  const roll = new Roll(register, deps.attendantBy)
  const joins = new JoinLimit()
  HallRoom.deps = {
    ...deps,
    log,
    authenticate: async (headers) => readPass(headers, rehearsalSecret) ?? (await deps.authenticate(headers)),
    register,
    newsroom,
    roll,
    limitJoins: (guest) => {
      if (!guest.simulated) joins.take(guest.personId)
    },
  }
  matchMaker.defineRoomType(HALL_ROOM, HallRoom)
  await matchMaker.accept()
  await register.open()
  await newsroom.open()
  await roll.open()

  const transport = new WebSocketTransport({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    // Rooms ping, spread over time (heartbeat.ts).
    pingInterval: 0,
    beforeUpgrade: (_request, { headers }) =>
      isOurs(headers, deps.publicUrl) ? undefined : new Response(null, { status: 403 }),
  })
  transport.attachToServer(server)
  const restoring = redisUrl ? setInterval(() => void restore(register), RESTORES).unref() : undefined

  return {
    directory: new HallDirectory(deps.hallCapacity, register),
    newsroom,
    roll,
    listener: matchmakeListener({
      publicUrl: deps.publicUrl,
      trustedProxies: deps.trustedProxies ?? 0,
      log,
      isOurCrowd: (headers) => readPass(headers, rehearsalSecret) !== null,
    }),
    rehearsalSecret,
    close: async () => {
      clearInterval(restoring)
      await roll.close()
      await newsroom.close()
      await register.close()
      // Rooms wait for whoever has a seat and has not come yet; nobody has to wait for those.
      await Promise.race([matchMaker.gracefullyShutdown(), sleep(GOODBYE)])
      await matchMaker.driver.cleanup?.(matchMaker.processId)
      transport.shutdown()
      matchMaker.presence.shutdown()
      await matchMaker.driver.shutdown()
    },
  }
}

/** Redis may come back empty: whatever is still here is made known again. */
async function restore(register: Register): Promise<void> {
  try {
    await matchMaker.restoreMissingRoomCaches()
    await register.restore()
  } catch {
    // Still gone; the next round tries again.
  }
}

const STDERR: RoomLog = {
  debug: () => {},
  error: (details, message) => console.error(message, details),
}

/** What the framework has to say, which is mostly about clients that do not keep to its protocol. */
function frameworkLog(log: RoomLog): Parameters<typeof setLogger>[0] {
  const debug = (...said: unknown[]): void => log.debug({ said }, 'colyseus')
  return { trace: debug, debug, info: debug, warn: debug, error: debug }
}

/** The framework's driver, whose connection says on stderr that Redis is away unless somebody else listens. */
function redisDriver(redisUrl: string, log: RoomLog): RedisDriver {
  const driver = new RedisDriver(redisUrl)
  const { _client: client } = driver as unknown as { _client: EventEmitter }
  client.on('error', (err: Error) => log.debug({ err }, 'Redis is away'))
  return driver
}
