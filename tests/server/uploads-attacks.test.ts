/** What was tried with uploads, and what came back. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { inRendition } from '../../shared/files/address.ts'
import type { FileFault, KeptFile } from '../../shared/files/upload.ts'
import { anyLook } from '../../shared/people/look.ts'
import type { Problem } from '../../shared/salon/problem.ts'
import { Browser } from './browser.ts'
import { film, gifScript, hugePng, longIndex, pdf, photo, presentation, swollen, vp9Film } from './sample-files.ts'
import { openTestSalon, type TestSalon } from './test-salon.ts'
import { BYTES, TUS, Uploader } from './uploading.ts'

for (const method of ['info', 'warn'] as const) vi.spyOn(console, method).mockImplementation(() => {})

const BOOTH = 'zhestyanka'
const MB = 1024 * 1024
const SCRIPT = '<script>alert(document.cookie)</script>'

let salon: TestSalon
let exhibitor: Uploader
let anna: Uploader
let boris: Uploader
beforeAll(async () => {
  salon = await openTestSalon({ EXHIBITOR_FILES_MB: '100' })
  const browser = new Browser(salon.url)
  const account = salon.demoAccounts.find(({ who }) => who === 'exhibitor')
  await browser.send('POST', '/api/sign-in', { email: account?.email, password: account?.password })
  exhibitor = new Uploader(browser, salon.url)
  anna = await guest('Анна')
  boris = await guest('Борис')
}, 180_000)
afterAll(() => salon.close())

async function guest(name: string): Promise<Uploader> {
  const browser = new Browser(salon.url)
  await browser.send('POST', '/api/me', { name, look: anyLook(() => 0), language: 'ru', findable: false })
  return new Uploader(browser, salon.url)
}

/** Everything that lies in storage or on its way there. */
const lying = (): string[] =>
  ['files', 'uploads'].flatMap((folder) =>
    readdirSync(join(salon.dataDir, folder), { recursive: true, encoding: 'utf8' }).map((one) => `${folder}/${one}`),
  )

const begun = async (who: Uploader, name: string, bytes: number, exhibitorId: string | null): Promise<string> =>
  ((await (await who.begin(name, bytes, exhibitorId)).json()) as { id: string }).id

describe('a file that is not what it says, or nothing we take', () => {
  const text = (content: string) => async () => Buffer.from(content)
  const TRIED: readonly (readonly [what: string, name: string, make: () => Promise<Uint8Array>, fault: FileFault])[] = [
    ['an SVG with a script', 'logo.svg', text(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), 'markup'],
    ['an SVG called PNG', 'logo.png', text(`<?xml version="1.0"?><svg>${SCRIPT}</svg>`), 'markup'],
    ['HTML called PDF', 'catalogue.pdf', text(`<!doctype html>${SCRIPT}`), 'markup'],
    ['HTML after a byte order mark', 'page.jpg', text(`\ufeff  <html>${SCRIPT}`), 'markup'],
    [
      'a Windows program called MP4',
      'film.mp4',
      async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
      'executable',
    ],
    [
      'an ELF program',
      'photo.jpg',
      async () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)]),
      'executable',
    ],
    ['a shell script', 'run.pdf', text('#!/bin/sh\nrm -rf /\n'), 'executable'],
    [
      'a ZIP called PPTX',
      'deck.pptx',
      async () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      'archive',
    ],
    ['a presentation with macros', 'deck.pptx', () => presentation({ 'ppt/vbaProject.bin': 'x' }), 'macros'],
    ['a presentation with a program in it', 'deck.pptx', () => presentation({ 'ppt/media/run.exe': 'MZ' }), 'macros'],
    ['a presentation that swells to gigabytes', 'deck.pptx', async () => swollen(await presentation()), 'archive'],
    ['a PNG of 50,000 × 50,000 pixels in 100 bytes', 'bomb.png', async () => hugePng(50_000), 'too-many-pixels'],
    ['half a photo', 'photo.jpg', async () => (await photo()).subarray(0, 2000), 'broken'],
    ['the head of a PDF with HTML after it', 'a.pdf', text(`%PDF-1.7\n${SCRIPT}`), 'broken'],
    ['a film that is not H.264', 'film.mp4', vp9Film, 'video-codec'],
    ['the head of a film', 'film.mp4', async () => film().subarray(0, 400), 'broken'],
    ['a film that is an index of 65 MB', 'film.mp4', async () => longIndex(65 * MB), 'broken'],
    ['noise', 'data.bin', async () => Buffer.alloc(5000, 7), 'unknown-type'],
  ]
  test.each(TRIED)('%s is refused, and nothing of it stays', async (_, name, make, fault) => {
    const before = lying()
    const answer = (await exhibitor.upload(name, await make(), BOOTH)) as Problem
    expect(answer).toMatchObject({ error: 'faulty-file', file: { fault } })
    expect(lying()).toEqual(before)
  })

  test('a photo that is also a page and an archive is a photo when it comes back', async () => {
    const zip = await presentation({ 'evil.js': SCRIPT })
    const polyglot = Buffer.concat([await photo(), Buffer.from(SCRIPT), zip])
    const { address } = await exhibitor.keep('photo.jpg', polyglot, BOOTH)
    const sent = Buffer.from(await (await fetch(`${salon.url}${address}`)).arrayBuffer())
    expect(sent.includes('script')).toBe(false)
    expect(sent.includes('PK')).toBe(false)
    expect((await sharp(sent).metadata()).format).toBe('webp')
  })

  test('a GIF that is also a script is a picture when it comes back', async () => {
    const { address } = await exhibitor.keep('a.gif', gifScript(), BOOTH)
    const sent = Buffer.from(await (await fetch(`${salon.url}${address}`)).arrayBuffer())
    expect([sent.includes('alert'), (await sharp(sent).metadata()).format]).toEqual([false, 'webp'])
  })

  test('a PDF that is also a page is never shown by us as either', async () => {
    const { address } = await exhibitor.keep('a.pdf', Buffer.concat([pdf(), Buffer.from(SCRIPT), pdf()]), BOOTH)
    for (const accept of ['text/html', '*/*']) {
      const { headers } = await fetch(`${salon.url}${address}`, { headers: { accept } })
      expect(headers.get('content-type')).toBe('application/pdf')
      expect(headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  test('a poster that is no picture is refused', async () => {
    const { id, address } = await exhibitor.keep('film.mp4', film(), BOOTH)
    const answer = await exhibitor.step('PUT', `${id}/picture`, { 'content-type': 'image/png' }, Buffer.from(SCRIPT))
    expect(answer.status).toBe(422)
    const large = await exhibitor.step('PUT', `${id}/picture`, {}, new Uint8Array(6 * MB))
    expect(large.status).toBe(413)
    expect((await fetch(`${salon.url}${inRendition(address, 'poster.webp')}`)).status).toBe(404)
  })
})

describe('a name', () => {
  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\cmd.exe', 'cmd.exe'],
    ['doc\u202efdp.exe', 'docfdp.exe'],
    ['a\u0000b\r\nSet-Cookie: x=1.pdf', 'abSet-Cookie: x=1.pdf'],
    ['"; filename="evil.html', '"; filename="evil.html'],
  ])('%j is only shown, as %j, and is no path and no header', async (name, shown) => {
    const before = new Set(lying())
    const kept = await exhibitor.keep(name, pdf(), BOOTH)
    expect(kept.name).toBe(shown)
    const news = lying().filter((path) => !before.has(path))
    expect(news.filter((path) => !/^files\/[\w-]{22}(\/document\.pdf)?$/.test(path))).toEqual([])
    const { headers } = await fetch(`${salon.url}${kept.address}`)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w .-]+\.pdf"; filename\*=UTF-8''[\w.%~!-]+$/,
    )
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('what is served', () => {
  const served = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${salon.url}${path}`, { headers })

  test('cannot be asked for as something else', async () => {
    const { id, address } = await exhibitor.keep('photo.jpg', await photo(), BOOTH)
    for (const path of [`${address}?type=text/html`, `${address}#.html`]) {
      const { headers } = await served(path, { accept: 'text/html', 'content-type': 'text/html' })
      expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/webp', 'nosniff'])
    }
    for (const name of [
      'large.html',
      'film.mp4',
      'large.webp.html',
      '__proto__',
      'constructor',
      'large.webp%00.html',
    ]) {
      const answer = await served(`/files/${id}/${name}`)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    }
  })

  test('is never more than there is, however its parts are asked for', async () => {
    const { address } = await exhibitor.keep('film.mp4', film(), BOOTH)
    const size = film().length
    const TRIED: readonly (readonly [range: string, status: number, bytes: number])[] = [
      ['bytes=0-0', 206, 1],
      [`bytes=0-${'9'.repeat(400)}`, 206, size],
      [`bytes=-${'9'.repeat(400)}`, 206, size],
      [`bytes=${size}-`, 416, 0],
      [`bytes=${'9'.repeat(30)}-`, 416, 0],
      ['bytes=-0', 416, 0],
      ['bytes=5-2', 200, size],
      ['bytes=a-b', 200, size],
      [`bytes=${Array.from({ length: 500 }, () => '0-').join()}`, 200, size],
    ]
    for (const [range, status, bytes] of TRIED) {
      const answer = await served(address, { range })
      expect([range.slice(0, 20), answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([
        ...[range.slice(0, 20), status, bytes],
      ])
    }
  })

  test('of whatever was kept, is one of four types, never guessed, and begins as that type does', async () => {
    const MARKUP = ['<html>', SCRIPT, '<svg onload=alert(1)>', '<?xml version="1.0"?>', '%PDF-1.4\n', 'PK\x03\x04', '']
    const BEGINS: Readonly<Record<string, RegExp>> = {
      'image/webp': /^RIFF.{4}WEBP/s,
      'video/mp4': /^.{4}ftyp/s,
      'application/pdf': /^%PDF-/,
      'application/vnd.openxmlformats-officedocument.presentationml.presentation': /^PK/,
    }
    const samples = [await photo(64, 48), film(), pdf(), await presentation(), gifScript(), Buffer.from(SCRIPT)]
    let keptOnes = 0
    const tried = fc.record({
      ...{ before: fc.constantFrom(...MARKUP), sample: fc.constantFrom(...samples), after: fc.constantFrom(...MARKUP) },
      name: fc.constantFrom('a.html', 'a.svg', 'a.jpg', 'a.mp4', 'a.pdf'),
    })
    await fc.assert(
      fc.asyncProperty(tried, async ({ before, sample, after, name }) => {
        const body = Buffer.concat([Buffer.from(before), sample, Buffer.from(after)])
        const kept = await exhibitor.upload(name, body, BOOTH)
        if ('error' in kept) return
        keptOnes++
        const answer = await served(kept.address, { accept: 'text/html' })
        const type = answer.headers.get('content-type') ?? ''
        expect(Object.keys(BEGINS)).toContain(type)
        expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 64)).toMatch(BEGINS[type] ?? /never/)
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
        if (!/^(image|video)/.test(type)) expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
      }),
      { numRuns: 40, examples: samples.map((sample) => [{ before: '', sample, after: SCRIPT, name: 'a.html' }]) },
    )
    expect(keptOnes).toBeGreaterThan(4)
  })
})

describe('too much', () => {
  test('ten gigabytes are refused before a byte is sent', async () => {
    const answer = await exhibitor.begin('film.mp4', 10 * 1024 * MB, BOOTH)
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'malformed', field: 'bytes' }])
  })

  test('a stream longer than was announced is cut off, and what arrived is no file', async () => {
    const id = await begun(exhibitor, 'a.pdf', 100, BOOTH)
    const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(64 * 1024).fill(65)) })
    const sent = fetch(`${salon.url}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { cookie: exhibitor.browser.cookie, ...BYTES, 'upload-offset': '0' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    const status = await sent.then(
      (answer) => answer.status,
      () => 'cut off',
    )
    expect([413, 400, 'cut off']).toContain(status)
    expect(await (await exhibitor.finish(id)).json()).toMatchObject({ error: 'faulty-file' })
  })

  test('a photo heavier than photos are is refused', async () => {
    const heavy = Buffer.concat([await photo(), Buffer.alloc(26 * MB)])
    expect(await exhibitor.upload('a.jpg', heavy, BOOTH)).toMatchObject({
      error: 'faulty-file',
      file: { fault: 'too-heavy', found: '25' },
    })
  })

  test('the last room is not taken twice, by however many at once', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => exhibitor.begin('film.mp4', 45 * MB, BOOTH)))
    expect(asked.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2)
    expect(asked.filter(({ status }) => status === 409).length).toBeGreaterThanOrEqual(6)
    const attachments = await Promise.all(Array.from({ length: 8 }, () => anna.begin('a.pdf', 90 * MB, null)))
    expect(attachments.filter(({ status }) => status === 200).length).toBe(2)
  })
})

describe('an upload of somebody else', () => {
  test('is not there: nobody asks how far it is, adds to it, ends it, or takes it', async () => {
    const id = await begun(boris, 'mine.pdf', pdf().length, null)
    const theirs = [
      await anna.step('HEAD', id, TUS),
      await anna.patch(id, 0, pdf()),
      await anna.step('DELETE', id, TUS),
      await anna.finish(id),
      await anna.step('PUT', `${id}/picture`, {}, await photo()),
    ]
    expect(theirs.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    const nobody = new Uploader(new Browser(salon.url), salon.url)
    expect((await nobody.patch(id, 0, pdf())).status).toBe(401)
    await boris.patch(id, 0, pdf())
    expect(((await (await boris.finish(id)).json()) as KeptFile).kind).toBe('pdf')
  })

  test('cannot be begun for a booth one does not work for', async () => {
    expect((await anna.begin('a.pdf', 10, BOOTH)).status).toBe(403)
    expect((await exhibitor.begin('a.pdf', 10, 'knizhnyj-shkaf')).status).toBe(403)
    expect((await exhibitor.begin('a.pdf', 10, 'no-such-exhibitor')).status).toBe(403)
  })
})

describe('steps that are none', () => {
  test('offsets that do not follow, other lengths, and methods in disguise', async () => {
    const body = pdf()
    const id = await begun(boris, 'a.pdf', body.length, null)
    expect((await boris.patch(id, 5, body)).status).toBe(409)
    expect((await boris.patch(id, -1, body)).status).toBeGreaterThanOrEqual(400)
    const longer = { ...BYTES, 'upload-offset': '0', 'upload-length': String(10 * MB) }
    expect((await boris.step('PATCH', id, longer, body)).status).toBeGreaterThanOrEqual(400)
    expect(
      (await boris.step('PATCH', id, { ...TUS, 'upload-offset': '0', 'content-type': 'text/html' }, body)).status,
    ).toBe(400)
    for (const method of ['GET', 'PATCH', 'DELETE'])
      expect(
        (await boris.step('PATCH', id, { ...BYTES, 'upload-offset': '0', 'x-http-method-override': method }, body))
          .status,
      ).toBe(404)
    expect((await boris.step('GET', id, TUS)).status).toBe(404)
    expect((await boris.patch(id, 0, body)).status).toBe(204)
    expect(((await (await boris.finish(id)).json()) as KeptFile).kind).toBe('pdf')
  })

  test('from another site are refused', async () => {
    const id = await begun(boris, 'a.pdf', 10, null)
    const sites: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]
    for (const headers of sites)
      expect(
        (await boris.step('PATCH', id, { ...BYTES, 'upload-offset': '0', ...headers }, new Uint8Array(10))).status,
      ).toBe(403)
  })

  test('ids that are paths lead nowhere', async () => {
    for (const id of ['..%2f..%2fauth-secret', '%2e%2e', '.json'])
      expect((await boris.step('HEAD', id, TUS)).status).toBe(404)
    expect((await boris.step('HEAD', 'a%00b', TUS)).status).toBe(400)
    for (const path of [
      '/files/..%2f..%2fauth-secret/x',
      '/files/..%2fauth-secret/document.pdf',
      '/files/a/..%2f..%2fauth-secret',
    ])
      expect((await fetch(`${salon.url}${path}`)).status).toBe(404)
  })
})
