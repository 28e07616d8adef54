/**
 * `npm run screenshots`: pictures of the running demo into docs/screenshots, on a desktop and a phone, in both
 * languages. A salon of its own is started for them; software rendering needs some patience.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { boothsOf } from '../shared/floorplan/booths.ts'
import { hallPlanOf, hallsOf, type Plan } from '../shared/floorplan/model.ts'
import { toHall } from '../shared/floorplan/point.ts'
import { LANGUAGES, type Language } from '../shared/language.ts'
import type { Salon } from '../shared/salon/model.ts'
import { buildClient } from './build.ts'
import { CHROMIUM_FLAGS, requireChromium } from './chromium.ts'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'docs/screenshots')
const PORT = Number(process.env.PORT ?? 8099)
const url = `http://127.0.0.1:${PORT}`
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
/** As much detail as such a machine usually shows. */
const TIERS = { desktop: 'high', phone: 'medium' } as const
type Screen = keyof typeof SCREENS

/** What a picture shows: where one comes in (x, z, heading in degrees), in which view, and what one does there. */
interface Scene {
  readonly name: string
  readonly view: 'world' | 'map' | 'list' | null
  readonly at?: string
  readonly act?: (page: Page) => Promise<void>
}

await buildClient()
mkdirSync(target, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'alleya-screenshots-'))
const server = spawn(process.execPath, [join(root, 'game-server/main.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(PORT), DATA_DIR: data, DEMO_CROWD: '60' },
})
try {
  const salon = await ready()
  const plan: Plan = await (await fetch(`${url}/api/plans/${salon.planVersion}`)).json()
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [...CHROMIUM_FLAGS] })
  const wanted = process.argv.slice(2)
  for (const language of LANGUAGES) {
    for (const screen of Object.keys(SCREENS) as Screen[]) {
      for (const scene of scenesOf(plan)) {
        const file = `${scene.name}-${screen}-${language}.png`
        if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue
        const context = await browser.newContext({
          viewport: SCREENS[screen],
          locale: language,
          hasTouch: screen === 'phone',
          reducedMotion: 'reduce',
        })
        await take(context, salon, scene, { language, tier: TIERS[screen], file: join(target, file) })
        await context.close()
        console.log(file)
      }
    }
  }
  await browser.close()
} finally {
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
  rmSync(data, { recursive: true, force: true })
}

function scenesOf(plan: Plan): Scene[] {
  const hall = hallsOf(plan)[0]
  const hallPlan = hall && hallPlanOf(plan, hall.id)
  if (!hallPlan) throw new Error('The demo has no hall.')
  const plaza = hallPlan.plazas[0]
  const main = hallPlan.alleys.find((alley) => alley.role === 'main')
  const side = hallPlan.alleys.find((alley) => alley.role === 'side' && alley.planting === 'cherry') ?? main
  const booth = [...boothsOf(hallPlan).values()].find(({ alley, booth }) => alley === side && booth.width >= 6)
  const place = (x: number, z: number, heading: number): string => [x, z, heading].map((n) => n.toFixed(1)).join(',')
  const way = (from: { x: number; z: number }, to: { x: number; z: number }): number =>
    (Math.atan2(to.x - from.x, to.z - from.z) * 180) / Math.PI
  const scenes: Scene[] = [{ name: 'entrance', view: null }]
  if (side) {
    const from = { x: side.x + (side.toX - side.x) * 0.2, z: side.z + (side.toZ - side.z) * 0.2 }
    scenes.push({ name: 'alley', view: 'world', at: place(from.x, from.z, way(from, { x: side.toX, z: side.toZ })) })
  }
  if (plaza) {
    const edge = { x: plaza.x - 1.5, z: plaza.z + plaza.radius * 0.92 }
    scenes.push({ name: 'plaza', view: 'world', at: place(edge.x, edge.z, way(edge, plaza)) })
  }
  if (booth) {
    const before = toHall({ x: 0.8, z: booth.booth.depth / 2 + 4 }, booth.booth)
    scenes.push({ name: 'booth', view: 'world', at: place(before.x, before.z, way(before, booth.booth)) })
    scenes.push({
      name: 'booth-panel',
      view: 'world',
      at: place(before.x, before.z, way(before, booth.booth)),
      act: (page) => openFound(page, booth.booth.number),
    })
  }
  const over = plaza && place(plaza.x, plaza.z + plaza.radius, 180)
  scenes.push({
    name: 'above',
    view: 'world',
    ...(over && { at: over }),
    act: async (page) => {
      const { width, height } = page.viewportSize() ?? SCREENS.desktop
      await page.mouse.move(width / 2, height / 2)
      for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 240)
      await page.mouse.down()
      await page.mouse.move(width / 2, height / 2 + 260, { steps: 4 })
      await page.mouse.up()
    },
  })
  scenes.push({ name: 'map', view: 'map' }, { name: 'list', view: 'list' })
  return scenes
}

async function openFound(page: Page, what: string): Promise<void> {
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByRole('combobox').fill(what)
  await page.getByRole('dialog').getByRole('option').first().click()
}

async function take(
  context: BrowserContext,
  salon: Salon,
  scene: Scene,
  { language, tier, file }: { language: Language; tier: string; file: string },
): Promise<void> {
  context.setDefaultTimeout(180_000)
  const page = await context.newPage()
  const settings = { state: { view: scene.view ?? 'world', tier, hintSeen: true }, version: 0 }
  await context.addInitScript(
    ([remembered, spoken]) => {
      localStorage.setItem('alleya-settings', remembered as string)
      localStorage.setItem('alleya-language', spoken as string)
    },
    [JSON.stringify(settings), language],
  )
  if (scene.view !== null) {
    const look = { build: 1, height: 2, skin: 1, hair: 3, hairStyle: 4, shirt: 5, trousers: 6, outfit: 1 }
    const name = language === 'ru' ? 'Вера' : 'Vera'
    await context.request.post(`${url}/api/me`, {
      headers: { origin: url },
      data: { name, look, language, findable: false },
    })
  }
  const hallId = salon.halls[0]?.id ?? ''
  await page.goto(scene.view === null ? url : `${url}/hall/${hallId}${scene.at ? `?at=${scene.at}` : ''}`)
  if (scene.view !== null) await page.locator('#view').waitFor()
  await page.waitForTimeout(scene.view === 'world' ? 20_000 : 5_000)
  await scene.act?.(page)
  await page.waitForTimeout(scene.view === 'world' ? 6_000 : 1_500)
  await page.screenshot({ path: file })
}

async function ready(): Promise<Salon> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const salon = await fetch(`${url}/api/salon`).then(
      (answer) => (answer.ok ? (answer.json() as Promise<Salon>) : null),
      () => null,
    )
    if (salon) return salon
    if (Date.now() > deadline) throw new Error('The salon did not open.')
    await new Promise((wake) => setTimeout(wake, 300))
  }
}
