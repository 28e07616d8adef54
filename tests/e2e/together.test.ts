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

  /** How far each sees the other, metres: Анна, then Boris. null while one has lost sight. */
  const apart = async (): Promise<readonly [number, number] | null> => {
    const [hers, his] = [await anna.metresTo('Boris'), await boris.metresTo('Анна')]
    return hers === null || his === null ? null : [hers, his]
  }

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
      const metres = await apart()
      return metres && Math.abs(metres[0] - metres[1]) <= 1
    })
  })

  test('stay where they are when they switch the view, in each of the three', async () => {
    const standing = await until('both stand still', async () => {
      const first = await apart()
      await anna.page.waitForTimeout(2500)
      const then = await apart()
      return first && then && first.join() === then.join() ? then : null
    })
    for (const view of ['list', 'world', 'map'] as const) {
      await anna.switchTo(view)
      if (view !== 'list') await anna.page.locator('#view canvas').first().waitFor({ timeout: 60_000 })
      await anna.page.waitForTimeout(1500)
      expect(await apart(), view).toEqual(standing)
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
