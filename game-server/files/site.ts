import { join, resolve } from 'node:path'
import type { Hono } from 'hono'
import type { ApiEnv } from '../api/context.ts'
import { problemResponse } from '../api/problems.ts'
import { Folder } from './folder.ts'

const root = resolve(import.meta.dirname, '../..')

/** Named after their content by the build: under the same name they are never anything else. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/
const FOREVER = 'public, max-age=31536000, immutable'
const ASK_FIRST = 'no-cache'
const AN_HOUR = 'public, max-age=3600'

/**
 * The client, and the media of booths: `/media/demo/…` comes with the demo, `/media/…` from the data directory.
 * An address that is no file is a screen of the client, unless it looks like a file.
 */
export function addSite(app: Hono<ApiEnv>, dataDir: string): void {
  const client = new Folder(join(root, 'dist/client'))
  const demoMedia = new Folder(join(root, 'assets/demo/media'))
  const media = new Folder(join(dataDir, 'media'))

  app.get('/media/demo/*', async (c) => {
    const served = await demoMedia.serve(c.req.raw, pathOf(c.req.url).slice('/media/demo'.length), AN_HOUR)
    return served ?? problemResponse('not-found')
  })
  app.get('/media/*', async (c) => {
    const served = await media.serve(c.req.raw, pathOf(c.req.url).slice('/media'.length), AN_HOUR)
    return served ?? problemResponse('not-found')
  })
  app.get('*', async (c) => {
    const path = pathOf(c.req.url)
    const file = await client.serve(c.req.raw, path, HASHED.test(path) ? FOREVER : ASK_FIRST)
    if (file) return file
    const screen = /\.\w+$/.test(path) ? null : await client.serve(c.req.raw, '/index.html', ASK_FIRST)
    return screen ?? problemResponse('not-found')
  })
}

/** The path as it was asked for, still encoded. */
const pathOf = (url: string): string => new URL(url).pathname
