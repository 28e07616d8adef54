/** Our programs as the person at the keyboard meets them: processes with settings, output and an exit status. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  /** What it has said so far, on both channels. */
  said(): string
  signal(signal: NodeJS.Signals): void
  /** Seconds of processor time it has taken so far, however busy the machine is; null where that cannot be told. */
  cpuSeconds(): number | null
  readonly ended: Promise<Ended>
}

/** Starts `file` (from the root of the project). Of our environment it gets the path only. */
export function start(file: string, args: readonly string[], settings: Record<string, string>): Running {
  const child: ChildProcess = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const channel of ['stdout', 'stderr'] as const) {
    child[channel]?.setEncoding('utf8').on('data', (text: string) => {
      said[channel] += text
    })
  }
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, ...said }))
  return {
    said: () => said.stdout + said.stderr,
    signal: (signal) => void child.kill(signal),
    cpuSeconds: () => cpuSecondsOf(child.pid),
    ended,
  }
}

/** From Linux's `/proc/PID/stat`: fields 14 and 15, in hundredths of a second. */
function cpuSecondsOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Runs the server until it is open; its address. */
export async function startServer(settings: Record<string, string>): Promise<Running & { readonly url: string }> {
  const running = start('game-server/main.ts', [], { PORT: '0', DEMO_CROWD: '0', ...settings })
  let gone = false
  void running.ended.then(() => {
    gone = true
  })
  for (;;) {
    const url = /http:\S+/.exec(running.said())?.[0]
    if (url) return { ...running, url }
    if (gone) throw new Error(`The server did not open:\n${running.said()}`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

/** Runs `npm run alleya -- …args` to its end. */
export const alleya = (args: readonly string[], settings: Record<string, string>): Promise<Ended> =>
  start('game-server/import/cli.ts', args, settings).ended
