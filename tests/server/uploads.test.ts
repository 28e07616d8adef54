import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fileIdOf, inRendition } from '../../shared/files/address.ts'
import { anyLook } from '../../shared/people/look.ts'
import { Browser } from './browser.ts'
import { film, pdf, photo, presentation } from './sample-files.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'
import { TUS, Uploader } from './uploading.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

const BOOTH = 'zhestyanka'

let salon: TestSalon
let exhibitor: Uploader
let guest: Uploader
beforeAll(async () => {
  salon = await openTestSalon()
  const browser = new Browser(salon.url)
  const account = salon.demoAccounts.find(({ who }) => who === 'exhibitor')
  await browser.send('POST', '/api/sign-in', { email: account?.email, password: account?.password })
  exhibitor = new Uploader(browser, salon.url)
  const visitor = new Browser(salon.url)
  await visitor.send('POST', '/api/me', { name: 'Анна', look: anyLook(() => 0), language: 'ru', findable: false })
  guest = new Uploader(visitor, salon.url)
}, 180_000)
afterAll(() => salon.close())

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${salon.url}${path}`, { headers })

describe('a picture', () => {
  test('is drawn anew: upright, in three sizes, with nothing written about it', async () => {
    const kept = await exhibitor.keep('Наш стенд.jpg', await photo(3000, 2000), BOOTH)
    expect(kept).toMatchObject({ kind: 'image', name: 'Наш стенд.jpg', width: 1365, height: 2048, seconds: null })
    for (const [rendition, side] of [
      ['large.webp', 2048],
      ['medium.webp', 960],
      ['small.webp', 320],
    ] as const) {
      const answer = await get(inRendition(kept.address, rendition))
      expect(answer.headers.get('content-type')).toBe('image/webp')
      const drawn = await sharp(await answer.arrayBuffer()).metadata()
      expect(Math.max(drawn.width, drawn.height)).toBe(side)
      expect([drawn.exif, drawn.icc, drawn.xmp, drawn.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
    }
  })

  test('is seen by everybody who knows its address, for ever the same, and run by nobody', async () => {
    const { address } = await exhibitor.keep(
      'a.png',
      await sharp(await photo())
        .png()
        .toBuffer(),
      BOOTH,
    )
    const answer = await get(address)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const again = await get(address, { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })
})

describe('a film', () => {
  test('is served in parts, as players ask for it, with the poster that was chosen', async () => {
    const kept = await exhibitor.keep('Фильм.mp4', film(), BOOTH)
    expect(kept).toMatchObject({ kind: 'video', bytes: film().length })
    expect(kept.seconds).toBeGreaterThan(1)
    const part = await get(kept.address, { range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-type')).toBe('video/mp4')
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${film().length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(film().subarray(100, 200))
    expect((await get(kept.address, { range: `bytes=${film().length}-` })).status).toBe(416)

    const poster = inRendition(kept.address, 'poster.webp')
    expect((await get(poster)).status).toBe(404)
    const put = await exhibitor.step('PUT', `${kept.id}/picture`, { 'content-type': 'image/jpeg' }, await photo())
    expect(put.status).toBe(204)
    const chosen = await get(poster)
    expect((await sharp(await chosen.arrayBuffer()).metadata()).format).toBe('webp')
    expect(chosen.headers.get('cache-control')).toBe('public, no-cache')
    const known = { 'if-none-match': chosen.headers.get('etag') ?? '' }
    expect((await get(poster, known)).status).toBe(304)
    await exhibitor.step('PUT', `${kept.id}/picture`, {}, await photo(640, 360))
    expect((await get(poster, known)).status).toBe(200)
  })
})

describe('a document', () => {
  test('is only ever saved, under the name it had', async () => {
    const { address } = await exhibitor.keep('Каталог «Весна» 2026.pdf', pdf(), BOOTH)
    const answer = await get(address)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_______ _______ 2026.pdf"; filename*=UTF-8''${encodeURIComponent('Каталог «Весна» 2026.pdf')}`,
    )
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf())
    const head = await fetch(`${salon.url}${address}`, { method: 'HEAD' })
    expect([head.headers.get('content-length'), await head.text()]).toEqual([String(pdf().length), ''])
  })

  test('may be a presentation', async () => {
    const { kind, address } = await exhibitor.keep('Доклад.pptx', await presentation(), BOOTH)
    expect(kind).toBe('presentation')
    expect((await get(address)).headers.get('content-disposition')).toMatch(/^attachment/)
  })
})

describe('an upload', () => {
  test('goes on where it broke off, and its end may be asked for twice', async () => {
    const bytes = film()
    const { id } = (await (await exhibitor.begin('film.mp4', bytes.length, BOOTH)).json()) as { id: string }
    const half = Math.floor(bytes.length / 2)
    expect((await exhibitor.patch(id, 0, bytes.subarray(0, half))).status).toBe(204)
    const early = await (await exhibitor.finish(id)).json()
    expect(early).toMatchObject({ error: 'faulty-file', file: { fault: 'incomplete' } })

    const head = await exhibitor.step('HEAD', id, TUS)
    expect(head.headers.get('upload-offset')).toBe(String(half))
    expect(head.headers.get('upload-length')).toBe(String(bytes.length))
    expect((await exhibitor.patch(id, half, bytes.subarray(half))).status).toBe(204)
    const first = await (await exhibitor.finish(id)).json()
    expect(await (await exhibitor.finish(id)).json()).toEqual(first)
    const whole = await get(first.address)
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(bytes)
  })

  test('that is given up is gone', async () => {
    const { id } = (await (await guest.begin('a.pdf', 1000, null)).json()) as { id: string }
    await guest.patch(id, 0, new Uint8Array(10))
    expect((await guest.step('DELETE', id, TUS)).status).toBe(204)
    expect((await guest.step('HEAD', id, TUS)).status).toBe(404)
    expect((await guest.finish(id)).status).toBe(404)
  })
})

describe('an attachment', () => {
  test('is for its owner alone until it is sent to somebody', async () => {
    const { address } = await guest.keep('vopros.pdf', pdf(), null)
    expect((await get(address)).status).toBe(404)
    expect((await exhibitor.browser.get(address)).status).toBe(404)
    const own = await guest.browser.get(address)
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  })

  test('is read by those it was sent to, and by nobody else', async () => {
    const { address, name } = await guest.keep('vopros.pdf', pdf(), null)
    const said = await guest.browser.send('POST', `/api/exhibitors/${BOOTH}/messages`, {
      id: crypto.randomUUID(),
      to: 'staff',
      text: 'Посмотрите, пожалуйста',
      attachments: [{ address, kind: 'pdf', name }],
    })
    expect(said.status).toBe(200)
    expect((await exhibitor.browser.get(address)).status).toBe(200)
    expect((await get(address)).status).toBe(404)
    const other = new Browser(salon.url)
    await other.send('POST', '/api/me', { name: 'Борис', look: anyLook(() => 0), language: 'ru', findable: false })
    expect((await other.get(address)).status).toBe(404)
  })

  test('of somebody else cannot be sent', async () => {
    const { address, name } = await guest.keep('mine.pdf', pdf(), null)
    const said = await exhibitor.browser.send('POST', '/api/exhibitors/knizhnyj-shkaf/messages', {
      id: crypto.randomUUID(),
      to: 'staff',
      text: 'Чужое',
      attachments: [{ address, kind: 'pdf', name }],
    })
    expect(await said.json()).toMatchObject({ error: 'malformed', field: 'attachments' })
    expect(fileIdOf(address)).not.toBeNull()
  })
})
