/** Somebody's uploads over the API, step by step, as a client of the tus protocol makes them. */
import type { KeptFile } from '../../shared/files/upload.ts'
import type { Problem } from '../../shared/salon/problem.ts'
import type { Browser } from './browser.ts'

export const TUS = { 'tus-resumable': '1.0.0' }
export const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream' }

export class Uploader {
  readonly browser: Browser
  private readonly url: string

  constructor(browser: Browser, url: string) {
    this.browser = browser
    this.url = url
  }

  begin(name: string, bytes: number, exhibitorId: string | null): Promise<Response> {
    return this.browser.send('POST', '/api/uploads', { name, bytes, exhibitorId })
  }

  /** Any step of the protocol, with whatever headers. */
  step(method: string, id: string, headers: Record<string, string>, body?: Uint8Array): Promise<Response> {
    return fetch(`${this.url}/api/uploads/${id}`, {
      method,
      headers: { cookie: this.browser.cookie, ...headers },
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
    })
  }

  patch(id: string, offset: number, body: Uint8Array): Promise<Response> {
    return this.step('PATCH', id, { ...BYTES, 'upload-offset': String(offset) }, body)
  }

  finish(id: string): Promise<Response> {
    return this.browser.send('POST', `/api/uploads/${id}/file`)
  }

  /** All of it at once. */
  async upload(name: string, body: Uint8Array, exhibitorId: string | null): Promise<KeptFile | Problem> {
    const { id } = (await (await this.begin(name, body.length, exhibitorId)).json()) as { id: string }
    await this.patch(id, 0, body)
    return (await this.finish(id)).json() as Promise<KeptFile | Problem>
  }

  /** @throws Error when it is not taken */
  async keep(name: string, body: Uint8Array, exhibitorId: string | null): Promise<KeptFile> {
    const file = await this.upload(name, body, exhibitorId)
    if ('error' in file) throw new Error(`${name}: ${JSON.stringify(file)}`)
    return file
  }
}
