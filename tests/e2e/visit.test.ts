/**
 * The whole of a visit, as issue and brochure promise it: come in, plan a way, walk it, watch, ask, be answered, take
 * things along, exchange cards, leave with the archive; and what the exhibitor knows afterwards, and no longer knows.
 */
import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { texts as booth } from '../../client/booth/texts.ts'
import { texts as briefcase } from '../../client/briefcase/texts.ts'
import { texts as conversations } from '../../client/conversations/texts.ts'
import { texts as leadTexts } from '../../client/leads/texts.ts'
import { texts as visit } from '../../client/visit/texts.ts'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { LeadPage } from '../../shared/leads/model.ts'
import type { Salon as SalonModel } from '../../shared/salon/model.ts'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person, until } from './visitor.ts'

const BOOTH = 'zhestyanka'
const TEXTS = { booth, briefcase, conversations, leads: leadTexts, visit }

let salon: Salon
let browsers: Browser[]
let staff: Person
let boothId: string

beforeAll(async () => {
  salon = await openSalon({ DEMO_CROWD: '0' })
  browsers = await Promise.all([openBrowser(), openBrowser()])
  boothId = await boothOf(BOOTH)
  staff = await Person.arrive(browsers[0] as Browser, { name: 'Пётр', language: 'ru', view: 'list' })
  await staff.page.request.post(`${salon.url}/api/sign-in`, {
    headers: { origin: salon.url },
    data: salon.accountOf('exhibitor'),
  })
  await staff.page.goto(`${salon.url}/booth/${boothId}`)
  await staff.isInside()
})
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await salon.close()
})

async function boothOf(exhibitorId: string): Promise<string> {
  const { planVersion } = (await (await fetch(`${salon.url}/api/salon`)).json()) as SalonModel
  const plan = (await (await fetch(`${salon.url}/api/plans/${planVersion}`)).json()) as Plan
  const records = Object.values(plan.records)
  return records.find((one) => one.type === 'booth' && one.exhibitorId === exhibitorId)?.id ?? ''
}

/** A text of a feature as this person reads it. */
function say<F extends keyof typeof TEXTS>(who: Person, feature: F, key: keyof (typeof TEXTS)[F]['en']): string {
  return (TEXTS[feature][who.language] as Record<keyof (typeof TEXTS)[F]['en'], string>)[key]
}

const button = (within: Person | Locator, name: string | RegExp): Locator =>
  (within instanceof Person ? within.page : within).getByRole('button', { name, exact: typeof name === 'string' })

/** A panel beside the view, by its name; whatever else is open does not matter. */
const panel = (who: Person, name: string): Locator => who.page.getByRole('complementary', { name, exact: true })

async function leads(): Promise<LeadPage['leads']> {
  const answer = await staff.page.request.get(`${salon.url}/api/exhibitors/${BOOTH}/leads`)
  return ((await answer.json()) as LeadPage).leads
}

/** Names of what an archive holds, and the text of one of them. */
async function unpacked(path: string): Promise<Map<string, string>> {
  const bytes = await buffer(createReadStream(path))
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, file) => (file ? resolve(file) : reject(error))),
  )
  const found = new Map<string, string>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (!stream) return reject(error)
        found.set(entry.fileName, String(await buffer(stream)))
        zip.readEntry()
      })
    })
    zip.on('end', () => resolve(found))
    zip.readEntry()
  })
}

describe.each([
  { name: 'Вера Соколова', language: 'ru', phone: true, question: 'Подойдёт ли набор для пятого класса?' },
  { name: 'Vera Falcon', language: 'en', phone: false, question: 'Will the kit suit ten-year-olds?' },
] as const)('a visit ($language, phone: $phone)', ({ name, language, phone, question }) => {
  let guest: Person
  beforeAll(async () => {
    guest = await Person.arrive(browsers[1] as Browser, { name, language, phone, view: 'list', reducedMotion: true })
    await guest.comeIn(salon.url)
    await guest.page.goto(`${salon.url}/booth/${boothId}`)
    await guest.isInside()
    await button(guest, guest.text('askButton')).waitFor()
  })
  afterAll(async () => {
    expect(guest.faults).toEqual([])
    await guest.leave()
  })

  test('is planned and walked', async () => {
    await guest.page
      .locator('aside')
      .getByRole('button')
      .filter({ hasText: guest.text('visitAdd') })
      .first()
      .click()
    await guest.choose('mineVisit')
    const plan = panel(guest, say(guest, 'visit', 'title'))
    await plan.getByRole('article').first().waitFor()
    await button(plan, say(guest, 'visit', 'walkMe')).click()
    const guide = guest.page.getByRole('region', { name: say(guest, 'visit', 'guide') })
    // A hundred metres at the pace of people.
    await guide.getByText(new RegExp(say(guest, 'visit', 'guideAt').split('{{')[0] ?? '')).waitFor({ timeout: 180_000 })
    await button(guide, say(guest, 'visit', 'guideFinish')).click()
    await guide.waitFor({ state: 'hidden' })
    if (await plan.isVisible()) await button(plan, guest.text('close')).first().click()
  })

  test('shows the film, and who is at the booth', async () => {
    await guest.page.goto(`${salon.url}/booth/${boothId}`)
    const film = guest.page.locator('aside video')
    await film.waitFor()
    await until('it plays', () =>
      film.evaluate(async (element: HTMLVideoElement) => {
        await element.play().catch(() => {})
        return element.currentTime > 0.5
      }),
    )
    await guest.page.getByText('Пётр Жестянкин').filter({ visible: true }).first().waitFor()
  })

  test('asks, and is answered by whoever is at the booth', async () => {
    await button(guest, guest.text('askButton')).click()
    const talk = panel(guest, say(guest, 'conversations', 'title')).or(
      guest.page.getByRole('complementary').filter({ has: guest.page.getByRole('log') }),
    )
    await talk.getByRole('textbox', { name: say(guest, 'conversations', 'compose') }).fill(question)
    await button(talk, say(guest, 'conversations', 'send')).click()

    await staff.page.getByRole('button', { name: new RegExp(`^${staff.text('mine')}`) }).click()
    await staff.page.getByRole('menuitem', { name: staff.text('mineMessages') }).click()
    const inbox = panel(staff, say(staff, 'conversations', 'title'))
    await inbox
      .getByRole('button', { name: /Жестянка/ })
      .first()
      .click()
    const asked = inbox.getByRole('article').filter({ hasText: question })
    await button(asked, say(staff, 'conversations', 'take')).click()
    const answer = `Да! ${question.length}`
    await inbox.getByRole('textbox', { name: say(staff, 'conversations', 'compose') }).fill(answer)
    await button(inbox, say(staff, 'conversations', 'send')).click()
    await talk.getByText(answer).waitFor()
    await button(inbox, say(staff, 'conversations', 'close')).click()
    await button(talk, say(guest, 'conversations', 'close')).click()
  })

  test('takes materials along', async () => {
    await guest.page.getByRole('tab', { name: new RegExp(`^${say(guest, 'booth', 'part_materials')}`) }).click()
    const take = guest.page.getByRole('tabpanel').getByRole('button', { name: /^(В портфель|To briefcase)/ })
    await take.first().waitFor()
    for (const one of await take.all()) {
      await one.click()
      await until('it is in the briefcase', async () => (await one.getAttribute('aria-pressed')) === 'true')
    }
    expect(await take.count()).toBeGreaterThan(1)
  })

  test('exchanges cards with the representative, who then knows the name and no more', async () => {
    await guest.page.getByRole('tab', { name: new RegExp(`^${say(guest, 'booth', 'part_people')}`) }).click()
    await guest.page
      .getByRole('tabpanel')
      .getByRole('button', { name: /Пётр Жестянкин/ })
      .first()
      .click()
    const dialog = guest.page.getByRole('dialog')
    await button(dialog, say(guest, 'briefcase', 'exchangeAsk')).click()
    await button(dialog, say(guest, 'briefcase', 'done')).click()

    await staff.page.getByRole('button', { name: new RegExp(`^${staff.text('mine')}`) }).click()
    await staff.page.getByRole('menuitem', { name: staff.text('mineContacts') }).click()
    const contacts = panel(staff, say(staff, 'briefcase', 'contacts'))
    await contacts.getByRole('button', { name: `${say(staff, 'briefcase', 'agree')}: ${name}` }).click()
    await contacts.getByText(name).first().waitFor()
    await button(contacts, say(staff, 'briefcase', 'close'))
      .first()
      .click()

    const lead = await until('they know whom they met', async () =>
      (await leads()).find(({ who, evidence }) => who.name === name && evidence.met !== undefined),
    )
    expect(Object.keys(lead.who)).toEqual(['name'])
    expect(lead.evidence).toMatchObject({ asked: { times: 1 } })

    await staff.page.getByRole('button', { name: new RegExp(`^${staff.text('mine')}`) }).click()
    await staff.page.getByRole('menuitem', { name: staff.text('mineLeads') }).click()
    await staff.page.getByRole('link', { name: new RegExp(name) }).click()
    const shown = staff.page.getByRole('article')
    await shown.getByRole('heading', { name }).waitFor()
    await shown
      .getByText(say(staff, 'leads', 'event_met'), { exact: true })
      .first()
      .waitFor()
    expect(await shown.textContent()).not.toContain('@')
  })

  test('ends with everything in one archive', async () => {
    await guest.choose('mineBriefcase')
    const own = panel(guest, say(guest, 'briefcase', 'briefcase'))
    const [archive] = await Promise.all([
      guest.page.waitForEvent('download'),
      own.getByRole('link', { name: say(guest, 'briefcase', 'download') }).click(),
    ])
    const files = await unpacked(await archive.path())
    const names = [...files.keys()]
    expect(names.some((one) => one.endsWith('.vcf'))).toBe(true)
    expect(names.some((one) => one.endsWith('.pdf'))).toBe(true)
    expect(names).toContain('index.html')
    const cards = names.filter((one) => one.endsWith('.vcf')).map((one) => files.get(one))
    expect(cards.join()).toContain('Жестянкин')
    await button(own, say(guest, 'briefcase', 'close'))
      .first()
      .click()
  })

  test('is forgotten by the exhibitor when consent is taken back', async () => {
    await guest.choose('mineContacts')
    const contacts = panel(guest, say(guest, 'briefcase', 'contacts'))
    await button(contacts, say(guest, 'briefcase', 'part_consents')).click()
    await contacts
      .getByRole('button', { name: new RegExp(`^${say(guest, 'briefcase', 'revoke')}`) })
      .first()
      .click()
    await until('the name is gone', async () => !(await leads()).some(({ who }) => who.name === name))
    await staff.page.reload()
    await staff.page
      .getByRole('article')
      .getByText(say(staff, 'leads', 'unnamedWhy'))
      .waitFor()
    expect(await staff.page.getByText(name).count()).toBe(0)
    await staff.page.goto(`${salon.url}/booth/${boothId}`)
    await staff.isInside()
  })
})
