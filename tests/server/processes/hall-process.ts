/** A process with rooms of its own behind a shared Redis: `hall-process.ts <redis url>`; it answers orders by IPC. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mountRooms } from '../../../game-server/rooms/mount.ts'
import type { Attendant } from '../../../game-server/services/attendance.ts'
import type { Booth } from '../../../shared/floorplan/model.ts'
import { guest, PARK } from '../small-hall.ts'

export type Order =
  | { readonly order: 'seat'; readonly roomId: string | null }
  | { readonly order: 'instances' }
  | { readonly order: 'find'; readonly personId: string }
  | { readonly order: 'release'; readonly personId: string; readonly sessions: readonly string[] }
  | { readonly order: 'typing'; readonly to: readonly string[]; readonly booth: string | null }
  | { readonly order: 'rename'; readonly personId: string; readonly name: string }

const TYPING = { news: 'typing', exhibitorId: 'oaks', conversationId: 'c', personId: 'zoe', name: 'Zoe' } as const

/** Behind the hedge: a booth that those are staff of whose names begin so. */
const BOOTH: Booth = {
  ...{ type: 'booth', id: 'b', hallId: 'park', x: 25, z: 15, width: 3, depth: 3, heading: 0 },
  ...{ number: '1', exhibitorId: 'oaks', pavilion: null },
}
const attendantBy = async (personId: string): Promise<Attendant | null> =>
  personId.startsWith('staff')
    ? { personId, name: `Name of ${personId}`, booths: [{ exhibitorId: 'oaks', role: 'representative' }] }
    : null

const server = createServer((request, response) => rooms.listener(request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const rooms = await mountRooms(server, {
  authenticate: async (headers) => {
    const person = guest(headers.get('x-person') ?? '')
    const role = { role: 'representative', scope: { kind: 'exhibitor', id: 'oaks' } } as const
    return person.personId.startsWith('staff') ? { ...person, roles: [role] } : person
  },
  attendantBy,
  publishedHall: async () => ({ plan: { ...PARK, booths: [BOOTH] }, version: 1 }),
  hallCapacity: 2,
  publicUrl: null,
  redisUrl: process.argv[2] as string,
  processAddress: `127.0.0.1:${port}`,
})

process.on('message', async (order: Order) => {
  const { directory, newsroom } = rooms
  try {
    if (order.order === 'seat') process.send?.(await directory.seat('park', order.roomId))
    else if (order.order === 'find') process.send?.({ found: await directory.find(order.personId) })
    else if (order.order === 'release')
      process.send?.({ done: await directory.release(order.personId, order.sessions) })
    else if (order.order === 'typing') {
      newsroom.tell({ people: order.to, booth: order.booth }, TYPING)
      process.send?.({ done: true })
    } else if (order.order === 'rename') {
      process.send?.({ done: await directory.present(order.personId, { ...guest(order.personId), name: order.name }) })
    } else process.send?.(await directory.instances('park'))
  } catch (error) {
    process.send?.({ error: String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.(`http://127.0.0.1:${port}`)
