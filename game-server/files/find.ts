import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { fileIdOf } from '../../shared/files/address.ts'
import type { Database } from '../db/database.ts'
import { toServe } from '../services/files.ts'
import { Refused } from '../services/refused.ts'
import type { FindFile } from '../services/takeaway-contents.ts'
import type { Storage } from './storage.ts'

const DEMO = '/media/demo/'

/** Finds what everybody may see by its address: files that exhibitors gave us, and what the demo brings in its folder. */
export const openFinder =
  (db: Database, storage: Storage, demoMedia: string): FindFile =>
  (address) => {
    const id = fileIdOf(address)
    return id === null
      ? demoFile(demoMedia, address)
      : keptFile(db, storage, { id, rendition: address.split('/').at(-1) ?? '' })
  }

async function keptFile(db: Database, storage: Storage, name: { id: string; rendition: string }): ReturnType<FindFile> {
  try {
    const nobody = async () => null
    const { key, bytes } = await toServe(db, nobody, name, async () => false)
    return { bytes, read: () => storage.read(key, null) }
  } catch (error) {
    if (error instanceof Refused && error.reason === 'not-found') return null
    throw error
  }
}

async function demoFile(folder: string, address: string): ReturnType<FindFile> {
  const path = normalize(join(folder, address.slice(DEMO.length)))
  if (!address.startsWith(DEMO) || !path.startsWith(normalize(folder) + sep)) return null
  const stats = await stat(path).catch(() => null)
  return stats?.isFile() ? { bytes: stats.size, read: async () => createReadStream(path) } : null
}
