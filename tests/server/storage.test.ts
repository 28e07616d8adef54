import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage, type Storage, s3Storage } from '../../game-server/files/storage.ts'

/** Kept files, on a disk and in a bucket of a server that speaks as S3 does. */
function keepsFiles(open: (folder: string) => Promise<Storage>): void {
  const folder = mkdtempSync(join(tmpdir(), 'alleya-storage-'))
  let storage: Storage
  beforeAll(async () => {
    storage = await open(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const ids = async (): Promise<string[]> => {
    const found: string[] = []
    for await (const id of storage.ids()) found.push(id)
    return found.toSorted()
  }

  test('gives back what was put, whole and in parts', async () => {
    await storage.put('one/a.webp', Buffer.from('0123456789'))
    const source = join(folder, 'film')
    writeFileSync(source, 'a film of some bytes')
    await storage.take('two/film.mp4', source)
    expect(String(await buffer(await storage.read('one/a.webp', null)))).toBe('0123456789')
    expect(String(await buffer(await storage.read('one/a.webp', { first: 2, last: 4 })))).toBe('234')
    expect(String(await buffer(await storage.read('two/film.mp4', { first: 2, last: 5 })))).toBe('film')
  })

  test('knows what it has, once each, and forgets a file with all that was made of it', async () => {
    await storage.put('one/b.webp', Buffer.from('b'))
    expect(await ids()).toEqual(['one', 'two'])
    await storage.forget('one')
    await storage.forget('never-was')
    expect(await ids()).toEqual(['two'])
    await expect(storage.read('one/a.webp', null).then(buffer)).rejects.toThrow()
  })
}

describe('storage on disk', () => keepsFiles((folder) => diskStorage(join(folder, 'files'))))

describe('storage in a bucket', () => {
  let server: S3rver
  afterAll(() => server.close())
  keepsFiles(async (folder) => {
    const configureBuckets = [{ name: 'salon', configs: [] }]
    server = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory: join(folder, 'buckets'), configureBuckets },
      // It reckons signatures of requests to a bucket itself, such as a listing, in a way of its own.
      allowMismatchedSignatures: true,
    })
    const { port } = await server.run()
    const endpoint = `http://127.0.0.1:${port}`
    return s3Storage({
      bucket: 'salon',
      region: 'us-east-1',
      endpoint,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    })
  })
})
