/**
 * Draws the demo salon's media from assets/demo/exhibitors.json into assets/demo/media:
 *
 *   node scripts/demo/render.ts logos|posters|videos [exhibitor id…]
 *
 * Needs Chromium (CHROMIUM, default /usr/bin/chromium) and, for videos, ffmpeg with libx264. Deterministic: the drawing
 * depends on nothing but the exhibitor's record. Runs only when the demo is edited, never at start.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import type { Exhibit } from './art/exhibit.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MEDIA = `${ROOT}assets/demo/media`
// A name that resolves nowhere: every request is answered from disk below.
const STUDIO = 'http://studio.invalid'

/** Bytes a file may have; what is drawn is squeezed until it fits. */
const LIMIT = { logo: 6 * 1024, poster: 30 * 1024, video: 250 * 1024 }
const VIDEO = { width: 640, fps: 25, seconds: 8 }

interface Listed extends Omit<Exhibit, 'index'> {
  readonly logo: string
  readonly poster: string
  readonly video: string | null
}

const [what, ...only] = process.argv.slice(2)
if (what !== 'logos' && what !== 'posters' && what !== 'videos') {
  console.error('Say what to draw: logos, posters or videos')
  process.exit(1)
}
const listed = JSON.parse(await readFile(`${ROOT}assets/demo/exhibitors.json`, 'utf8')) as Listed[]
const chosen = listed.map((e, index) => ({ ...e, index })).filter((e) => only.length === 0 || only.includes(e.id))
await mkdir(`${MEDIA}/${what}`, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
  ],
})
const page = await openStudio()
for (const exhibit of chosen) {
  if (what === 'logos') await webp(await page.evaluate(draw, { exhibit, tool: 'drawLogo' }), exhibit.logo, LIMIT.logo)
  if (what === 'posters')
    await webp(await page.evaluate(draw, { exhibit, tool: 'drawPoster' }), exhibit.poster, LIMIT.poster)
  if (what === 'videos' && exhibit.video) await film(page, exhibit, exhibit.video)
}
await browser.close()

async function openStudio(): Promise<Page> {
  const opened = await browser.newPage()
  opened.on('pageerror', (error) => console.error(error))
  await opened.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    const file = await readFile(`${ROOT}${path.slice(1)}`)
    if (path.endsWith('.ts'))
      return route.fulfill({ contentType: 'text/javascript', body: stripTypeScriptTypes(file.toString()) })
    return route.fulfill({ body: file })
  })
  await opened.goto(`${STUDIO}/`)
  const font = (family: string, name: string) =>
    (['cyrillic', 'latin'] as const).map((script) => ({
      family,
      url: `/node_modules/@fontsource-variable/${name}/files/${name}-${script}-wght-normal.woff2`,
      range: script === 'cyrillic' ? 'U+0400-045F,U+2116' : 'U+0000-00FF,U+2013-201E,U+2026',
    }))
  await opened.evaluate(
    async (files) => {
      const studio = await import(`${location.origin}/scripts/demo/art/studio.ts`)
      await studio.loadFonts(files)
    },
    [...font('Literata Variable', 'literata'), ...font('Onest Variable', 'onest')],
  )
  return opened
}

/** Runs in the page. */
async function draw({ exhibit, tool }: { exhibit: Exhibit; tool: string }): Promise<string> {
  const studio = await import(`${location.origin}/scripts/demo/art/studio.ts`)
  return studio[tool](exhibit)
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}

async function webp(dataUrl: string, path: string, limit: number): Promise<void> {
  const picture = sharp(bytesOf(dataUrl))
  // Flat marks are smaller and crisper without loss; near-lossless gives way little by little where edges abound.
  const tries = path.startsWith('logos/')
    ? [100, 60, 40, 20, 1].map((quality) => ({ nearLossless: true, quality }))
    : [90, 84, 78, 72, 66, 60, 54, 48].map((quality) => ({ quality, smartSubsample: true }))
  for (const options of tries) {
    const encoded = await picture
      .clone()
      .webp({ ...options, effort: 6 })
      .toBuffer()
    if (encoded.length <= limit) return writeFile(`${MEDIA}/${path}`, encoded)
  }
  throw new Error(`${path} does not fit ${limit} bytes`)
}

async function film(studio: Page, exhibit: Exhibit, path: string): Promise<void> {
  const total = VIDEO.fps * VIDEO.seconds
  const frames: Buffer[] = []
  for (let from = 0; from < total; from += VIDEO.fps) {
    const batch = await studio.evaluate(
      async ({ exhibit, from, to, total, width }) => {
        const { drawFrames } = await import(`${location.origin}/scripts/demo/art/studio.ts`)
        return drawFrames(exhibit, from, to, total, width) as string[]
      },
      { exhibit, from, to: from + VIDEO.fps, total, width: VIDEO.width },
    )
    frames.push(...batch.map(bytesOf))
  }
  for (let crf = 22; ; crf += 2) {
    await encode(frames, crf, `${MEDIA}/${path}`)
    const { size } = await stat(`${MEDIA}/${path}`)
    if (size <= LIMIT.video) return console.log(`${path} ${Math.round(size / 1024)} KB, crf ${crf}`)
    if (crf > 38) throw new Error(`${path} does not fit ${LIMIT.video} bytes`)
  }
}

function encode(frames: readonly Buffer[], crf: number, file: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-y', '-loglevel', 'error', '-f', 'image2pipe', '-c:v', 'mjpeg', '-framerate', `${VIDEO.fps}`, '-i', '-'],
      ...['-c:v', 'libx264', '-profile:v', 'main', '-preset', 'slow', '-tune', 'animation', '-crf', `${crf}`],
      ...['-vf', 'scale=in_range=full:out_range=tv', '-pix_fmt', 'yuv420p', '-g', '50', '-movflags', '+faststart'],
      ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-an', '-threads', '1', file],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  )
  ffmpeg.on('error', reject)
  ffmpeg.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))))
  for (const frame of frames) ffmpeg.stdin.write(frame)
  ffmpeg.stdin.end()
  return promise
}
