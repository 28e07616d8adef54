/**
 * Prints the leaflets of the demo's booths, one A5 page of a PDF each, from assets/demo/booths.json:
 *
 *   node scripts/demo/leaflets.ts [exhibitor id…]
 *
 * Needs Chromium (CHROMIUM, default /usr/bin/chromium). Runs only when the demo is edited, never at start.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { escapedHtml } from '../../game-server/services/html.ts'
import type { Localized } from '../../shared/language.ts'

interface Listed {
  readonly id: string
  readonly name: Localized
  readonly summary: Localized
  readonly color: string
}

interface Booth {
  readonly id: string
  readonly email: string
  readonly phone: string
  readonly address: Localized
  readonly leaflet: Localized | null
  readonly products: readonly { readonly name: Localized; readonly text: Localized; readonly priceNote: Localized }[]
}

const DEMO = fileURLToPath(new URL('../../assets/demo/', import.meta.url))
const only = process.argv.slice(2)
const read = async <T>(file: string): Promise<T[]> => JSON.parse(await readFile(`${DEMO}${file}`, 'utf8')) as T[]
const exhibitors = new Map((await read<Listed>('exhibitors.json')).map((one) => [one.id, one]))
await mkdir(`${DEMO}media/leaflets`, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--no-first-run', '--disable-gpu'],
})
const page = await browser.newPage()
for (const booth of await read<Booth>('booths.json')) {
  const exhibitor = exhibitors.get(booth.id)
  if (!exhibitor || !booth.leaflet || (only.length > 0 && !only.includes(booth.id))) continue
  await page.setContent(leaflet(exhibitor, booth, booth.leaflet))
  const pdf = await page.pdf({ format: 'A5', printBackground: true, tagged: false })
  await writeFile(`${DEMO}media/leaflets/${booth.id}.pdf`, pdf)
  console.log(booth.id, pdf.length)
}
await browser.close()

function leaflet(
  { name, summary, color }: Listed,
  { products, email, phone, address }: Booth,
  title: Localized,
): string {
  const text = ({ ru }: Localized): string => escapedHtml(ru).replaceAll('\n\n', '</p><p>')
  const offers = products.map(
    (one) => `<h2>${text(one.name)}</h2><p>${text(one.text)}</p><p class="price">${text(one.priceNote)}</p>`,
  )
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${text(title)}</title><style>
    @page { margin: 0 }
    body { margin: 0; font: 10pt/1.45 'Noto Sans', sans-serif; color: #22302b }
    header { padding: 14mm 14mm 9mm; background: ${color}; color: #fff }
    h1 { margin: 0 0 3mm; font-size: 21pt; line-height: 1.15 }
    header p { margin: 0; font-size: 10pt }
    main { padding: 7mm 14mm }
    h2 { margin: 0 0 1mm; font-size: 12pt; color: ${color} }
    main p { margin: 0 0 2mm }
    .price { margin-bottom: 5mm; font-weight: 700 }
    footer { position: fixed; bottom: 9mm; left: 14mm; right: 14mm; font-size: 8pt; color: #56645d }
  </style><header><p>${text(name)}</p><h1>${text(title)}</h1><p>${text(summary)}</p></header>
  <main>${offers.join('')}</main>
  <footer>${text(address)} · ${escapedHtml(phone)} · ${escapedHtml(email)}</footer></html>`
}
