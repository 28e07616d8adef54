/**
 * The world under load: 1,000 booths in one hall and 2,000 people in sight, in Chromium.
 *
 * `npm run bench -- world [--booths 1000] [--people 2000] [--frames 400]`. JavaScript a frame is measured with the draw calls of
 * WebGL stubbed, so that it says what our code costs whatever draws the pixels; the naive baseline (one mesh a part a booth, one
 * mesh a person, placed one by one) runs in the same page under the same stub. Draw calls and triangles are counted at places
 * along the alleys and the most of each is reported. Memory is what the page holds after a garbage collection.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type CDPSession, chromium } from 'playwright-core'
import { build, preview } from 'vite'
import { requireChromium } from '../../scripts/chromium.ts'

const CHROMIUM_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--js-flags=--expose-gc',
  '--enable-precise-memory-info',
]
/** Hall switches after which the heap must be where it was. */
const SWITCHES = 20

/** @throws Error when the page fails or Chromium is not there */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args,
    options: {
      booths: { type: 'string', default: '1000' },
      people: { type: 'string', default: '2000' },
      frames: { type: 'string', default: '400' },
    },
  })
  const outDir = mkdtempSync(join(tmpdir(), 'alleya-world-'))
  const configFile = join(import.meta.dirname, 'world/vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    const address = server.resolvedUrls?.local[0] ?? ''
    await page.goto(`${address}?bench=1&booths=${values.booths}&people=${values.people}`)
    const opened = page.waitForFunction('window.bench !== undefined', null, { timeout: 300_000 })
    await opened.catch(() => {
      throw new Error(`The page did not come up: ${errors.join('; ') || 'no error given'}`)
    })
    const session = await page.context().newCDPSession(page)
    const heapMB = await heap(session)
    const figures = await page.evaluate((frames) => window.bench?.measure(frames), Number(values.frames))
    const before = await heap(session)
    await page.evaluate((switches) => window.bench?.switchHalls(switches), SWITCHES)
    const after = await heap(session)
    if (!figures || errors.length > 0) throw new Error(`The page failed: ${errors.join('; ')}`)
    return {
      bench: 'world',
      booths: Number(values.booths),
      people: Number(values.people),
      ...figures,
      heapMB,
      driftMB: round(after - before),
    }
  } finally {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}

/** Megabytes of JavaScript heap and array buffers in use, garbage collected first. */
async function heap(session: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number
    backingStorageSize?: number
  }
  return round((usedSize + (backingStorageSize ?? 0)) / 1e6)
}

const round = (value: number): number => Math.round(value * 10) / 10
