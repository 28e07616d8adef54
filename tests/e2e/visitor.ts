/** A person at a browser of their own. What they do and see goes through the page, as for anybody. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { texts } from '../../client/app/texts.ts'
import type { View } from '../../client/state/settings.ts'
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.ts'
import type { Language } from '../../shared/language.ts'

/** A Chromium; `without3d` has no WebGL at all. */
export function openBrowser({ without3d = false } = {}): Promise<Browser> {
  const flags = without3d
    ? ['--no-sandbox', '--disable-gpu', '--disable-3d-apis', '--disable-background-networking']
    : [...CHROMIUM_FLAGS]
  return chromium.launch({ executablePath: requireChromium(), args: flags })
}

interface Who {
  readonly name: string
  readonly language?: Language
  /** The view they had the last time; unset: never been here. */
  readonly view?: View
  readonly phone?: boolean
  /** Whether the first-visit hint shows. */
  readonly hint?: boolean
  readonly reducedMotion?: boolean
}

export class Person {
  readonly page: Page
  readonly name: string
  readonly language: Language
  /** Errors of the page that nobody caught. */
  readonly faults: string[] = []

  private constructor(page: Page, { name, language = 'en' }: Who) {
    this.page = page
    this.name = name
    this.language = language
    page.on('pageerror', (error) => this.faults.push(error.message))
  }

  static async arrive(browser: Browser, who: Who): Promise<Person> {
    const { language = 'en', view, phone, hint = false, reducedMotion } = who
    const context = await browser.newContext({
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
      hasTouch: phone ?? false,
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    })
    const settings = { state: { view: view ?? null, tier: 'low', hintSeen: !hint }, version: 0 }
    await context.addInitScript((remembered) => {
      if (!localStorage.getItem('alleya-settings')) localStorage.setItem('alleya-settings', remembered)
    }, JSON.stringify(settings))
    // Software rendering on a busy machine takes its time; a page that hangs still fails.
    context.setDefaultTimeout(60_000)
    return new Person(await context.newPage(), who)
  }

  text(key: keyof (typeof texts)['en']): string {
    return texts[this.language][key]
  }

  get nameField(): Locator {
    return this.page.getByRole('textbox', { name: this.text('yourName') })
  }

  /** Opens the door, says the name and goes in. */
  async comeIn(url: string): Promise<void> {
    await this.page.goto(url)
    await this.nameField.fill(this.name)
    await this.page.getByRole('button', { name: this.text('enter') }).click()
    await this.isInside()
  }

  async isInside(): Promise<void> {
    await this.page.getByRole('button', { name: this.text('view_map'), exact: true }).waitFor()
  }

  /** Whether the line to the hall is up: nothing says that it is being mended. */
  async isOnline(): Promise<boolean> {
    const broken = this.page.getByText(this.text('reconnecting')).or(this.page.getByText(this.text('loss_unreachable')))
    return (await broken.count()) === 0
  }

  async switchTo(view: View): Promise<void> {
    await this.page.getByRole('button', { name: this.text(`view_${view}`), exact: true }).click()
  }

  /** Chooses in the menu of what is one's own. */
  async choose(entry: keyof (typeof texts)['en']): Promise<void> {
    await this.page.getByRole('button', { name: this.text('mine'), exact: true }).click()
    await this.page.getByRole('menuitem', { name: this.text(entry) }).click()
  }

  /** What the panel «people nearby» says of somebody: metres away, or null when they are not in sight. */
  async metresTo(name: string): Promise<number | null> {
    const panel = this.page.getByRole('region', { name: this.text('peopleTitle') })
    if (!(await panel.isVisible())) {
      await this.page.locator('header button[aria-expanded]').first().click()
      await panel.waitFor()
    }
    const line = panel.getByRole('listitem').filter({ hasText: name })
    if ((await line.count()) === 0) return null
    const metres = /(\d+)\s(?:m|м)(?!\p{L})/u.exec((await line.first().textContent()) ?? '')
    return metres ? Number(metres[1]) : null
  }

  /** The talk of the hall, opened if need be. */
  async talk(): Promise<Locator> {
    const drawer = this.page.getByRole('complementary', { name: this.text('chat'), exact: true })
    if (!(await drawer.isVisible())) {
      await this.page.getByRole('button', { name: new RegExp(`^${this.text('chat')}(,|$)`) }).click()
      await drawer.waitFor()
    }
    return drawer
  }

  async say(text: string): Promise<void> {
    const line = (await this.talk()).getByLabel(this.text('saySomething'))
    await line.fill(text)
    await line.press('Enter')
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}

/** Waits until `look` gives a truthy answer, and gives it. @throws Error after `within` ms, saying `what` */
export async function until<T>(what: string, look: () => Promise<T>, within = 20_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + within
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > deadline) throw new Error(`Not within ${within} ms: ${what}`)
    await new Promise((wake) => setTimeout(wake, 250))
  }
}
