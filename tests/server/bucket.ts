/** A bucket on a server that speaks as S3 does, in this process and on loopback. */
import S3rver from '@20minutes/s3rver'
import type { S3Settings } from '../../game-server/files/storage.ts'

export interface Bucket {
  readonly settings: S3Settings
  close(): Promise<void>
}

export async function openBucket(directory: string): Promise<Bucket> {
  const bucket = 'salon'
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] },
    // It reckons signatures of requests to a bucket itself, such as a listing, in a way of its own.
    allowMismatchedSignatures: true,
  })
  const { port } = await server.run()
  return {
    settings: {
      ...{ bucket, region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, pathStyle: true },
      ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    close: () => server.close(),
  }
}
