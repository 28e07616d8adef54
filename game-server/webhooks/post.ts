import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { WebhookFault } from '../../shared/leads/webhook.ts'
import type { Network } from '../services/webhooks-delivery.ts'
import { mayReach, NotReached, type Place, placeOf, type Resolve, resolve } from './reach.ts'

/** How long one try may take altogether, ms. */
const PATIENCE = 10_000
/** Of an answer's body and its headers, bytes; nobody reads it, but whoever writes it may want to end. */
const MOST_READ = 4096
const MOST_HEADERS = 8192

/**
 * The network, as messages of exhibitors may use it: never to a private address but `privateOrigins`
 * (`http://crm.local:8080`), never where an answer redirects to.
 */
export const openNetwork = (
  privateOrigins: readonly string[],
  { patience = PATIENCE, names = resolve }: { readonly patience?: number; readonly names?: Resolve } = {},
): Network => ({
  mayReach: (url) => mayReach(new URL(url), privateOrigins),
  async post(address, message, closing) {
    const began = performance.now()
    const ends = AbortSignal.any([closing, AbortSignal.timeout(patience)])
    const took = (): number => Math.round(performance.now() - began)
    try {
      const url = new URL(address)
      const place = await sooner(placeOf(url, privateOrigins, names), ends)
      return { code: await send(url, place, message, ends), fault: null, took: took() }
    } catch (error) {
      return { code: null, fault: faultOf(error, ends), took: took() }
    }
  },
})

/** Sends to `place`, whatever its name leads to by now. @returns the status of the answer */
function send(
  url: URL,
  place: Place,
  { headers, body }: Parameters<Network['post']>[1],
  signal: AbortSignal,
): Promise<number> {
  const pinned: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [place]) : done(null, place.address, place.family)
  const options: RequestOptions = {
    ...{ method: 'POST', agent: false, lookup: pinned, signal, maxHeaderSize: MOST_HEADERS },
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Alleya-Webhooks/1',
    },
  }
  return new Promise((done, reject) => {
    let status: number | null = null
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      const answered = response.statusCode ?? 0
      status = answered
      drained(response).then(() => {
        request.destroy()
        done(answered)
      })
    })
    // What breaks off after the status has been told matters to nobody.
    request.on('error', (error) => (status === null ? reject(error) : done(status)))
    request.end(body)
  })
}

/** Once the answer has ended, was broken off, or is longer than anybody needs. */
function drained(response: IncomingMessage): Promise<void> {
  let read = 0
  return new Promise((done) => {
    response.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (read > MOST_READ) done()
    })
    for (const end of ['end', 'close', 'error']) response.on(end, () => done())
  })
}

function sooner<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([promise, aborted])
}

function faultOf(error: unknown, ends: AbortSignal): WebhookFault {
  if (error instanceof NotReached) return error.why
  if (ends.aborted) return 'timeout'
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|^ERR_(TLS|SSL)/.test(code) ? 'certificate' : 'unreachable'
}
