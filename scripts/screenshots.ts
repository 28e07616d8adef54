/**
 * `npm run screenshots`: pictures of the running demo into docs/screenshots, on a desktop and a phone, in both
 * languages. A salon of its own is started for them; software rendering needs some patience. Arguments are parts of the
 * names of the pictures to take.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { LANGUAGES, type Language } from '../shared/language.ts'
import type { Salon } from '../shared/salon/model.ts'
import { buildClient } from './build.ts'
import { CHROMIUM_FLAGS, requireChromium } from './chromium.ts'
import { ACCOUNT_SCENES } from './screenshots/account.ts'
import { DemoSalon } from './screenshots/demo-salon.ts'
import { DESK_SCENES } from './screenshots/desk.ts'
import { parkScenes } from './screenshots/park.ts'
import type { Scene } from './screenshots/scene.ts'
import { visitScenes } from './screenshots/visit.ts'

const target = resolve(import.meta.dirname, '../docs/screenshots')
const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
/** As much detail as such a machine usually shows. */
const TIERS = { desktop: 'high', phone: 'medium' } as const
type Screen = keyof typeof SCREENS

await buildClient()
mkdirSync(target, { recursive: true })
const demo = new DemoSalon()
try {
  const { salon, plan } = await demo.ready()
  const browser = await chromium.launch({ executablePath: requireChromium(), args: [...CHROMIUM_FLAGS] })
  const wanted = process.argv.slice(2)
  for (const scene of [...parkScenes(plan), ...visitScenes(plan), ...ACCOUNT_SCENES, ...DESK_SCENES]) {
    for (const language of LANGUAGES) {
      for (const screen of Object.keys(SCREENS) as Screen[]) {
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
  await demo.close()
}

async function take(
  context: BrowserContext,
  salon: Salon,
  scene: Scene,
  { language, tier, file }: { language: Language; tier: string; file: string },
): Promise<void> {
  context.setDefaultTimeout(180_000)
  const settings = { state: { view: scene.view ?? 'world', tier, hintSeen: true }, version: 0 }
  await context.addInitScript(
    ([remembered, spoken]) => {
      localStorage.setItem('alleya-settings', remembered as string)
      localStorage.setItem('alleya-language', spoken as string)
    },
    [JSON.stringify(settings), language],
  )
  await arrive(context, scene, language)
  const page = await context.newPage()
  const hall = `/hall/${salon.halls[0]?.id ?? ''}${scene.at ? `?at=${scene.at}` : ''}`
  await page.goto(demo.url + (scene.path ?? (scene.view === null ? '/' : hall)))
  if (scene.view !== null) await page.locator('#view').waitFor()
  await page.waitForTimeout(scene.view === 'world' ? 20_000 : 3_000)
  await scene.act?.(page, language)
  await page.waitForTimeout(scene.view === 'world' ? 6_000 : 1_500)
  await page.screenshot({ path: file })
}

/** Signs in as whoever looks, or comes in as a guest where there is a hall to come into. */
async function arrive(context: BrowserContext, scene: Scene, language: Language): Promise<void> {
  const headers = { origin: demo.url }
  if (scene.as) await context.request.post(`${demo.url}/api/sign-in`, { headers, data: demo.accountOf(scene.as) })
  else if (scene.view !== null) {
    const look = { build: 1, height: 2, skin: 1, hair: 3, hairStyle: 4, shirt: 5, trousers: 6, outfit: 1 }
    const name = language === 'ru' ? 'Вера' : 'Vera'
    await context.request.post(`${demo.url}/api/me`, { headers, data: { name, look, language, findable: false } })
  }
}
