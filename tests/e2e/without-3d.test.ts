import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person, until } from './visitor.ts'

describe('a browser without WebGL', () => {
  let salon: Salon
  let browser: Browser

  beforeAll(async () => {
    salon = await openSalon()
    browser = await openBrowser({ without3d: true })
  })
  afterAll(async () => {
    await browser.close()
    await salon.close()
  })

  test('is given the map, told why, and can use it', async () => {
    const guest = await Person.arrive(browser, { name: 'Anna' })
    await guest.comeIn(salon.url)
    await guest.page.getByText(guest.text('no3d')).waitFor()
    const map = guest.page.locator('#view canvas').first()
    await map.waitFor({ timeout: 30_000 })
    // Something is drawn: a blank canvas has one colour.
    await until('the map is drawn', async () => {
      const picture = await map.screenshot()
      return picture.length > 20_000
    })
    expect(guest.faults).toEqual([])
    await guest.leave()
  })

  test('can do the whole visit in the list', async () => {
    const guest = await Person.arrive(browser, { name: 'Anna', view: 'list' })
    await guest.comeIn(salon.url)
    await guest.page.getByRole('searchbox').or(guest.page.getByRole('main').getByRole('textbox')).first().fill('робот')
    await guest.page.getByRole('main').getByRole('listitem').first().waitFor()
    expect(guest.faults).toEqual([])
    await guest.leave()
  })
})
