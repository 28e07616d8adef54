import { randomUUID } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '../../shared/salon/problem.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'

const server = process.env.TEST_DATABASE_URL

/** A line to the database that can be cut and mended. */
class Line {
  private readonly target: URL
  private readonly ends = new Set<Socket>()
  private listener: Server | null = null
  port = 0

  constructor(target: string) {
    this.target = new URL(target)
  }

  async mend(): Promise<void> {
    this.listener = createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname)
      for (const end of [near, far]) {
        this.ends.add(end)
        end.on('error', () => {}).on('close', () => this.ends.delete(end))
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((ready) => this.listener?.listen(this.port, '127.0.0.1', ready))
    this.port = (this.listener.address() as { port: number }).port
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.listener?.close(done))
    for (const end of this.ends) end.destroy()
    await closed
  }
}

describe.skipIf(!server)(`while PostgreSQL is gone${server ? '' : ' (skipped: TEST_DATABASE_URL is not set)'}`, () => {
  const name = `alleya_${randomUUID().replaceAll('-', '')}`
  const asked = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  let line: Line
  let open: TestSalon
  beforeAll(async () => {
    await asked(`create database ${name}`)
    line = new Line(server ?? '')
    await line.mend()
    const through = new URL(server ?? '')
    through.pathname = `/${name}`
    through.host = `127.0.0.1:${line.port}`
    open = await openTestSalon({ DATABASE_URL: through.href })
  }, 180_000)
  afterAll(async () => {
    await open.close()
    await line.cut()
    await asked(`drop database ${name} with (force)`)
  })

  test('what was read before is still answered, the rest says when to come back, and it heals by itself', async () => {
    const before = await (await fetch(`${open.url}/api/exhibitors`)).json()
    await line.cut()
    // Longer than an answer is taken for granted.
    await new Promise((later) => setTimeout(later, 1100))

    expect(await (await fetch(`${open.url}/api/exhibitors`)).json()).toEqual(before)
    for (const path of ['/api/health', '/api/sessions', '/api/search?q=x&language=ru']) {
      const answer = await fetch(`${open.url}${path}`)
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '5'])
      expect(problem.parse(await answer.json())).toMatchObject({ error: 'unavailable', retryAfterSeconds: 5 })
    }

    await line.mend()
    expect((await fetch(`${open.url}/api/health`)).status).toBe(200)
    expect((await fetch(`${open.url}/api/sessions`)).status).toBe(200)
  })
})
