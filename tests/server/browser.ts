import { request } from 'node:http'

/**
 * Somebody at a browser: keeps the cookies it is given and sends them back. `address` is written by the proxy in front
 * of a salon that trusts one; without it this machine asks in its own name.
 */
export class Browser {
  private readonly url: string
  private readonly address: string | null
  private readonly cookies = new Map<string, string>()

  constructor(url: string, address: string | null = null) {
    this.url = url
    this.address = address
  }

  /** Everything the browser would send. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** What proves who sits here, without its signature. */
  get token(): string {
    const [, value = ''] = [...this.cookies].find(([name]) => name.endsWith('session_token')) ?? []
    return decodeURIComponent(value).split('.')[0] ?? ''
  }

  /** A second browser with the cookies of now. */
  copy(): Browser {
    const other = new Browser(this.url, this.address)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.ask('GET', path, { headers })
  }

  send(method: string, path: string, body?: object): Promise<Response> {
    return this.ask(method, path, {
      headers: body ? { 'content-type': 'application/json' } : {},
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  /** The status of a request with headers that fetch would not let us set. */
  raw(path: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}${path}`, { headers: { cookie: this.cookie, ...headers } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      asked.on('error', reject)
      asked.end()
    })
  }

  private async ask(method: string, path: string, init: { headers: Record<string, string>; body?: string }) {
    const answer = await fetch(`${this.url}${path}`, {
      ...init,
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size > 0 && { cookie: this.cookie }),
        ...(this.address !== null && { 'x-forwarded-for': this.address }),
        ...init.headers,
      },
    })
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie)
    return answer
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
