/** A process with rooms of its own behind a shared Redis: `hall-process.ts <redis url>`; it answers orders by IPC. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mountRooms } from '../../../game-server/rooms/mount.ts'
import { guest, PARK } from '../small-hall.ts'

export type Order =
  | { readonly order: 'seat'; readonly roomId: string | null }
  | { readonly order: 'instances' }
  | { readonly order: 'find'; readonly personId: string }
  | { readonly order: 'release'; readonly personId: string; readonly sessions: readonly string[] }
  | { readonly order: 'typing'; readonly to: readonly string[]; readonly booth: string | null }
  | { readonly order: 'rename'; readonly personId: string; readonly name: string }

const TYPING = { news: 'typing', exhibitorId: 'oaks', conversationId: 'c', personId: 'zoe', name: 'Zoe' } as const

const server = createServer((request, response) => rooms.listener(request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const rooms = await mountRooms(server, {
  authenticate: async (headers) => guest(headers.get('x-person') ?? ''),
  publishedHall: async () => ({ plan: PARK, version: 1 }),
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
