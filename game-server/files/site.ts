import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from '../api/context.ts'
import { problemResponse } from '../api/problems.ts'
import type { HeadTeller } from '../previews/previews.ts'
import { Folder } from './folder.ts'
import { mediaType, siteType } from './media-types.ts'

/** Named after their content by the build: under the same name they are never anything else. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/
/** Screens that people send each other. */
const SHARED = /^\/(?:booth|session)\//
const FOREVER = 'public, max-age=31536000, immutable'
const ASK_FIRST = 'no-cache'
const AN_HOUR = 'public, max-age=3600'

/** Folders on disk that visitors see. */
export interface SiteFolders {
  /** The built client: `/…` */
  readonly client: string
  /** What booths of the demo show: `/media/demo/…` */
  readonly demoMedia: string
  /** What booths show: `/media/…` */
  readonly media: string
  /** Tells screens that are shown as links what is read of them. */
  readonly tellHead?: HeadTeller
}

/** The client and the media of booths. An address that is no file is a screen of the client, unless it looks like one. */
export function addSite(app: OpenAPIHono<ApiEnv>, folders: SiteFolders): void {
  const client = new Folder(folders.client, siteType)
  const demoMedia = new Folder(folders.demoMedia, (path) => (isLeaflet(path) ? 'application/pdf' : mediaType(path)))
  const media = new Folder(folders.media, mediaType)

  app.get('/media/demo/*', async (c) => {
    const served = await demoMedia.serve(c.req.raw, pathOf(c.req.url).slice('/media/demo'.length), AN_HOUR)
    // A document is taken home, never opened on our origin.
    if (served && isLeaflet(c.req.path)) served.headers.set('content-disposition', 'attachment')
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
    if (/\.\w+$/.test(path)) return problemResponse('not-found')
    if (folders.tellHead && SHARED.test(path)) {
      const page = await readFile(join(folders.client, 'index.html'), 'utf8').catch(() => null)
      if (page === null) return problemResponse('not-found')
      c.header('cache-control', ASK_FIRST)
      c.header('vary', 'accept-language')
      return c.html(await folders.tellHead(page, new URL(c.req.url), c.req.header('accept-language')))
    }
    const screen = await client.serve(c.req.raw, '/index.html', ASK_FIRST)
    return screen ?? problemResponse('not-found')
  })
}

const isLeaflet = (path: string): boolean => path.endsWith('.pdf')

/** The path as it was asked for, still encoded. */
const pathOf = (url: string): string => new URL(url).pathname
