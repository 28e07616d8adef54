import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyLook } from '../../shared/people/look.ts'
import { alleya, start, startServer } from './program.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alleya-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the server, which must give up: its only sentence. */
async function refusalWith(settings: Record<string, string>): Promise<string> {
  const { status, stdout, stderr } = await start('game-server/main.ts', [], {
    DATA_DIR: join(folder, 'x'),
    ...settings,
  }).ended
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/ {4}at |Error:/)
  return stderr.trim()
}

describe('a start that cannot be', () => {
  test.each([
    ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535, not «abc».'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, not «70000».'],
    ['PORT', '80.5', 'PORT must be a whole number from 0 to 65535, not «80.5».'],
    [
      'PUBLIC_URL',
      'salon.example/path',
      'PUBLIC_URL must be an address such as https://salon.example, without a path, not «salon.example/path».',
    ],
    [
      'DATABASE_URL',
      'mysql://root:password@host/db',
      'DATABASE_URL must be an address such as postgres://user:password@host:5432/alleya, not «…».',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not «loud».'],
    ['DEMO_CROWD', '-1', 'DEMO_CROWD must be a whole number from 0 to 5000, not «-1».'],
    ['HALL_CAPACITY', '0', 'HALL_CAPACITY must be a whole number from 1 to 10000, not «0».'],
    ['AUTH_SECRET', 'short', 'AUTH_SECRET must be at least 32 characters long, not «…».'],
  ])('for a bad %s says so: %s', async (name, value, sentence) => {
    expect(await refusalWith({ [name]: value })).toBe(sentence)
  })

  test('for a taken port says which', async () => {
    const taken = createServer().listen(0)
    await new Promise((ready) => taken.once('listening', ready))
    const { port } = taken.address() as { port: number }
    expect(await refusalWith({ PORT: String(port) })).toBe(
      `Port ${port} is taken by another program: stop it, or choose another port with PORT.`,
    )
    taken.close()
  })

  test('for a data directory that is a file, or not ours to write, says where', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(await refusalWith({ DATA_DIR: file })).toContain(`Cannot write to the data directory ${file} (`)
    expect(await refusalWith({ DATA_DIR: join(file, 'below') })).toContain('Set DATA_DIR.')
  })

  test.skipIf(process.getuid?.() === 0)('for a read-only data directory says where', async () => {
    const locked = join(folder, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0o500)
    expect(await refusalWith({ DATA_DIR: locked })).toContain(`Cannot write to the data directory ${locked} (EACCES)`)
  })

  test('for a database or a Redis that is not there says so', async () => {
    expect(await refusalWith({ PORT: '0', DATABASE_URL: 'postgres://user@127.0.0.1:9/none' })).toBe(
      'Cannot reach the database (connect ECONNREFUSED 127.0.0.1:9). Check DATABASE_URL.',
    )
    expect(await refusalWith({ PORT: '0', REDIS_URL: 'redis://127.0.0.1:9' })).toBe(
      'Cannot reach Redis (connect ECONNREFUSED 127.0.0.1:9). Check REDIS_URL.',
    )
  })
})

describe('the server', { timeout: 180_000 }, () => {
  const ANNA = { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: true }

  /** Comes in; a function that tells who one is at another address of the same salon. */
  async function enter(url: string): Promise<(at: string) => Promise<unknown>> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api/me`, { method: 'POST', headers, body: JSON.stringify(ANNA) })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return async (at) => (await fetch(`${at}/api/me`, { headers: { cookie } })).json()
  }

  test('keeps what it acknowledged over restarts and kills, and opens again within 5 s', async () => {
    const settings = { DATA_DIR: join(folder, 'kept') }
    const first = await startServer(settings)
    expect(first.said().trim().split('\n')[0]).toMatch(/^Alleya is open: http:\/\/localhost:\d+$/)
    const [, email, password] = /organizer +(\S+) +(\S+)/.exec(first.said()) ?? []
    const signIn = await fetch(`${first.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(signIn.status).toBe(200)
    const salon = await (await fetch(`${first.url}/api/salon`)).json()
    const anna = await enter(first.url)
    const annaBefore = await anna(first.url)
    first.signal('SIGTERM')
    expect((await first.ended).status).toBe(0)

    const { running: second, seconds } = await timed(() => startServer(settings))
    expect(await anna(second.url)).toEqual(annaBefore)
    expect(await (await fetch(`${second.url}/api/salon`)).json()).toEqual(salon)
    const boris = await enter(second.url)
    const borisBefore = await boris(second.url)
    second.signal('SIGKILL')
    await second.ended

    const { running: third, seconds: afterKill } = await timed(() => startServer(settings))
    expect(await anna(third.url)).toEqual(annaBefore)
    expect(await boris(third.url)).toEqual(borisBefore)
    expect(Math.max(seconds, afterKill)).toBeLessThan(5)

    third.signal('SIGINT')
    expect((await third.ended).status).toBe(0)
    expect((await alleya(['status'], settings)).stdout).toContain('People who have entered: 5')
  })

  test('has its data for itself', async () => {
    const settings = { DATA_DIR: join(folder, 'kept') }
    const running = await startServer(settings)
    const held = `The salon in ${settings.DATA_DIR} is open in another process`
    expect(await refusalWith({ PORT: '0', ...settings })).toContain(held)
    const other = await alleya(['status'], settings)
    expect(other).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(held) })
    running.signal('SIGTERM')
    await running.ended
  })
})

/** How long a start takes by itself: other tests may be keeping the machine busy. */
async function timed(start: () => ReturnType<typeof startServer>) {
  const begun = performance.now()
  const running = await start()
  return { running, seconds: running.cpuSeconds() ?? (performance.now() - begun) / 1000 }
}
