import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Attempts } from '../../game-server/services/attempts.ts'
import { Refused } from '../../game-server/services/refused.ts'
import { until } from './hall-world.ts'
import { hasRedis, RedisServer } from './redis-server.ts'

describe.skipIf(!hasRedis)('attempts at two processes behind one Redis', () => {
  let redis: RedisServer
  let lines: Redis[]
  let one: Attempts
  let two: Attempts

  beforeAll(async () => {
    redis = await RedisServer.open()
    lines = [1, 2].map(() => new Redis(redis.url, { enableOfflineQueue: false, retryStrategy: () => 100 }))
    for (const line of lines) line.on('error', () => {})
    await until(() => lines.every(({ status }) => status === 'ready'))
    ;[one, two] = lines.map((line) => new Attempts(line)) as [Attempts, Attempts]
  })
  afterAll(async () => {
    for (const line of lines) line.disconnect()
    await redis.close()
  })

  const guess = (at: Attempts) => at.count('guess', 'anna@example.org', '203.0.113.7')

  test('are counted together: ten wrong ones are ten, wherever they were made', async () => {
    for (let i = 0; i < 10; i++) await guess(i % 2 === 0 ? one : two)
    await expect(guess(one)).rejects.toThrow(Refused)
    await expect(guess(two)).rejects.toThrow(Refused)
  })

  test('go on being counted, by each process, while Redis is away', async () => {
    await redis.kill()
    for (let i = 0; i < 10; i++) await one.count('guess', 'boris@example.org', '203.0.113.8')
    await expect(one.count('guess', 'boris@example.org', '203.0.113.8')).rejects.toThrow(Refused)
  })
})
