/** The server under measurement, a process of its own: `server.ts <scheme> <people> <file for a profile>`. */
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Session } from 'node:inspector/promises'
import type { AddressInfo } from 'node:net'
import { matchMaker } from '@colyseus/core'
import { mountRooms } from '../../../game-server/rooms/mount.ts'
import { field } from './field.ts'
import { LoopLag } from './loop-lag.ts'
import type { Command, Scheme, ServerFigures, ServerReady } from './messages.ts'
import { NearestRoom, PlainRoom } from './streaming-rooms.ts'

const scheme = process.argv[2] as Scheme
const people = Number(process.argv[3])
const profileFile = process.argv[4]
const plan = field(people)

const server = createServer((request, response) => rooms.listener(request, response))
const rooms = await mountRooms(server, {
  authenticate: async () => null,
  publishedHall: async (id) => (id === plan.hall.id ? { plan, version: 1 } : null),
  hallCapacity: people,
  publicUrl: null,
  redisUrl: null,
})
matchMaker.defineRoomType('plain', PlainRoom)
matchMaker.defineRoomType('stateview', NearestRoom)
const roomId =
  scheme === 'walks' ? await rooms.directory.seat(plan.hall.id, null) : (await matchMaker.createRoom(scheme, {})).roomId

const lag = new LoopLag()
let cpu = process.cpuUsage()
let began = performance.now()

const inspector = new Session()

process.on('message', async (command: Command) => {
  if (command === 'begin') {
    await profile('start')
    lag.reset()
    cpu = process.cpuUsage()
    began = performance.now()
  } else {
    process.send?.(figures())
    await profile('stop')
  }
})
process.on('disconnect', () => process.exit(0))

server.listen(0, '127.0.0.1', 4096, () => {
  const { port } = server.address() as AddressInfo
  const ready: ServerReady = { url: `http://127.0.0.1:${port}`, roomId, secret: rooms.rehearsalSecret }
  process.send?.(ready)
})

function figures(): ServerFigures {
  const { user, system } = process.cpuUsage(cpu)
  const cpuCores = (user + system) / 1000 / (performance.now() - began)
  return { cpuCores, loopLagP99Ms: lag.percentile(0.99), loopLagMaxMs: lag.percentile(1) }
}

async function profile(step: 'start' | 'stop'): Promise<void> {
  if (!profileFile) return
  if (step === 'start') {
    inspector.connect()
    await inspector.post('Profiler.enable')
    await inspector.post('Profiler.start')
  } else writeFileSync(profileFile, JSON.stringify((await inspector.post('Profiler.stop')).profile))
}
