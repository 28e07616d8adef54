/**
 * A salon of our own for a browser test: the real server as its own process, with the demo in a folder of its own.
 * As vitest's global set-up this file builds the client and seeds the demo once; `openSalon` copies that folder.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { buildClient } from '../../scripts/build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a seeded demo, to be copied. */
    seeded: string
  }
}

const root = resolve(import.meta.dirname, '../..')

export async function setup(project: TestProject): Promise<() => void> {
  await buildClient()
  const folder = mkdtempSync(join(tmpdir(), 'alleya-e2e-'))
  const seeded = join(folder, 'seeded')
  const salon = await start(seeded, await freePort(), {})
  await salon.stop()
  project.provide('seeded', seeded)
  return () => rmSync(folder, { recursive: true, force: true })
}

export interface Salon {
  readonly url: string
  /** What to sign in with as one of the demo's people. */
  accountOf(who: 'visitor' | 'exhibitor' | 'organizer'): { email: string; password: string }
  /** Ends the server, gracefully by default, and starts it again on the same port and data. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Ends the server and leaves it down until `restart`. */
  halt(): Promise<void>
  close(): Promise<void>
}

/** A running salon on a free port with a copy of the seeded demo. `settings` are environment variables. */
export async function openSalon(settings: Record<string, string> = {}): Promise<Salon> {
  const data = mkdtempSync(join(tmpdir(), 'alleya-salon-'))
  cpSync(inject('seeded'), data, { recursive: true })
  const port = await freePort()
  let running = await start(data, port, settings)
  return {
    url: running.url,
    accountOf(who) {
      const [, email, password] = new RegExp(`${who}\\s+(\\S+@\\S+)\\s+(\\S+)`).exec(running.said()) ?? []
      if (!email || !password) throw new Error(`The demo has no ${who}.`)
      return { email, password }
    },
    async restart(signal = 'SIGTERM') {
      await running.stop(signal)
      running = await start(data, port, settings)
    },
    async halt() {
      await running.stop()
    },
    async close() {
      await running.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

interface Running {
  readonly url: string
  /** What it has printed. */
  said(): string
  stop(signal?: NodeJS.Signals): Promise<void>
}

async function start(data: string, port: number, settings: Record<string, string>): Promise<Running> {
  const server = spawn(process.execPath, [join(root, 'game-server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEMO_CROWD: '0', ...settings, PORT: String(port), DATA_DIR: data },
  })
  let said = ''
  const collect = (chunk: Buffer): void => {
    said += chunk.toString()
  }
  server.stdout.on('data', collect)
  server.stderr.on('data', collect)
  const url = `http://127.0.0.1:${port}`
  await untilReady(server, url, () => said)
  return { url, said: () => said, stop: (signal = 'SIGTERM') => end(server, signal) }
}

async function untilReady(server: ChildProcess, url: string, said: () => string): Promise<void> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}:\n${said()}`)
    const healthy = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((wake) => setTimeout(wake, 200))
  }
  await end(server, 'SIGKILL')
  throw new Error(`The server was not ready after two minutes:\n${said()}`)
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  await gone
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
