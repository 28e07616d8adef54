import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from './cannot-start.ts'

/** The one port everything is reached by. */
export interface Door {
  readonly server: Server
  readonly port: number
  /** Who answers from now on; until then visitors are told to come back in a moment. */
  answer(listener: RequestListener): void
  /** Lets nobody in any more and waits for answers under way, at most `patience` milliseconds. */
  close(patience: number): Promise<void>
}

/**
 * Takes the port at once, so that a taken one is told before anything else is touched.
 *
 * @throws CannotStart
 */
export async function openDoor(port: number): Promise<Door> {
  let listener: RequestListener = notYet
  let closed: Promise<void> | null = null
  const server = createServer((request, response) => listener(request, response))
  await listen(server, port)
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answer(next) {
      listener = next
    },
    close(patience) {
      closed ??= close(server, patience)
      return closed
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotStart(refusal(error, port))))
    server.listen(port, resolve)
  })
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(impatient)
}

function refusal(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop it, or choose another port with PORT.`
  }
  if (error.code === 'EACCES') return `Port ${port} needs rights we don't have: choose one above 1023 with PORT.`
  return `Cannot listen on port ${port} (${error.message}).`
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, {
    'retry-after': '2',
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end('Alleya is opening. Come back in a moment.\n')
}
