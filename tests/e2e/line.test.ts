import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person, until } from './visitor.ts'

describe('the line to the hall', () => {
  let salon: Salon
  let browser: Browser

  beforeAll(async () => {
    salon = await openSalon()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await salon.close()
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('mends itself after the server restarts (%s)', async (signal) => {
    const anna = await Person.arrive(browser, { name: `Anna ${signal}`, view: 'list' })
    const boris = await Person.arrive(browser, { name: `Boris ${signal}`, view: 'map' })
    await anna.comeIn(salon.url)
    await boris.comeIn(salon.url)
    await until('they see each other', () => anna.metresTo(boris.name).then((metres) => metres !== null))

    await salon.restart(signal)
    for (const person of [anna, boris]) await until(`${person.name} is back`, () => person.isOnline(), 40_000)
    await until('they see each other again', () => anna.metresTo(boris.name).then((metres) => metres !== null))
    await until('both ways', () => boris.metresTo(anna.name).then((metres) => metres !== null))
    await anna.say('We are back')
    await (await boris.talk()).getByText('We are back').waitFor()
    expect([...anna.faults, ...boris.faults]).toEqual([])
    await anna.leave()
    await boris.leave()
  })

  test('keeps what is being written while it is down', async () => {
    const anna = await Person.arrive(browser, { name: 'Anna', view: 'list' })
    await anna.comeIn(salon.url)
    const line = (await anna.talk()).getByLabel(anna.text('saySomething'))
    await line.fill('Half a thought')
    await salon.halt()
    await anna.page
      .getByText(anna.text('reconnecting'))
      .or(anna.page.getByText(anna.text('loss_unreachable')))
      .waitFor()
    await line.press('Enter')
    expect(await line.inputValue()).toBe('Half a thought')
    await salon.restart()
    await anna.page
      .getByText(anna.text('chatOffline'))
      .waitFor({ state: 'detached', timeout: 40_000 })
      .catch(() => undefined)
    await until(
      'the line can be said',
      () => anna.page.getByRole('button', { name: anna.text('send') }).isEnabled(),
      40_000,
    )
    await line.press('Enter')
    await anna.page.getByRole('listitem').filter({ hasText: 'Half a thought' }).waitFor()
    await anna.leave()
  })

  test('goes on in the newest window of the same person, and says so in the old one', async () => {
    const anna = await Person.arrive(browser, { name: 'Anna', view: 'list' })
    await anna.comeIn(salon.url)
    const second = await anna.page.context().newPage()
    await second.goto(anna.page.url())
    await second.getByRole('button', { name: anna.text('view_map'), exact: true }).waitFor()
    await anna.page.getByText(anna.text('loss_elsewhere')).waitFor()
    await anna.page.getByRole('button', { name: anna.text('hereInstead') }).click()
    await second.getByText(anna.text('loss_elsewhere')).waitFor()
    await anna.leave()
  })
})
