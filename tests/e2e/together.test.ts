import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person, until } from './visitor.ts'

describe('two people in separate browsers', () => {
  let salon: Salon
  let browsers: Browser[]
  let anna: Person
  let boris: Person

  beforeAll(async () => {
    salon = await openSalon()
    browsers = await Promise.all([openBrowser(), openBrowser()])
    anna = await Person.arrive(browsers[0] as Browser, { name: 'Анна', view: 'map', language: 'ru' })
    boris = await Person.arrive(browsers[1] as Browser, { name: 'Boris', view: 'list' })
    await anna.comeIn(salon.url)
    await boris.comeIn(salon.url)
    await until('they are in sight of each other', async () => (await anna.metresTo('Boris')) !== null)
  })
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()))
    await salon.close()
  })

  test('see each other walk', async () => {
    const before = (await until('Анна is in sight', () => boris.metresTo('Анна'))) ?? 0
    await anna.page.getByRole('application').focus()
    await anna.page.keyboard.down('ArrowUp')
    await until('the distance has changed', async () => {
      const metres = await boris.metresTo('Анна')
      return metres === null || Math.abs(metres - before) >= 4
    })
    await anna.page.keyboard.up('ArrowUp')
    // Once she stands, both have her in the same place, but for the rounding of metres.
    await until('both agree', async () => {
      const apart = [await boris.metresTo('Анна'), await anna.metresTo('Boris')] as const
      return apart[0] !== null && apart[1] !== null && Math.abs(apart[0] - apart[1]) <= 1
    })
  })

  test('stay where they are when they switch the view, in each of the three', async () => {
    const metres = await until('Boris is in sight', () => anna.metresTo('Boris'))
    for (const view of ['list', 'world', 'map'] as const) {
      await anna.switchTo(view)
      if (view !== 'list') await anna.page.locator('#view canvas').first().waitFor({ timeout: 60_000 })
      await anna.page.waitForTimeout(1500)
      expect(Math.abs(((await anna.metresTo('Boris')) ?? 99) - metres)).toBeLessThanOrEqual(1)
      expect(Math.abs(((await boris.metresTo('Анна')) ?? 99) - metres)).toBeLessThanOrEqual(1)
    }
  })

  test('see each other walk in 3D', async () => {
    const before = await until('Анна is in sight', () => boris.metresTo('Анна'))
    await anna.switchTo('world')
    await anna.page.locator('#view canvas').first().waitFor()
    await anna.page.locator('#view canvas').first().focus()
    await anna.page.keyboard.down('ArrowUp')
    await until('she walks', async () => Math.abs(((await boris.metresTo('Анна')) ?? 99) - before) >= 2, 120_000)
    await anna.page.keyboard.up('ArrowUp')
    await until(
      'she sees that she did',
      async () => Math.abs(((await anna.metresTo('Boris')) ?? before) - before) >= 2,
      60_000,
    )
    await anna.switchTo('map')
  })

  test('hear each other, as plain text', async () => {
    await anna.say('Привет! <b>Рада</b> вас видеть')
    const heard = (await boris.talk()).getByText('Привет! <b>Рада</b> вас видеть')
    await heard.waitFor()
    expect(await boris.page.locator('b', { hasText: 'Рада' }).count()).toBe(0)
  })

  test('are not heard by whoever muted them', async () => {
    const talk = await boris.talk()
    await talk
      .getByRole('button', { name: boris.text('muteShort') })
      .first()
      .click()
    await anna.say('А теперь?')
    await (await anna.talk()).getByText('А теперь?').waitFor()
    await boris.page.waitForTimeout(1000)
    expect(await talk.getByText('А теперь?').count()).toBe(0)
  })

  test('are back in the same place after a reload', async () => {
    const metres = await until('Анна is in sight', () => boris.metresTo('Анна'))
    await anna.page.reload()
    await anna.isInside()
    await until('she is where she was', async () => Math.abs(((await boris.metresTo('Анна')) ?? 99) - metres) <= 1)
  })
})

describe('a rehearsal crowd', () => {
  test('walks among people and is always labelled', async () => {
    const salon = await openSalon({ DEMO_CROWD: '12' })
    const browser = await openBrowser()
    const anna = await Person.arrive(browser, { name: 'Anna', view: 'list' })
    await anna.comeIn(salon.url)
    await anna.page.getByRole('button', { name: /people nearby|person nearby/i }).click()
    const panel = anna.page.getByRole('region', { name: anna.text('peopleTitle') })
    await panel.getByRole('listitem').first().waitFor({ timeout: 30_000 })
    for (const line of await panel.getByRole('listitem').allInnerTexts()) expect(line).toContain(anna.text('simulated'))
    await browser.close()
    await salon.close()
  })
})
