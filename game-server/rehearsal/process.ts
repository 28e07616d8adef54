/** The process of the rehearsal crowd; `start.ts` forks it, and it ends with its parent. */
import { rehearse } from './crowd.ts'
import type { FromCrowd, ToCrowd } from './start.ts'

const waiting = new Map<number, (roomId: string | null) => void>()
let requests = 0

async function seat(): Promise<string> {
  const request = requests++
  const answer = new Promise<string | null>((resolve) => waiting.set(request, resolve))
  process.send?.({ wantsSeat: request } satisfies FromCrowd)
  const roomId = await answer
  waiting.delete(request)
  if (roomId === null) throw new Error('no seat')
  return roomId
}

process.on('message', (message: ToCrowd) => {
  if ('begin' in message) rehearse({ ...message.begin, seat })
  else waiting.get(message.seat.request)?.(message.seat.roomId)
})
process.on('disconnect', () => process.exit(0))
