import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, Upload } from '@tus/server'
import { LARGEST_FILE } from '../../shared/files/upload.ts'

/** Where the bytes of uploads lie until they are all there: resumable by the tus protocol (tus.io, 1.0). */
export class Staging {
  private readonly folder: string
  private readonly store: FileStore
  private readonly server: Server

  /** `path`: the address that uploads are under. */
  constructor(folder: string, path: string) {
    this.folder = folder
    this.store = new FileStore({ directory: folder })
    this.server = new Server({
      path,
      datastore: this.store,
      maxSize: LARGEST_FILE,
      // Only ever our own pages.
      allowedOrigins: () => false,
    })
  }

  /** Makes room for an upload of this many bytes. */
  async open(id: string, bytes: number): Promise<void> {
    await this.store.create(new Upload({ id, size: bytes, offset: 0 }))
  }

  /** A step of the protocol for an upload that the caller may write: HEAD, PATCH or DELETE. */
  step(request: Request): Promise<Response> {
    return this.server.handleWeb(request)
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
    await this.store.configstore.delete(id)
  }
}
