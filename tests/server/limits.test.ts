import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import type { ApiEnv } from '../../game-server/api/context.ts'
import { openLimits } from '../../game-server/api/limits.ts'

let server: Server
afterEach(() => void server.close())

/** Statuses of as many requests as an address may make in a minute, and one more. */
async function oneTooMany(trustedProxies: number, forwardedFor: (request: number) => string): Promise<number[]> {
  const app = new Hono<ApiEnv>()
  app.use(openLimits(trustedProxies).limit('enter'))
  app.get('/', (c) => c.text('in'))
  server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((ready) => server.listen(0, ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const statuses: number[] = []
  for (let request = 0; request < 61; request++) {
    const answer = await fetch(url, { headers: { 'x-forwarded-for': forwardedFor(request) } })
    statuses.push(answer.status)
  }
  return statuses
}

describe('limits', () => {
  test('cannot be got around by claiming to be somebody else', async () => {
    expect((await oneTooMany(0, (request) => `203.0.113.${request}`)).at(-1)).toBe(429)
    expect((await oneTooMany(1, (request) => `203.0.113.${request}, 198.51.100.7`)).at(-1)).toBe(429)
  })

  test('behind a proxy of ours count each visitor for themself', async () => {
    expect(await oneTooMany(1, (request) => `203.0.113.${request}`)).not.toContain(429)
    expect(await oneTooMany(2, (request) => `203.0.113.${request}, 198.51.100.7`)).not.toContain(429)
  })
})
