import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import type { WebhookMessage } from '../../shared/leads/webhook.ts'

/** Somebody's system that messages are sent to, and shows them. */
export interface WebhookReceiver {
  readonly url: string
  readonly origin: string
  readonly received: Received[]
  /** How it answers from now on. */
  answer: (response: ServerResponse) => void
  close(): Promise<void>
}

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly message: WebhookMessage
}

const DONE = (response: ServerResponse) => response.writeHead(204).end()

/** `tls`: over https, with a certificate for `localhost` that nobody trusts unless told to (`CERTIFICATE`). */
export async function openReceiver({ tls = false } = {}): Promise<WebhookReceiver> {
  const received: Received[] = []
  const take: RequestListener = async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    received.push({ headers: request.headers, body, message: JSON.parse(body) })
    receiver.answer(response)
  }
  const server = tls ? https.createServer({ key: KEY, cert: CERTIFICATE }, take) : createServer(take)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const origin = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`
  const receiver: WebhookReceiver = {
    ...{ url: `${origin}/leads?of=alleya`, origin, received, answer: DONE },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
  return receiver
}

/** Of these tests alone: it opens nothing. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYmmJ6nIaXQzoOEd6
hGDjiA21GeKvSUXveHmdWkiErGahRANCAARJYUtMDWj0iVt2p4cEpjUpCiObl4cC
BR4LNZyGkHq8f5t08SmCsSVFTSw6P81bo/SDufFJ+TBlzbvA4zbhiuII
-----END PRIVATE KEY-----`

export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBljCCATugAwIBAgIUDU7UkT7PSHIabp6sl//7pn5rofUwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE4MjEzOVoYDzIxMjYxMDMw
MTgyMTM5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARJYUtMDWj0iVt2p4cEpjUpCiObl4cCBR4LNZyGkHq8f5t08SmCsSVF
TSw6P81bo/SDufFJ+TBlzbvA4zbhiuIIo2kwZzAdBgNVHQ4EFgQUaNm1BgIN0GpF
4ic2xAZyrp5HJhkwHwYDVR0jBBgwFoAUaNm1BgIN0GpF4ic2xAZyrp5HJhkwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SQAwRgIhAIhxzLM8KGJch3CQ7heWSVTe7m7DvpD7NgD5Spqa9kLHAiEA0t+lM2ZY
dcqTCuGdPHEaCYAyg6Cah29NTCn7gs/SIB0=
-----END CERTIFICATE-----`
