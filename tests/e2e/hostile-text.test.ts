/**
 * People who write markup where words belong: at a booth, in their name, in talk, in notes. Every view that shows it
 * shows it as text, and nothing in it runs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yauzl from 'yauzl'
import yazl from 'yazl'
import { texts as app } from '../../client/app/texts.ts'
import { texts as booth } from '../../client/booth/texts.ts'
import { texts as conversations } from '../../client/conversations/texts.ts'
import type { BulkReport } from '../../shared/booth/bulk/report.ts'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { Salon as SalonModel } from '../../shared/salon/model.ts'
import { openSalon, type Salon } from './salon.ts'
import { openBrowser, Person } from './visitor.ts'

const BOOTH = 'zhestyanka'
/** Runs where it is taken for markup, breaks out of attributes, and turns the writing about. */
const HOSTILE = `"><img src=x onerror=window.pwned=1><script>window.pwned=1</script>'\`\${pwned}{{pwned}}`
const SHORT = '<img src=x onerror=pwned=1>'
const TURNED = '\u202Eевт\u202C\u200B'

let salon: Salon
let browser: Browser
let boothId: string

beforeAll(async () => {
  salon = await openSalon({ DEMO_CROWD: '0' })
  browser = await openBrowser()
  const { planVersion } = (await (await fetch(`${salon.url}/api/salon`)).json()) as SalonModel
  const plan = (await (await fetch(`${salon.url}/api/plans/${planVersion}`)).json()) as Plan
  boothId = Object.values(plan.records).find((one) => one.type === 'booth' && one.exhibitorId === BOOTH)?.id ?? ''
  await fillBooth()
})
afterAll(async () => {
  await browser.close()
  await salon.close()
})

/** What ran, or was kept from running by the policy of the page. */
const attempts: string[] = []

async function watched(who: Parameters<typeof Person.arrive>[1]): Promise<Person> {
  const person = await Person.arrive(browser, who)
  watch(person.page)
  await person.page.context().addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) =>
        console.error(`policy: ${violatedDirective} ${blockedURI} ${sample} ${sourceFile} ${lineNumber}`),
    )
  })
  return person
}

function watch(page: Page): void {
  page.on('dialog', (dialog) => {
    attempts.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (line) => {
    if (line.text().startsWith('policy: ') || line.text().includes('Content Security Policy'))
      attempts.push(line.text())
  })
}

async function nothingRan({ page }: Person, where: string): Promise<void> {
  await page.waitForTimeout(400)
  expect(await page.evaluate(() => (globalThis as { pwned?: unknown }).pwned), where).toBeUndefined()
  expect(await page.locator('img[src="x"], script:not([src])').count(), where).toBe(0)
  expect(attempts, where).toEqual([])
}

async function signedIn(who: 'exhibitor' | 'organizer'): Promise<Person> {
  const person = await watched({ name: who, language: 'ru', view: 'list', reducedMotion: true })
  const data = salon.accountOf(who)
  await person.page.request.post(`${salon.url}/api/sign-in`, { headers: { origin: salon.url }, data })
  return person
}

/** Writes markup into every text of a booth, the way organizers write into many. */
async function fillBooth(): Promise<void> {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const table = (rows: readonly (readonly string[])[]): Buffer =>
    Buffer.from(rows.map((row) => row.map(cell).join(',')).join('\n'))
  const both = (column: string) => [`${column}_ru`, `${column}_en`]
  const hostile = [HOSTILE, HOSTILE]
  const zip = new yazl.ZipFile()
  zip.addBuffer(
    table([
      [
        'exhibitor',
        ...both('name'),
        ...both('short_name'),
        ...both('summary'),
        ...both('description'),
        ...both('address'),
      ],
      [BOOTH, `Жестянка ${HOSTILE}`, `Tin ${HOSTILE}`, SHORT, SHORT, ...hostile, ...hostile, ...hostile],
    ]),
    'booths.csv',
  )
  const named = ['exhibitor', ...both('name')]
  zip.addBuffer(
    table([
      [...named, ...both('text'), ...both('price_note')],
      [BOOTH, ...hostile, ...hostile, ...hostile],
    ]),
    'products.csv',
  )
  zip.addBuffer(
    table([
      [...named, 'link'],
      [BOOTH, ...hostile, 'https://example.org/"><script>'],
    ]),
    'materials.csv',
  )
  zip.addBuffer(
    table([
      [...named, 'link'],
      [BOOTH, ...hostile, 'https://example.org/x'],
    ]),
    'links.csv',
  )
  zip.addBuffer(
    table([
      [...named, ...both('position')],
      [BOOTH, ...hostile, ...hostile],
    ]),
    'team.csv',
  )
  zip.end()
  const organizer = await signedIn('organizer')
  const answer = await organizer.page.request.post(`${salon.url}/api/booth-imports?mode=publish`, {
    headers: { origin: salon.url, 'content-type': 'application/octet-stream' },
    data: await buffer(zip.outputStream),
  })
  const report = (await answer.json()) as BulkReport
  expect(report.rows.flatMap(({ problems }) => problems)).toEqual([])
  expect(report.published).toBe(1)
  await organizer.leave()
}

test('what somebody writes is text in every view, in both directions, and in what one takes home', async () => {
  const guest = await watched({ name: SHORT, language: 'ru', view: 'list', reducedMotion: true })
  const { page } = guest
  await guest.comeIn(salon.url)
  await page.goto(`${salon.url}/booth/${boothId}`)
  await guest.isInside()
  await page.locator('aside').getByText('onerror').filter({ visible: true }).first().waitFor()
  await nothingRan(guest, 'list')
  for (const part of ['products', 'materials', 'people'] as const) {
    await page.getByRole('tab', { name: new RegExp(`^${booth.ru[`part_${part}`]}`) }).click()
    await page.getByRole('tabpanel').getByText('onerror').first().waitFor()
    await nothingRan(guest, part)
  }

  await guest.say(`${HOSTILE} ${TURNED}`)
  await page.getByRole('complementary', { name: app.ru.chat }).getByText('onerror').first().waitFor()
  await nothingRan(guest, 'talk of the hall')
  await (await guest.talk()).getByRole('button', { name: guest.text('close') }).click()

  await page.getByRole('button', { name: app.ru.askButton, exact: true }).click()
  await page.getByRole('textbox', { name: conversations.ru.compose }).fill(`${HOSTILE} ${TURNED}`)
  await page.getByRole('button', { name: conversations.ru.send, exact: true }).click()
  await page.getByRole('log').getByText('onerror').first().waitFor()
  await nothingRan(guest, 'question')

  await page.getByRole('button', { name: app.ru.close, exact: true }).filter({ visible: true }).first().click()
  await page.locator('aside').getByRole('button').filter({ hasText: app.ru.briefcaseAdd }).first().click()
  await guest.choose('mineBriefcase')
  await page.getByRole('complementary').getByText('onerror').first().waitFor()
  await nothingRan(guest, 'briefcase')

  const folder = mkdtempSync(join(tmpdir(), 'alleya-hostile-'))
  try {
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href*="/api/briefcase/archive"]').first().click(),
    ])
    const index = join(folder, 'index.html')
    writeFileSync(index, await entry(await archive.path(), 'index.html'))
    const home = await watched({ name: 'home', language: 'ru' })
    await home.page.goto(pathToFileURL(index).href)
    await home.page.getByText('onerror').first().waitFor()
    await nothingRan(home, 'the page of the archive')
    await home.leave()
  } finally {
    rmSync(folder, { recursive: true })
  }

  for (const view of ['map', 'world'] as const) {
    await guest.switchTo(view)
    await page.locator('#view canvas').first().waitFor({ timeout: 60_000 })
    await nothingRan(guest, view)
  }
  expect(guest.faults).toEqual([])
  await guest.leave()

  const staff = await signedIn('exhibitor')
  for (const path of ['/workspace', '/inbox', '/leads', '/figures'].map((one) => `${one}/${BOOTH}`)) {
    await staff.page.goto(salon.url + path)
    await staff.page.getByRole('heading').first().waitFor()
    await staff.page.waitForLoadState('networkidle')
    await nothingRan(staff, path)
  }
  expect(staff.faults).toEqual([])
  await staff.leave()
})

/** An entry of an archive, as text. */
async function entry(path: string, name: string): Promise<string> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => (file ? resolve(file) : reject(error))),
  )
  try {
    for await (const one of zip.eachEntry())
      if (one.fileName === name) return String(await buffer(await zip.openReadStreamPromise(one)))
  } finally {
    zip.close()
  }
  throw new Error(`The archive has no ${name}.`)
}
