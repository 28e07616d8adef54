/**
 * Presence: what a hall of walking people costs, against rooms that stream positions, with the same visitors.
 *
 * `npm run bench -- presence --clients 1000`; beyond 2,000 only walks are measured, the others cannot keep up.
 * `--only walks|stateview|plain`, `--seconds` of measuring, `--profile <file>` for a CPU profile of the server meanwhile.
 * Every visitor needs an open file: `ulimit -n` above the number of clients.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  type Command,
  SCHEMES,
  type Scheme,
  type ServerFigures,
  type ServerReady,
  type VisitorFigures,
  type VisitorsTask,
} from './presence/messages.ts'

/** Visitors of one process: more would make it, not the server, the slow one. */
const PER_PROCESS = 5000
/** Beyond this many the rooms that stream are not measured. */
const MOST_STREAMING = 2000
/** From the last one in to the beginning of the measurement, seconds: walks are under way, many names are known. */
const WARM_UP = 40

interface Measured extends ServerFigures {
  readonly bytesPerClientPerSecond: number
  readonly seenP95Ms: number
  readonly corrections: number
  readonly lost: number
}

/** @throws Error when a process ends early */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '20' },
      only: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const clients = Number(values.clients)
  const seconds = Number(values.seconds)
  const schemes = SCHEMES.filter((scheme) =>
    values.only ? scheme === values.only : scheme === 'walks' || clients <= MOST_STREAMING,
  )
  const measured = new Map<Scheme, Measured>()
  for (const scheme of schemes) {
    const figures = await measure(scheme, clients, seconds, values.profile)
    console.log(`${scheme.padEnd(10)} ${JSON.stringify(figures)}`)
    measured.set(scheme, figures)
  }
  const [walks] = [...measured.values()] as [Measured]
  const stateview = measured.get('stateview')
  const plain = measured.get('plain')
  return {
    bench: 'presence',
    clients,
    cpuCores: rounded(walks.cpuCores, 3),
    cpuVsStateView: stateview ? rounded(stateview.cpuCores / walks.cpuCores, 1) : null,
    bytesVsPlain: plain ? Math.round(plain.bytesPerClientPerSecond / walks.bytesPerClientPerSecond) : null,
    bytesPerClientPerSecond: Math.round(walks.bytesPerClientPerSecond),
    loopLagP99Ms: rounded(walks.loopLagP99Ms, 1),
    seenP95Ms: Math.round(walks.seenP95Ms),
  }
}

async function measure(scheme: Scheme, people: number, seconds: number, profile?: string): Promise<Measured> {
  const server = fork(join(import.meta.dirname, 'presence/server.ts'), [scheme, String(people), profile ?? ''])
  const children = [server]
  try {
    const ready = await answerOf<ServerReady>(server)
    const crowds: ChildProcess[] = []
    for (let from = 0; from < people; from += PER_PROCESS) {
      const task: VisitorsTask = {
        ...{ ...ready, scheme, people, crowd: `bench${from}`, from },
        to: Math.min(people, from + PER_PROCESS),
      }
      const crowd = fork(join(import.meta.dirname, 'presence/visitors.ts'), [JSON.stringify(task)])
      // On a small machine: the server shall not wait for its visitors.
      if (crowd.pid) setPriority(crowd.pid, 19)
      children.push(crowd)
      crowds.push(crowd)
    }
    await Promise.all(crowds.map((crowd) => answerOf(crowd)))
    await sleep(WARM_UP * 1000)
    const begin: Command = 'begin'
    for (const child of children) child.send(begin)
    await sleep(seconds * 1000)
    const figures = await ask<ServerFigures>(server)
    const seen = await Promise.all(crowds.map((crowd) => ask<VisitorFigures>(crowd)))
    return summary(figures, seen, people, seconds)
  } finally {
    for (const child of children) if (child.connected) child.disconnect()
    await Promise.all(children.map((child) => child.exitCode === null && once(child, 'exit')))
  }
}

function summary(server: ServerFigures, crowds: VisitorFigures[], people: number, seconds: number): Measured {
  const total = (figure: (crowd: VisitorFigures) => number): number =>
    crowds.reduce((sum, crowd) => sum + figure(crowd), 0)
  const seen = crowds.flatMap((crowd) => crowd.seen).toSorted((a, b) => a - b)
  return {
    ...server,
    bytesPerClientPerSecond: total(({ bytes }) => bytes) / people / seconds,
    seenP95Ms: seen[Math.floor(seen.length * 0.95)] ?? Number.NaN,
    corrections: total(({ corrections }) => corrections),
    lost: total(({ lost }) => lost),
  }
}

async function ask<T>(child: ChildProcess): Promise<T> {
  const answer = answerOf<T>(child)
  const end: Command = 'end'
  child.send(end)
  return answer
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const early = once(child, 'exit').then(() => {
    throw new Error(`${child.spawnargs.slice(-3).join(' ')} ended early`)
  })
  const [answer] = await Promise.race([once(child, 'message'), early])
  early.catch(() => {})
  return answer as T
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
