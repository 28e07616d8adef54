import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/**
 * Keeps a second process out of an embedded database, which two at once would corrupt.
 *
 * The lock is a socket that its owner listens on: it answers only while the owner lives, so what a killed process left
 * behind is recognised and taken over, whatever became of its process number.
 *
 * @returns how to let go
 * @throws CannotStart while another process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = socketPath(directory)
  for (let attempt = 0; attempt < 2; attempt++) {
    const held = await listen(path)
    if (held) return () => new Promise((done) => held.close(() => done()))
    if (await answers(path)) break
    rmSync(path, { force: true })
  }
  throw new CannotStart(
    `The salon in ${directory} is open in another process: stop it first, or use another DATA_DIR (or a PostgreSQL database).`,
  )
}

// Longer paths are not accepted for sockets by the systems we run on.
const LONGEST_SOCKET_PATH = 100

function socketPath(directory: string): string {
  const name = `alleya-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  const inside = join(directory, 'in-use.sock')
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `${name}.sock`)
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(path, () => resolve(server.unref()))
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
