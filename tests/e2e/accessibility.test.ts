import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from './axe.ts'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person } from './visitor.ts'

describe('every screen satisfies WCAG 2.2 AA as far as axe can tell', () => {
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

  test.each([
    ['ru', false],
    ['en', true],
  ] as const)('entry and hall (%s, phone: %s)', async (language, phone) => {
    const guest = await Person.arrive(browser, { name: 'Вера', language, phone, hint: true, view: 'list' })
    await guest.page.goto(salon.url)
    await guest.nameField.waitFor()
    expect(await findings(guest), 'entry').toEqual([])
    await guest.page.getByRole('button', { name: guest.text('tailor') }).click()
    expect(await findings(guest), 'look editor').toEqual([])
    await guest.comeIn(salon.url)
    await guest.page.getByRole('dialog').waitFor()
    await guest.page.waitForTimeout(500)
    expect(await findings(guest), 'hint').toEqual([])
    await guest.page.getByRole('button', { name: guest.text('hintGo'), exact: true }).click()
    await guest.page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await findings(guest), 'list').toEqual([])

    await guest.say('Здравствуйте!')
    await guest.page
      .getByRole('complementary', { name: guest.text('chat') })
      .getByText('Здравствуйте!')
      .waitFor()
    expect(await findings(guest), 'chat').toEqual([])
    await (await guest.talk()).getByRole('button', { name: guest.text('close') }).click()

    await guest.choose('settings')
    await guest.page.getByRole('dialog').waitFor()
    await guest.page.waitForTimeout(500)
    expect(await findings(guest), 'settings').toEqual([])
    await guest.page.keyboard.press('Escape')
    await guest.page.getByRole('dialog').waitFor({ state: 'hidden' })

    await guest.page.keyboard.press('/')
    await guest.page.getByRole('dialog').getByRole('combobox').fill('школа')
    await guest.page.getByRole('dialog').getByRole('row').first().waitFor()
    await guest.page.waitForTimeout(500)
    expect(await findings(guest), 'search').toEqual([])
    await guest.page.getByRole('dialog').getByRole('gridcell').first().click()
    await guest.page.waitForTimeout(1000)
    expect(await findings(guest), 'what was found').toEqual([])
    await guest.page.keyboard.press('Escape')

    for (const view of ['map', 'world'] as const) {
      await guest.switchTo(view)
      await guest.page.locator('#view canvas').first().waitFor({ timeout: 60_000 })
      expect(await findings(guest), view).toEqual([])
    }
    expect(guest.faults).toEqual([])
    await guest.leave()
  })

  test('a visit by keyboard alone: in, to a booth, and out of the canvas again', async () => {
    const guest = await Person.arrive(browser, { name: 'Вера', view: 'map' })
    await guest.page.goto(salon.url)
    await guest.nameField.waitFor()
    await press(guest, 'Tab', (focused) => focused === guest.text('yourName'))
    await guest.page.keyboard.type('Вера')
    await guest.page.keyboard.press('Enter')
    await guest.isInside()
    await guest.page.keyboard.press('/')
    await guest.page.getByRole('dialog').locator('[role="combobox"]:focus').waitFor()
    await guest.page.keyboard.type('школа')
    await guest.page.getByRole('dialog').getByRole('row').first().waitFor()
    await guest.page.keyboard.press('ArrowDown')
    await guest.page.keyboard.press('ArrowUp')
    await guest.page.keyboard.press('Enter')
    await guest.page.getByRole('dialog').waitFor({ state: 'hidden' })
    // Through the canvas and on: it never holds the keyboard.
    const seen = new Set<string>()
    for (let i = 0; i < 60; i++) {
      await guest.page.keyboard.press('Tab')
      seen.add(await guest.page.evaluate(() => document.activeElement?.role ?? document.activeElement?.tagName ?? ''))
    }
    expect(seen).toContain('application')
    expect(seen).toContain('BUTTON')
    await guest.leave()
  })
})

/** Presses `key` until the focused element's label satisfies `enough`. */
async function press(person: Person, key: string, enough: (label: string) => boolean): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const label = await person.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement | null
      return field?.labels?.[0]?.textContent ?? ''
    })
    if (enough(label)) return
    await person.page.keyboard.press(key)
  }
  throw new Error(`Nothing like that can be reached with ${key}.`)
}
