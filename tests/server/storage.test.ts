import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage, type Storage, s3Storage } from '../../game-server/files/storage.ts'
import { type Bucket, openBucket } from './bucket.ts'

/** Kept files, on a disk and in a bucket of a server that speaks as S3 does. */
function keepsFiles(open: (folder: string) => Promise<Storage>): void {
  const folder = mkdtempSync(join(tmpdir(), 'alleya-storage-'))
  let storage: Storage
  beforeAll(async () => {
    storage = await open(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('gives back what was put, whole and in parts', async () => {
    await storage.put('one/a.webp', Buffer.from('0123456789'))
    const source = join(folder, 'film')
    writeFileSync(source, 'a film of some bytes')
    await storage.take('two/film.mp4', source)
    expect(String(await buffer(await storage.read('one/a.webp', null)))).toBe('0123456789')
    expect(String(await buffer(await storage.read('one/a.webp', { first: 2, last: 4 })))).toBe('234')
    expect(String(await buffer(await storage.read('two/film.mp4', { first: 2, last: 5 })))).toBe('film')
    // Taking it again, after an answer was lost, is the same.
    await storage.take('two/film.mp4', source)
    expect(String(await buffer(await storage.read('two/film.mp4', null)))).toBe(String(readFileSync(source)))
  })

  test('tells one content of a key from another, also of the same length', async () => {
    await storage.put('three/poster.webp', Buffer.from('spring'))
    const before = await storage.look('three/poster.webp')
    expect(await storage.look('three/poster.webp')).toEqual(before)
    expect(before).toMatchObject({ bytes: 6, version: expect.stringMatching(/^[\w-]+$/) })
    await setTimeout(5)
    await storage.put('three/poster.webp', Buffer.from('autumn'))
    expect((await storage.look('three/poster.webp')).version).not.toBe(before.version)
  })

  test('forgets a file with all that was made of it, and nothing else', async () => {
    await storage.put('one/b.webp', Buffer.from('b'))
    await storage.put('one-more/a.webp', Buffer.from('more'))
    await storage.forget('one')
    await storage.forget('never-was')
    for (const key of ['one/a.webp', 'one/b.webp']) await expect(storage.read(key, null).then(buffer)).rejects.toThrow()
    for (const key of ['two/film.mp4', 'one-more/a.webp'])
      expect((await buffer(await storage.read(key, null))).length).toBeGreaterThan(3)
  })
}

describe('storage on disk', () => keepsFiles((folder) => diskStorage(join(folder, 'files'))))

describe('storage in a bucket', () => {
  let bucket: Bucket
  afterAll(() => bucket.close())
  keepsFiles(async (folder) => {
    bucket = await openBucket(join(folder, 'buckets'))
    return s3Storage(bucket.settings)
  })
})
