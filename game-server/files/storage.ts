import { copyFile, link, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  /** Whether the bucket is named in the path of its address, and not in the host. */
  readonly pathStyle: boolean
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What lies under a key now. */
export interface Stored {
  readonly bytes: number
  /** Another one whenever other bytes are put. */
  readonly version: string
}

/** Where kept files lie, under keys such as `<file>/<rendition>`. */
export interface Storage {
  /** Keeps what a file on this machine's disk holds; that file stays where it is. */
  take(key: string, path: string): Promise<void>
  put(key: string, bytes: Uint8Array): Promise<void>
  read(key: string, range: ByteRange | null): Promise<Readable>
  look(key: string): Promise<Stored>
  /** Everything of one file; nothing happens where there is nothing. */
  forget(id: string): Promise<void>
}

/** A folder on disk. */
export async function diskStorage(root: string): Promise<Storage> {
  await mkdir(root, { recursive: true })
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }))
  return {
    ...storing(disk),
    async take(key, path) {
      const target = join(root, key)
      await mkdir(dirname(target), { recursive: true })
      await rm(target, { force: true })
      // On the same disk a film of a gigabyte is not copied.
      await link(path, target).catch(() => copyFile(path, target))
    },
    async read(key, range) {
      const file = await open(join(root, key))
      return file.createReadStream(range ? { start: range.first, end: range.last } : {})
    },
  }
}

/** A bucket. The client is only loaded where it is needed. */
export async function s3Storage(settings: S3Settings): Promise<Storage> {
  const { bucket, region, endpoint, pathStyle, ...credentials } = settings
  const [{ S3Client }, { S3Driver }] = await Promise.all([import('@aws-sdk/client-s3'), import('flydrive/drivers/s3')])
  const client = new S3Client({
    region,
    credentials,
    forcePathStyle: pathStyle,
    // Checksums beyond the protocol's own are Amazon's: others refuse them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint !== null && { endpoint }),
  })
  const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))
  return {
    ...storing(disk),
    take: (key, path) => disk.copyFromFs(path, key),
    read: (key, range) => readObject(client, bucket, key, range),
  }
}

function storing(disk: Disk): Pick<Storage, 'put' | 'look' | 'forget'> {
  return {
    put: (key, bytes) => disk.put(key, bytes),
    async look(key) {
      const { contentLength, etag } = await disk.getMetaData(key)
      return { bytes: contentLength, version: etag.replaceAll(/[^\w-]/g, '') }
    },
    // The disk itself drops the slash, and a bucket would let go of all that begins alike.
    forget: (id) => disk.driver.deleteAll(`${id}/`),
  }
}

async function readObject(client: S3Client, Bucket: string, Key: string, range: ByteRange | null): Promise<Readable> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3')
  const Range = range ? `bytes=${range.first}-${range.last}` : undefined
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...(Range && { Range }) }))
  if (!(Body instanceof Readable)) throw new Error(`No bytes of ${Key}.`)
  return Body
}
