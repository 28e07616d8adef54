import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { FileKeeper } from '../services/files.ts'
import { fileKeeper } from './keeper.ts'
import { Staging } from './staging.ts'
import { diskStorage, type Storage, s3Storage } from './storage.ts'

/** Everything about uploaded files. */
export interface Files {
  readonly staging: Staging
  readonly storage: Storage
  readonly keeper: FileKeeper
}

/** Where uploads go under way, and where they stay: the bucket of the settings, or DATA_DIR. */
export async function openFiles({ dataDir, s3 }: Pick<Config, 'dataDir' | 's3'>, path: string): Promise<Files> {
  const staging = new Staging(join(dataDir, 'uploads'), path)
  const storage = s3 ? await s3Storage(s3) : await diskStorage(join(dataDir, 'files'))
  return { staging, storage, keeper: fileKeeper(staging, storage) }
}
