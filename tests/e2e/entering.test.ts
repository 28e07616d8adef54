import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person } from './visitor.ts'

describe('coming in', () => {
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

  test.each(['ru', 'en'] as const)('takes a guest one screen: a name, a look, and in (%s)', async (language) => {
    const guest = await Person.arrive(browser, { name: 'Вера', language })
    await guest.comeIn(salon.url)
    expect(guest.page.url()).toContain('/hall/')
    expect(guest.faults).toEqual([])
    await guest.leave()
  })

  test('asks for a name where there is none, and keeps what was typed', async () => {
    const guest = await Person.arrive(browser, { name: '' })
    await guest.page.goto(salon.url)
    await guest.page.getByRole('button', { name: guest.text('enter') }).click()
    await guest.page.getByText(guest.text('nameMissing')).waitFor()
    expect(guest.page.url()).toBe(`${salon.url}/`)
    await guest.leave()
  })

  test('explains everything once, on the first visit only', async () => {
    const guest = await Person.arrive(browser, { name: 'Нина', hint: true, view: 'list' })
    await guest.comeIn(salon.url)
    const hint = guest.page.getByRole('dialog', { name: guest.text('howTo') })
    await hint.waitFor()
    await hint.getByRole('button', { name: guest.text('hintGo') }).click()
    await hint.waitFor({ state: 'hidden' })
    await guest.page.reload()
    await guest.isInside()
    expect(await hint.isVisible()).toBe(false)
    await guest.leave()
  })

  test('is forgotten by whoever asks for it', async () => {
    const guest = await Person.arrive(browser, { name: 'Павел', view: 'list' })
    await guest.comeIn(salon.url)
    await guest.choose('settings')
    await guest.page.getByRole('button', { name: guest.text('forget') }).click()
    await guest.page.getByRole('button', { name: guest.text('forgetSure') }).click()
    await guest.nameField.waitFor()
    expect(await guest.nameField.inputValue()).toBe('')
    const me = await guest.page.request.get(`${salon.url}/api/me`)
    expect(await me.json()).toBeNull()
    await guest.leave()
  })

  test('says so when the salon does not answer, and opens when it does again', async () => {
    const guest = await Person.arrive(browser, { name: 'Зоя' })
    await guest.page.route('**/api/salon', (route) => route.abort())
    await guest.page.goto(salon.url)
    await guest.page.getByText(guest.text('closedTitle')).waitFor({ timeout: 30_000 })
    await guest.page.unroute('**/api/salon')
    await guest.page.getByRole('button', { name: guest.text('tryAgain') }).click()
    await guest.nameField.waitFor()
    await guest.leave()
  })
})
