import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inRendition } from '../../shared/files/address.ts'
import { Browser } from './browser.ts'
import { type Bucket, openBucket } from './bucket.ts'
import { film, photo } from './sample-files.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'
import { Uploader } from './uploading.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

const BOOTH = 'zhestyanka'

let folder: string
let bucket: Bucket
let salon: TestSalon
let exhibitor: Uploader
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alleya-bucket-'))
  bucket = await openBucket(folder)
  const { settings } = bucket
  salon = await openTestSalon({
    ...{ S3_BUCKET: settings.bucket, S3_ENDPOINT: settings.endpoint ?? '' },
    ...{ S3_ACCESS_KEY_ID: settings.accessKeyId, S3_SECRET_ACCESS_KEY: settings.secretAccessKey },
  })
  const browser = new Browser(salon.url)
  const account = salon.demoAccounts.find(({ who }) => who === 'exhibitor')
  await browser.send('POST', '/api/sign-in', { email: account?.email, password: account?.password })
  exhibitor = new Uploader(browser, salon.url)
}, 180_000)
afterAll(async () => {
  await salon.close()
  await bucket.close()
  rmSync(folder, { recursive: true })
})

test('a salon whose files lie in a bucket takes a film, sends it in parts, and keeps nothing on its own disk', async () => {
  const { id, address } = await exhibitor.keep('film.mp4', film(), BOOTH)
  const part = await fetch(`${salon.url}${address}`, { headers: { range: 'bytes=1000-1999' } })
  expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/mp4'])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(film().subarray(1000, 2000))
  const head = await fetch(`${salon.url}${address}`, { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe(String(film().length))

  const poster = `${salon.url}${inRendition(address, 'poster.webp')}`
  expect((await exhibitor.step('PUT', `${id}/picture`, {}, await photo())).status).toBe(204)
  const first = await fetch(poster)
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/webp'])
  const known = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await fetch(poster, { headers: known })).status).toBe(304)
  await exhibitor.step('PUT', `${id}/picture`, {}, await photo(600, 400))
  expect((await fetch(poster, { headers: known })).status).toBe(200)
  expect(readdirSync(join(salon.dataDir, 'uploads'))).toEqual([])
  expect(() => readdirSync(join(salon.dataDir, 'files'))).toThrow('ENOENT')
})
