import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './hall-world.ts'

/** Whether this machine has Redis; what needs it is skipped and says so where it has not. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0
if (!hasRedis) console.error('No redis-server on this machine: what several processes share is not tested.')

/** A Redis that keeps nothing, on a port of its own, which it has again after it was killed. */
export class RedisServer {
  readonly port: number
  private readonly folder = mkdtempSync(join(tmpdir(), 'alleya-redis-'))
  private process: ChildProcess | null = null

  private constructor(port: number) {
    this.port = port
  }

  static async open(): Promise<RedisServer> {
    const probe = createServer().listen(0)
    await once(probe, 'listening')
    const server = new RedisServer((probe.address() as { port: number }).port)
    probe.close()
    await server.start()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const port = String(this.port)
    this.process = spawn('redis-server', ['--port', port, '--save', '', '--dir', this.folder], { stdio: 'ignore' })
    await until(() => spawnSync('redis-cli', ['-p', port, 'ping']).status === 0)
  }

  async kill(): Promise<void> {
    if (!this.process) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    this.process = null
    await gone
  }

  async close(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true })
  }
}
