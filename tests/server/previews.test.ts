import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OpenAPIHono } from '@hono/zod-openapi'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiEnv } from '../../game-server/api/context.ts'
import * as schema from '../../game-server/db/schema/index.ts'
import { addSite } from '../../game-server/files/site.ts'
import { addPreviews } from '../../game-server/previews/previews.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { markChanged } from '../../game-server/services/content.ts'
import { NO_DETAILS } from '../../shared/booth/content.ts'
import { exhibitor, SMALL_SALON, session } from './content.ts'
import { onEveryDatabase } from './databases.ts'

const ATTACK = `</title><script>alert("1")</script> & <b>'ok'`
const PAGE =
  '<!doctype html><html lang="ru"><head><title>Alleya</title></head><body><div id="root"></div></body></html>'
const both = (text: string) => ({ ru: text, en: text })

onEveryDatabase((database) => {
  let folder: string
  let ask: (path: string, headers?: Record<string, string>) => Promise<Response>
  let read = 0

  beforeAll(async () => {
    const db = database()
    folder = mkdtempSync(join(tmpdir(), 'alleya-previews-'))
    writeFileSync(join(folder, 'index.html'), PAGE)
    await arrange(db, {
      ...SMALL_SALON,
      exhibitors: [...SMALL_SALON.exhibitors, exhibitor('bad', { name: both(ATTACK), summary: both(ATTACK) })],
      sessions: [session('talk', { title: both('A talk'), exhibitorId: 'tin' })],
    })
    await db.insert(schema.hall).values({ id: 'park', name: both('Park'), position: 0 })
    for (const [id, exhibitorId, number] of [
      ['b-tin', 'tin', 'А-1'],
      ['b-bad', 'bad', 'А-2'],
      ['b-free', null, 'А-3'],
    ] as const)
      await db.insert(schema.booth).values({ id, hallId: 'park', number, exhibitorId })
    const product = { id: 'kit', name: { ru: 'Набор', en: 'Kit' }, text: both(''), pictures: [], video: null }
    const details = { ...NO_DETAILS, products: [{ ...product, link: null, priceNote: both('') }] }
    await db
      .update(schema.exhibitor)
      .set({ details, poster: '/media/demo/none.webp' })
      .where(eq(schema.exhibitor.id, 'tin'))
    const app = new OpenAPIHono<ApiEnv>()
    const findFile = async () => {
      read++
      return null
    }
    const tellHead = addPreviews(app, { db, findFile, publicUrl: 'https://alleya.example' })
    addSite(app, { client: folder, demoMedia: folder, media: folder, tellHead })
    ask = async (path, headers = {}) => app.request(path, { headers })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  describe('the page of a link', () => {
    test('tells of the booth, the product and the session in the language asked for', async () => {
      const booth = await (await ask('/booth/b-tin')).text()
      expect(booth).toContain('<meta property="og:title" content="Роботы «Жестянка»" />')
      expect(booth).toContain('content="https://alleya.example/preview/booth/b-tin.png?lang=ru"')
      const english = await ask('/booth/b-tin/product/kit', { 'accept-language': 'en-GB,en' })
      expect(english.headers.get('vary')).toContain('accept-language')
      expect(await english.text()).toContain('<meta property="og:title" content="Kit" />')
      expect(await (await ask('/session/talk?lang=en')).text()).toContain('<title>A talk · Small</title>')
    })

    test('is the plain client where there is nothing to tell of', async () => {
      for (const path of [
        '/booth/nowhere',
        '/booth/b-free',
        '/booth/b-tin/product/none',
        '/session/none',
        '/booth/%ff',
      ])
        expect(await (await ask(path)).text(), path).toBe(PAGE)
    })

    test('keeps what people wrote as text', async () => {
      const page = await (await ask('/booth/b-bad')).text()
      expect(page).not.toContain('<script')
      expect(page).toContain('&lt;script&gt;')
    })
  })

  describe('the picture of a link', () => {
    test('is a PNG of 1200 × 630, whatever the names and missing pictures are', async () => {
      for (const path of ['booth/b-tin', 'booth/b-bad', 'booth/b-tin/product/kit', 'session/talk']) {
        const answer = await ask(`/preview/${path}.png`)
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
        const { width, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
        expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' })
      }
    })

    test('is not there for what is not there', async () => {
      for (const path of [
        'booth/nowhere.png',
        'booth/b-free.png',
        'session/none.png',
        'hall/park.png',
        'booth/b-tin',
        '.png',
      ])
        expect((await ask(`/preview/${path}`)).status, path).toBe(404)
    })

    test('is drawn once, and again when the salon has changed', async () => {
      const db = database()
      await Promise.all([ask('/preview/booth/b-tin.png?lang=en'), ask('/preview/booth/b-tin.png?lang=en')])
      const before = read
      const first = await (await ask('/preview/booth/b-tin.png?lang=en')).arrayBuffer()
      expect(read).toBe(before)
      await db
        .update(schema.exhibitor)
        .set({ name: both('Oaks') })
        .where(eq(schema.exhibitor.id, 'tin'))
      await markChanged(db)
      const second = await (await ask('/preview/booth/b-tin.png?lang=en')).arrayBuffer()
      expect(Buffer.from(second).equals(Buffer.from(first))).toBe(false)
    })
  })
})
