import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Whom the provider lets in next. */
export interface Identity {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
}

export interface TestProvider {
  readonly issuer: string
  identity: Identity
  close(): Promise<void>
}

/** An OpenID Connect provider that lets everybody in without a question: discovery, keys, codes and signed tokens. */
export async function openProvider(identity: Identity): Promise<TestProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const nonces = new Map<string, string | null>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    const json = (body: object): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    } else if (url.pathname === '/keys') {
      json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }] })
    } else if (url.pathname === '/authorize') {
      const code = randomUUID()
      nonces.set(code, url.searchParams.get('nonce'))
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      response.writeHead(302, { location: back.href }).end()
    } else if (url.pathname === '/token') {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '')
        const now = Math.floor(Date.now() / 1000)
        const claims = { ...provider.identity, iss: provider.issuer, aud: 'alleya', iat: now, exp: now + 300, nonce }
        const token = [{ alg: 'RS256', kid: 'key' }, claims].map((part) =>
          Buffer.from(JSON.stringify(part)).toString('base64url'),
        )
        const signature = sign('sha256', Buffer.from(token.join('.')), privateKey).toString('base64url')
        json({
          access_token: randomUUID(),
          token_type: 'Bearer',
          expires_in: 300,
          id_token: [...token, signature].join('.'),
        })
      })
    } else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const provider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    identity,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
  return provider
}
