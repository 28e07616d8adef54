import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/** A mail server that takes letters and shows them, as far as SMTP (RFC 5321) needs one to. */
export interface MailServer {
  readonly url: string
  /** Letters as they came, headers and all. */
  readonly letters: { readonly to: string; readonly data: string }[]
  /** Refuses the next so many letters with a passing failure. */
  refuse(count: number): void
  close(): Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const letters: MailServer['letters'] = []
  let refusals = 0
  const server = createServer((socket) => {
    converse(socket, {
      refuses: () => refusals-- > 0,
      take: (to, data) => letters.push({ to, data }),
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refuse: (count) => {
      refusals = count
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

function converse(socket: Socket, post: { refuses(): boolean; take(to: string, data: string): void }): void {
  let recipient = ''
  let data: string | null = null
  let read = ''
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  say('220 mail')
  socket.on('error', () => {})
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    read += chunk
    for (let end = read.indexOf('\r\n'); end >= 0; end = read.indexOf('\r\n')) {
      const line = read.slice(0, end)
      read = read.slice(end + 2)
      if (data !== null && line !== '.') data += `${line}\n`
      else if (data !== null) {
        post.take(recipient, data)
        data = null
        say('250 taken')
      } else if (/^RCPT TO:/i.test(line)) {
        recipient = /<(.*)>/.exec(line)?.[1] ?? ''
        say(post.refuses() ? '451 not now' : '250 yes')
      } else if (/^DATA/i.test(line)) {
        data = ''
        say('354 go on')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else say('250 yes')
    }
  })
}
