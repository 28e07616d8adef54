import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiEnv } from '../../game-server/api/context.ts'
import { addSite } from '../../game-server/files/site.ts'

const VIDEO = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 251))
const SCRIPT = `export const hello = '${'привет '.repeat(400)}'`
const FILES: Readonly<Record<string, string | Buffer>> = {
  'client/index.html': '<!doctype html><title>Alleya</title>',
  'client/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'client/assets/main-DEADbe3f.js': SCRIPT,
  'client/.env': 'SECRET=1',
  'demo/videos/film.mp4': VIDEO,
  'media/poster.webp': 'webp',
  'media/page.html': '<script>alert(1)</script>',
  'media/program.exe': 'MZ',
  'media/empty.txt': '',
  'secret.txt': 'not yours',
}

let folder: string
let server: Server
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alleya-site-'))
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const app = new OpenAPIHono<ApiEnv>()
  addSite(app, { client: join(folder, 'client'), demoMedia: join(folder, 'demo'), media: join(folder, 'media') })
  server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((ready) => server.listen(0, ready))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

/** As it is on the wire: the path as given, nothing decompressed. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('the built client', () => {
  test('is asked for anew each time, but for files named after their content', async () => {
    expect((await ask('/')).status).toBe(200)
    expect((await ask('/')).headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
    })
    expect((await ask('/assets/main-DEADbe3f.js')).headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
  })

  test.each(['/hall/spring', '/booths/tin', '/поиск'.replace(/\p{L}/gu, encodeURIComponent)])(
    'shows its page at %s',
    async (path) => {
      const { status, body } = await ask(path)
      expect(status).toBe(200)
      expect(body.toString()).toBe(FILES['client/index.html'])
    },
  )

  test.each(['/assets/gone-DEADbe3f.js', '/favicon.ico', '/media/nothing.png', '/media/demo/nothing.mp4', '/media/'])(
    'has nothing at %s',
    async (path) => {
      const { status, headers } = await ask(path)
      expect(status).toBe(404)
      expect(headers['content-type']).toMatch(/json/)
    },
  )

  test('travels compressed to whoever can read that', async () => {
    const path = '/assets/main-DEADbe3f.js'
    const br = await ask(path, { 'accept-encoding': 'gzip, deflate, br' })
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT)
    expect(br.body.length).toBeLessThan(SCRIPT.length / 10)

    const gzip = await ask(path, { 'accept-encoding': 'gzip, br;q=0' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT)

    const plain = await ask(path, { 'accept-encoding': 'identity' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(SCRIPT)
  })

  test('is not sent again to whoever has it', async () => {
    const { headers } = await ask('/')
    const etag = String(headers.etag)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask('/', { 'if-none-match': tag })
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    }
    expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200)
    const since = String(headers['last-modified'])
    expect((await ask('/', { 'if-modified-since': since })).status).toBe(304)
    expect((await ask('/', { 'if-modified-since': since, 'if-none-match': '"other"' })).status).toBe(200)
    expect((await ask('/', { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status).toBe(200)
  })

  test('tells its size without sending itself', async () => {
    const { status, headers, body } = await ask('/media/demo/videos/film.mp4', {}, 'HEAD')
    expect([status, headers['content-length'], body.length]).toEqual([200, '5000', 0])
  })
})

describe('a film', () => {
  const path = '/media/demo/videos/film.mp4'

  test('can be asked for in parts', async () => {
    const part = await ask(path, { range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(part.headers).toMatchObject({
      'content-range': 'bytes 100-199/5000',
      'content-length': '100',
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
    })
    expect(part.body.equals(VIDEO.subarray(100, 200))).toBe(true)
    expect((await ask(path, { range: 'bytes=4990-' })).body.equals(VIDEO.subarray(4990))).toBe(true)
    expect((await ask(path, { range: 'bytes=-10' })).body.equals(VIDEO.subarray(4990))).toBe(true)
  })

  test('is refused where there are no such bytes, and sent whole where the wish is not understood', async () => {
    const beyond = await ask(path, { range: 'bytes=5000-' })
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */5000'])
    const odd = await ask(path, { range: 'bytes=0-1,5-9' })
    expect([odd.status, odd.body.length]).toEqual([200, 5000])
  })

  test('is continued only while it is the same film', async () => {
    const { headers } = await ask(path)
    const range = 'bytes=0-9'
    expect((await ask(path, { range, 'if-range': String(headers.etag) })).status).toBe(206)
    expect((await ask(path, { range, 'if-range': String(headers['last-modified']) })).status).toBe(206)
    expect((await ask(path, { range, 'if-range': '"older"' })).status).toBe(200)
  })
})

describe('files', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/media/..%2fsecret.txt',
    '/media/%2e%2e%2fsecret.txt',
    '/media/..%5csecret.txt',
    '/media/demo/../../secret.txt',
    '/media/demo/..%2f..%2fsecret.txt',
    '//secret.txt',
    '/.env',
    '/%2eenv',
    '/media/%00poster.webp',
    '/media/%ff',
    '/media/demo/videos',
  ])('outside and hidden stay so: %s', async (path) => {
    const { body } = await ask(path)
    expect(body.toString()).not.toMatch(/not yours|SECRET/)
  })

  test('of media that browsers would run are shown harmless or not at all', async () => {
    const program = await ask('/media/program.exe')
    expect(program.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
    expect((await ask('/media/page.html')).headers['content-disposition']).toBe('attachment')
    expect((await ask('/media/demo/videos/film.mp4')).headers['content-disposition']).toBeUndefined()
  })

  test('may be empty', async () => {
    const { status, headers, body } = await ask('/media/empty.txt')
    expect([status, headers['content-length'], body.length]).toEqual([200, '0', 0])
  })
})
