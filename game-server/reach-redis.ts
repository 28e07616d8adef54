import { connect } from 'node:net'
import { CannotStart } from './cannot-start.ts'

const PATIENCE = 5000

/**
 * Whether somebody answers where Redis should be. Its clients would go on trying without a word.
 *
 * @throws CannotStart
 */
export async function reachRedis(redisUrl: string): Promise<void> {
  const { hostname, port } = new URL(redisUrl)
  const refusal = await new Promise<string | null>((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379), timeout: PATIENCE })
    const settle = (reason: string | null) => () => {
      socket.destroy()
      resolve(reason)
    }
    socket.once('connect', settle(null))
    socket.once('timeout', settle('no answer'))
    socket.once('error', (error) => settle(error.message)())
  })
  if (refusal !== null) throw new CannotStart(`Cannot reach Redis (${refusal}). Check REDIS_URL.`)
}
