/** Simulated visitors of one scheme, a process of its own: `visitors.ts <task as JSON>`. */
import { Queue } from '../../../game-server/presence/queue.ts'
import { Ground } from '../../../game-server/rehearsal/ground.ts'
import { HallSocket } from '../../../game-server/rehearsal/hall-socket.ts'
import { simulatedGuest } from '../../../game-server/rehearsal/names.ts'
import { passOf } from '../../../game-server/rehearsal/pass.ts'
import { mannerOf, Stroller } from '../../../game-server/rehearsal/stroller.ts'
import { randomFrom } from '../../../shared/floorplan/random.ts'
import { encodeWalk } from '../../../shared/presence/codec.ts'
import { arrivesAt, positionAt, type Walk } from '../../../shared/presence/walk.ts'
import { HALL_UP } from '../../../shared/rooms/hall.ts'
import { field } from './field.ts'
import type { Command, VisitorFigures, VisitorsTask } from './messages.ts'
import { Onlooker } from './onlooker.ts'
import { STREAM_HZ } from './streaming-rooms.ts'

const task = JSON.parse(process.argv[2] as string) as VisitorsTask
/** One visitor in so many looks at what it is told; the others only count the bytes. */
const ONLOOKERS = 20
/** Joins under way at once. */
const AT_ONCE = 40
const TICK = 10
/** Milliseconds between two pings of one visitor, as in client/net. */
const PINGS = 15_000

const plan = field(task.people)
const ground = new Ground(plan)
const random = randomFrom(task.from + 1)

interface Visitor {
  readonly stroller: Stroller
  socket: HallSocket | null
  onlooker: Onlooker | null
}

const visitors: Visitor[] = []
const due = new Queue()
/** When walks began, by slot: what onlookers compare with. */
const began = new Map<number, { walk: Walk; at: number }>()
let corrections = 0
let lost = 0

async function comeIn(n: number): Promise<void> {
  const begins = ground.begin(random)
  let slot = -1
  const limbs = {
    walk: (walk: Walk) => {
      if (task.scheme !== 'walks') return
      const bytes = encodeWalk(walk)
      began.set(slot, { walk, at: performance.now() })
      visitor.socket?.walk(bytes)
    },
    wave: () => {
      if (task.scheme === 'walks') visitor.socket?.wave()
    },
  }
  const visitor: Visitor = {
    stroller: new Stroller(mannerOf(n), ground, limbs, begins, random),
    socket: null,
    onlooker: null,
  }
  const guest = simulatedGuest(task.crowd, n, random)
  const options = { hallId: plan.hall.id, at: begins.at }
  const welcomed = Promise.withResolvers<void>()
  visitor.socket = await HallSocket.join(task.url, task.roomId, options, passOf(task.secret, guest), {
    onWelcome: (welcome) => {
      slot = welcome.slot
      visitor.stroller.corrected(welcome.at, welcome.now)
      if (task.scheme === 'walks' && n % ONLOOKERS === 0) visitor.onlooker = new Onlooker(slot, began)
      due.set(visitors.push(visitor) - 1, performance.now() + random() * 10_000)
      if (task.scheme !== 'walks') visitor.socket?.stopListening()
      welcomed.resolve()
    },
    onFrame: (bytes) => visitor.onlooker?.see(bytes),
    onPeople: (bytes) => visitor.onlooker?.introduce(bytes),
    onCorrection: (correction) => {
      corrections++
      visitor.stroller.corrected(correction, visitor.socket?.now() ?? 0)
    },
    onClose: () => {
      lost++
      welcomed.reject(new Error('closed before it was welcome'))
    },
  })
  await welcomed.promise
}

async function arrive(n: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await comeIn(n)
      return
    } catch (error) {
      // A seat is kept for a few seconds, which may be too few for the last in a long queue.
      if (tries === 3) throw error
    }
  }
}

function stroll(): void {
  const now = performance.now()
  while (due.next <= now) {
    const index = due.first
    const { stroller, socket } = visitors[index] as Visitor
    if (!socket) continue
    const room = socket.now()
    due.set(index, now + Math.max(1, stroller.act(room) - room))
  }
}

// Everybody measures the clock every five seconds: some of them in every tick.
let pinged = performance.now()
let nextPing = 0
function ping(): void {
  const now = performance.now()
  const share = Math.floor(((now - pinged) / PINGS) * visitors.length)
  pinged += (share * PINGS) / Math.max(1, visitors.length)
  for (let i = 0; i < share; i++) {
    nextPing = (nextPing + 1) % visitors.length
    visitors[nextPing]?.socket?.ping()
  }
}

// Who streams sends its place ten times a second while it moves: some of them in every tick.
let streamed = performance.now()
let next = 0
function stream(): void {
  const now = performance.now()
  const share = Math.floor(((now - streamed) / 1000) * STREAM_HZ * visitors.length)
  streamed += (share * 1000) / STREAM_HZ / Math.max(1, visitors.length)
  for (let i = 0; i < share; i++) {
    next = (next + 1) % visitors.length
    const { stroller, socket } = visitors[next] as Visitor
    if (socket && socket.now() <= arrivesAt(stroller.walk) + 1000 / STREAM_HZ) sendPlace(socket, stroller.walk)
  }
}

function sendPlace(socket: HallSocket, walk: Walk): void {
  const { x, z } = positionAt(walk, socket.now())
  const place = Buffer.alloc(16)
  place.writeDoubleLE(x, 0)
  place.writeDoubleLE(z, 8)
  socket.sendBytes(HALL_UP.walk, place)
}

let bytes = 0
let cpu = process.cpuUsage()
let since = performance.now()
const received = (): number => visitors.reduce((sum, { socket }) => sum + (socket?.received ?? 0), 0)

process.on('message', (command: Command) => {
  if (command === 'begin') {
    bytes = received()
    corrections = 0
    lost = 0
    cpu = process.cpuUsage()
    since = performance.now()
    for (const { onlooker } of visitors) onlooker?.begin()
  } else process.send?.(figures())
})
process.on('disconnect', () => process.exit(0))

function figures(): VisitorFigures {
  const { user, system } = process.cpuUsage(cpu)
  return {
    bytes: received() - bytes,
    corrections,
    lost,
    seen: visitors.flatMap(({ onlooker }) => onlooker?.seen ?? []),
    cpuCores: (user + system) / 1000 / (performance.now() - since),
  }
}

ground.survey(random)
setInterval(stroll, TICK)
if (task.scheme === 'walks') setInterval(ping, TICK)
if (task.scheme !== 'walks') setInterval(stream, TICK)
let arriving = task.from
const door = async (): Promise<void> => {
  while (arriving < task.to) await arrive(arriving++)
}
await Promise.all(Array.from({ length: AT_ONCE }, door))
process.send?.('in')
