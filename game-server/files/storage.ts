import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { ByteRange } from './byte-range.ts'

/** An S3 bucket, or whatever speaks like one. */
export interface S3Settings {
  readonly bucket: string
  readonly region: string
  readonly endpoint: string | null
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Where kept files lie, under keys such as `<file>/<rendition>`. */
export interface Storage {
  /** Takes over a file on this machine's disk. */
  take(key: string, path: string): Promise<void>
  put(key: string, bytes: Uint8Array): Promise<void>
  read(key: string, range: ByteRange | null): Promise<Readable>
  /** Everything of one file; nothing happens where there is nothing. */
  forget(id: string): Promise<void>
  /** Ids of all files that lie here. */
  ids(): AsyncIterable<string>
}

/** A folder on disk. */
export async function diskStorage(root: string): Promise<Storage> {
  await mkdir(root, { recursive: true })
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  return {
    ...storing(disk),
    // Renamed where it is on the same disk: a film of a gigabyte is not copied.
    take: (key, path) => disk.moveFromFs(path, key),
    read: async (key, range) =>
      createReadStream(join(root, key), range ? { start: range.first, end: range.last } : undefined),
  }
}

/** A bucket. The client is only loaded where it is needed. */
export async function s3Storage({ bucket, region, endpoint, ...credentials }: S3Settings): Promise<Storage> {
  const [{ S3Client }, { S3Driver }] = await Promise.all([import('@aws-sdk/client-s3'), import('flydrive/drivers/s3')])
  const client = new S3Client({
    region,
    credentials,
    // Checksums beyond the protocol's own are Amazon's: others refuse them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Servers of one's own rarely have a name for each bucket.
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
  })
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))
  return {
    ...storing(disk),
    take: (key, path) => disk.moveFromFs(path, key),
    read: (key, range) => readObject(client, bucket, key, range),
  }
}

function storing(disk: Disk): Pick<Storage, 'put' | 'forget' | 'ids'> {
  return {
    put: (key, bytes) => disk.put(key, bytes),
    forget: (id) => disk.deleteAll(`${id}/`),
    async *ids() {
      let paginationToken: string | undefined
      do {
        const page = await disk.listAll('/', paginationToken ? { paginationToken } : {})
        for (const one of page.objects) if (one.isDirectory) yield one.name
        paginationToken = page.paginationToken
      } while (paginationToken)
    },
  }
}

async function readObject(client: S3Client, Bucket: string, Key: string, range: ByteRange | null): Promise<Readable> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3')
  const Range = range ? `bytes=${range.first}-${range.last}` : undefined
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...(Range && { Range }) }))
  if (!(Body instanceof Readable)) throw new Error(`No bytes of ${Key}.`)
  return Body
}
