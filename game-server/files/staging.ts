import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, Upload } from '@tus/server'
import { LARGEST_FILE } from '../../shared/files/upload.ts'
import { Refused } from '../services/refused.ts'

/** Bytes of the disk that uploads leave alone: the embedded database lies there, too. */
const RESERVE = 256 * 1024 * 1024
/** A disk with less than this is what a write failed for, bytes. */
const FULL = 1024 * 1024

/** Where the bytes of uploads lie until they are all there: resumable by the tus protocol (tus.io, 1.0). */
export class Staging {
  private readonly folder: string
  private readonly reserve: number
  private readonly store: FileStore
  private readonly server: Server

  /** `path`: the address that uploads are under. */
  constructor(folder: string, path: string, reserve = RESERVE) {
    this.folder = folder
    this.reserve = reserve
    this.store = new FileStore({ directory: folder })
    this.server = new Server({
      path,
      datastore: this.store,
      maxSize: LARGEST_FILE,
      // Only ever our own pages.
      allowedOrigins: () => false,
    })
  }

  /**
   * Makes room for an upload of this many bytes.
   *
   * @throws Refused `disk-full`
   */
  async open(id: string, bytes: number): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    if ((await this.free()) < bytes + this.reserve) throw new Refused('disk-full')
    await this.store.create(new Upload({ id, size: bytes, offset: 0 }))
  }

  /**
   * A step of the protocol for an upload that the caller may write: HEAD or PATCH.
   *
   * @throws Refused `disk-full`: what arrived before stays
   */
  async step(request: Request): Promise<Response> {
    const answer = await this.server.handleWeb(request)
    // The store keeps to itself why it could not write.
    if (answer.status >= 500 && (await this.free()) < FULL) throw new Refused('disk-full')
    return answer
  }

  /** Bytes that have arrived; 0 where there is no such upload. */
  async arrived(id: string): Promise<number> {
    const stats = await stat(this.pathOf(id)).catch(() => null)
    return stats?.size ?? 0
  }

  pathOf(id: string): string {
    return join(this.folder, id)
  }

  /** Lets an upload go; one that is not there is gone already. */
  async drop(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true })
    // The store's note on it; it would not let go of one that is not there.
    await rm(`${this.pathOf(id)}.json`, { force: true })
  }

  /** Lets go of whatever nobody has touched since then: nothing else knows what lies on this machine. */
  async dropUntouched(since: Date): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const stats = await stat(this.pathOf(name)).catch(() => null)
      if (stats && stats.mtime < since) await rm(this.pathOf(name), { force: true })
    }
  }

  private async free(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder)
    return bavail * bsize
  }
}
