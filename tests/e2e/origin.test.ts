import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person } from './visitor.ts'

describe('a visit', () => {
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

  test('asks nothing of any other origin, and works with all of them blocked', async () => {
    const guest = await Person.arrive(browser, { name: 'Анна', view: 'world' })
    const elsewhere: string[] = []
    let ours = 0
    await guest.page.context().route('**/*', (route) => {
      const url = new URL(route.request().url())
      if (url.origin === salon.url || ['data:', 'blob:'].includes(url.protocol)) {
        ours++
        return route.continue()
      }
      elsewhere.push(url.href)
      return route.abort()
    })
    await guest.comeIn(salon.url)
    await guest.page.locator('canvas').first().waitFor({ timeout: 60_000 })
    await guest.switchTo('map')
    await guest.page.locator('canvas').first().waitFor({ timeout: 60_000 })
    await guest.switchTo('list')
    await guest.page.keyboard.press('/')
    await guest.page.getByRole('dialog').getByRole('combobox').fill('школа')
    await guest.page.getByRole('dialog').getByRole('gridcell').first().click()
    expect(elsewhere).toEqual([])
    expect(ours).toBeGreaterThan(10)
    expect(guest.faults).toEqual([])
    await guest.leave()
  })
})
