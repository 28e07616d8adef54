/** Where exhibitors and organizers work: each page as axe sees it, and at the narrowest width that people zoom to. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts as boothImport } from '../../client/booth-import/texts.ts'
import { texts as workspace } from '../../client/workspace/texts.ts'
import type { Draft } from '../../shared/booth/draft.ts'
import { findings } from './axe.ts'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person, until } from './visitor.ts'

let salon: Salon
let browser: Browser

beforeAll(async () => {
  salon = await openSalon({ DEMO_CROWD: '0' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await salon.close()
})

async function signedIn(
  who: 'exhibitor' | 'organizer',
  as: { readonly language: 'ru' | 'en'; readonly phone: boolean },
): Promise<Person> {
  const person = await Person.arrive(browser, { name: who, view: 'list', reducedMotion: true, ...as })
  const data = salon.accountOf(who)
  await person.page.request.post(`${salon.url}/api/sign-in`, { headers: { origin: salon.url }, data })
  return person
}

const PAGES = {
  exhibitor: [
    '/workspace/zhestyanka',
    '/leads/zhestyanka',
    '/figures/zhestyanka',
    '/workspace/zhestyanka/webhooks',
    '/inbox/zhestyanka',
  ],
  organizer: ['/workspace', '/booth-import', '/attendance', '/reports'],
} as const

describe.each([
  { language: 'ru', phone: true },
  { language: 'en', phone: false },
] as const)('pages of those who work at the salon ($language, phone: $phone)', ({ language, phone }) => {
  test.each(['exhibitor', 'organizer'] as const)('of an %s satisfy WCAG 2.2 AA as far as axe can tell', async (who) => {
    const person = await signedIn(who, { language, phone })
    for (const path of PAGES[who]) {
      await person.page.goto(salon.url + path)
      await settled(person)
      expect(await findings(person), path).toEqual([])
    }
    expect(person.faults).toEqual([])
    await person.leave()
  })

  test('every part of the workspace does, too', async () => {
    const owner = await signedIn('exhibitor', { language, phone })
    await owner.page.goto(`${salon.url}/workspace/zhestyanka`)
    await settled(owner)
    const parts = owner.page.getByRole('navigation').first().getByRole('button')
    const count = await parts.count()
    expect(count).toBeGreaterThan(5)
    for (let at = 0; at < count; at++) {
      const name = await parts.nth(at).textContent()
      // The picture in 3D takes a minute to draw in software, and nothing of it is for axe.
      if (name === workspace[language].look) continue
      await parts.nth(at).click()
      await settled(owner)
      expect(await findings(owner), name ?? '').toEqual([])
    }
    await owner.leave()
  })
})

test('nothing has to be scrolled sideways at 320 pixels, which is a desktop at 400 %', async () => {
  for (const who of ['exhibitor', 'organizer'] as const) {
    const person = await signedIn(who, { language: 'ru', phone: true })
    await person.page.setViewportSize({ width: 320, height: 640 })
    for (const path of PAGES[who]) {
      await person.page.goto(salon.url + path)
      await settled(person)
      const wide = await person.page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, path).toBeLessThanOrEqual(320)
    }
    await person.leave()
  }
})

test('an organizer fills booths from a table: checks, corrects, publishes; the exhibitor finds it', async () => {
  const organizer = await signedIn('organizer', { language: 'ru', phone: false })
  const say = (key: keyof typeof boothImport.ru): string => boothImport.ru[key]
  const { page } = organizer
  await page.goto(`${salon.url}/workspace`)
  await page.getByRole('link', { name: workspace.ru.fromTable }).click()
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'стенды.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

  await choose('exhibitor;summary_ru;color\nЖестянка;Роботы для сёл;\nnobody;;\nzhestyanka;;red\n')
  await page.getByText(say('row_unknown-exhibitor')).waitFor()
  await page.getByText(`color: ${say('row_wrong-form')}`).waitFor()
  expect(await page.getByRole('button', { name: say('publish') }).count()).toBe(0)
  expect(await findings(organizer), 'report').toEqual([])

  await page.getByRole('button', { name: say('another') }).click()
  await choose('exhibitor;summary_ru\nЖестянка;Роботы для сёл\n')
  await page.getByRole('button', { name: say('publish') }).click()
  await page.getByRole('heading', { name: 'Готово' }).waitFor()

  const owner = await signedIn('exhibitor', { language: 'ru', phone: false })
  const draft = await until('it is in the draft', async () => {
    const answer = await owner.page.request.get(`${salon.url}/api/booths/zhestyanka/draft`)
    const told = (await answer.json()) as Draft
    return told.published.summary.ru === 'Роботы для сёл' ? told : null
  })
  expect(draft.document.summary.ru).toBe('Роботы для сёл')
  await Promise.all([organizer.leave(), owner.leave()])
})

/** A page whose questions are answered: nothing says that it is loading, and its title is there. */
async function settled({ page }: Person): Promise<void> {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
}
