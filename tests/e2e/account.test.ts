import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts } from '../../client/account/texts.ts'
import type { Language } from '../../shared/language.ts'
import { findings } from './axe.ts'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person } from './visitor.ts'

const PASSWORD = 'lindens along the alley'

let salon: Salon
let browser: Browser
let people = 0

beforeAll(async () => {
  salon = await openSalon({ DEMO_CROWD: '0' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await salon.close()
})

const say = (language: Language, key: keyof (typeof texts)['en']): string => texts[language][key]
const field = (person: Person, key: keyof (typeof texts)['en']): Locator =>
  person.page.getByLabel(say(person.language, key), { exact: true })
const button = (person: Person, key: keyof (typeof texts)['en']): Locator =>
  person.page.getByRole('button', { name: say(person.language, key), exact: true })
const link = (person: Person, key: keyof (typeof texts)['en']): Locator =>
  person.page.getByRole('link', { name: say(person.language, key), exact: true })
const title = (person: Person, key: keyof (typeof texts)['en']): Promise<void> =>
  person.page.getByRole('heading', { level: 1, name: say(person.language, key), exact: true }).waitFor()

/** The code of the latest letter to somebody: in the demo letters stay with us. */
async function codeFor(person: Person, email: string): Promise<string> {
  const letters: { recipient: string; text: string }[] = await (
    await person.page.request.get(`${salon.url}/api/mail`)
  ).json()
  return /\d{6}/.exec(letters.find(({ recipient }) => recipient === email)?.text ?? '')?.[0] ?? ''
}

/** Makes an account from the sign-in page on, by the keyboard alone. */
async function becomeMember(person: Person): Promise<string> {
  const { page } = person
  const email = `member${++people}@example.org`
  await page.goto(`${salon.url}/account/new`)
  await field(person, 'name').focus()
  await page.keyboard.type(person.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await title(person, 'codeTitle')
  await field(person, 'code').focus()
  await page.keyboard.type(await codeFor(person, email))
  await page.keyboard.press('Enter')
  await title(person, 'mine')
  await page.getByText(email).waitFor()
  return email
}

async function signIn(person: Person, email: string, password = PASSWORD): Promise<void> {
  await person.page.goto(`${salon.url}/account/sign-in`)
  await field(person, 'email').fill(email)
  await field(person, 'password').fill(password)
  await person.page.keyboard.press('Enter')
}

describe('an account', () => {
  test.each(['ru', 'en'] as const)('is made by the keyboard alone, left and come back to (%s)', async (language) => {
    const person = await Person.arrive(browser, { name: 'Вера', language })
    const email = await becomeMember(person)
    await button(person, 'signOut').click()
    await title(person, 'signInTitle')
    await signIn(person, email, 'not the password')
    await person.page.getByRole('alert').waitFor()
    expect(await field(person, 'email').inputValue()).toBe(email)
    await signIn(person, email)
    await title(person, 'mine')
    expect(await field(person, 'name').inputValue()).toBe('Вера')
    expect(person.faults).toEqual([])
    await person.leave()
  })

  test('is come back to with a code where the password is forgotten', async () => {
    const person = await Person.arrive(browser, { name: 'Нина' })
    const email = await becomeMember(person)
    await button(person, 'signOut').click()
    await link(person, 'forgotten').click()
    await title(person, 'forgottenTitle')
    await field(person, 'email').fill(email)
    await person.page.keyboard.press('Enter')
    await title(person, 'codeTitle')
    await field(person, 'code').fill(await codeFor(person, email))
    await field(person, 'newPassword').fill('a fountain on the plaza')
    await person.page.keyboard.press('Enter')
    await title(person, 'mine')
    await person.leave()
  })

  test('shows a profile to others when told to, and its session ends elsewhere at a press', async () => {
    const person = await Person.arrive(browser, { name: 'Павел', view: 'list' })
    const email = await becomeMember(person)
    await field(person, 'organisation').fill('School No. 5')
    await person.page.getByRole('radio', { name: say('en', 'visible_everyone') }).check()
    await button(person, 'save').click()
    await person.page.getByText(say('en', 'saved'), { exact: true }).waitFor()

    const phone = await Person.arrive(browser, { name: 'Павел', view: 'list', phone: true })
    await signIn(phone, email)
    await title(phone, 'mine')
    expect(await field(phone, 'organisation').inputValue()).toBe('School No. 5')
    await phone.page.goto(salon.url)
    await phone.page.getByRole('button', { name: phone.text('enter') }).click()
    await phone.isInside()

    await person.page.reload()
    await person.page.getByRole('button', { name: /^End the session/ }).click()
    await phone.page.getByText(phone.text('loss_signed-out')).waitFor({ timeout: 5000 })
    await Promise.all([person.leave(), phone.leave()])
  })

  test('is forgotten with its password', async () => {
    const person = await Person.arrive(browser, { name: 'Лев' })
    const email = await becomeMember(person)
    await button(person, 'forget').click()
    await field(person, 'presentPassword').fill(PASSWORD)
    await button(person, 'forgetSure').click()
    await person.nameField.waitFor()
    await signIn(person, email)
    await person.page.getByRole('alert').waitFor()
    await person.leave()
  })
})

describe('every screen of the account satisfies WCAG 2.2 AA as far as axe can tell', () => {
  test.each([
    ['ru', false],
    ['en', true],
  ] as const)('(%s, phone: %s)', async (language, phone) => {
    const person = await Person.arrive(browser, { name: 'Вера', language, phone, reducedMotion: true })
    for (const [path, key] of [
      ['sign-in', 'signInTitle'],
      ['new', 'createTitle'],
      ['forgotten', 'forgottenTitle'],
      ['letters', 'letters'],
    ] as const) {
      await person.page.goto(`${salon.url}/account/${path}`)
      await title(person, key)
      if (path !== 'letters') await person.page.locator('form button[type=submit]').click()
      expect(await findings(person), path).toEqual([])
    }
    await becomeMember(person)
    for (const open of [button(person, 'forget'), person.page.getByRole('button', { name: /: (Пароль|Password)$/ })])
      await open.click()
    expect(await findings(person), 'own page').toEqual([])
    expect(person.faults).toEqual([])
    await person.leave()
  })
})
