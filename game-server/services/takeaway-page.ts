import { escapedHtml as text } from './html.ts'
import type { Takeaway, TakenContact, TakenThing } from './takeaway-contents.ts'
import { PAGE } from './takeaway-texts.ts'

/** The readable page of an archive: by itself, without scripts or anything to load, good on paper too. */
export function page(takeaway: Takeaway): string {
  const { language, salon, owner, madeAt, contacts, things } = takeaway
  const say = PAGE[language]
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: salon.timeZone }).format(madeAt)
  const name = salon.name[language] || salon.name.ru
  const sections = [
    section(
      say.contact,
      contacts.map((one) => contactEntry(one, takeaway)),
    ),
    ...(['material', 'product', 'booth', 'session'] as const).map((kind) =>
      section(
        say[kind],
        things.filter((one) => one.kind === kind).map((one) => thingEntry(one, takeaway)),
      ),
    ),
  ]
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${text(say.title)} — ${text(name)}</title>
<style>${STYLE}</style>
<header>
<p class="salon">${text(name)}</p>
<h1>${text(say.title)}</h1>
<p class="of">${text(say.of(owner, day))}</p>
</header>
<main>
${sections.join('') || `<p class="empty">${text(say.empty)}</p>`}
</main>
${contacts.length > 0 ? `<footer>${text(say.private)}</footer>` : ''}
</html>
`
}

function section(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return ''
  return `<section>\n<h2>${text(title)} <small>${entries.length}</small></h2>\n${entries.join('\n')}\n</section>\n`
}

function contactEntry({ card, path, exhibitor, note, stars }: TakenContact, { language }: Takeaway): string {
  const say = PAGE[language]
  const role = [card.position, card.organisation || exhibitor].filter((one) => one !== '').join(', ')
  const ways = [
    ...(card.email === '' ? [] : [link(`mailto:${encodeURIComponent(card.email)}`, card.email)]),
    ...(card.phone === '' ? [] : [link(`tel:${card.phone.replaceAll(/[^\d+]/g, '')}`, card.phone)]),
    ...card.links.map((one) => link(new URL(one).href, one)),
    link(pathOf(path), say.card),
  ]
  return entry(text(card.name), [text(role)], ways, note, stars, language)
}

function thingEntry(thing: TakenThing, { language, salon }: Takeaway): string {
  const { title, exhibitor, gone, page: at, file, session, note, stars } = thing
  const say = PAGE[language]
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: salon.timeZone })
  const when = session && format.formatRange(session.startsAt, session.endsAt)
  const ways = [...(file ? [link(pathOf(file.path), say.file)] : []), ...(at ? [link(at, readable(at))] : [])]
  const facts = [text(exhibitor), text(when ?? ''), gone ? `<em>${text(say.gone)}</em>` : '']
  return entry(text(title), facts, ways, note, stars, language)
}

function entry(
  title: string,
  facts: readonly string[],
  ways: readonly string[],
  note: string,
  stars: number,
  language: Takeaway['language'],
): string {
  const say = PAGE[language]
  const lines = [
    `<h3>${title}${stars > 0 ? ` <span class="stars" aria-label="${text(say.stars(stars))}">${'★'.repeat(stars)}<i>${'★'.repeat(5 - stars)}</i></span>` : ''}</h3>`,
    ...facts.filter((one) => one !== '').map((one) => `<p class="fact">${one}</p>`),
    ...(ways.length > 0 ? [`<p class="ways">${ways.join(' ')}</p>`] : []),
    ...(note === '' ? [] : [`<blockquote aria-label="${text(say.note)}">${text(note)}</blockquote>`]),
  ]
  return `<article>${lines.join('')}</article>`
}

const link = (address: string, words: string): string =>
  `<a href="${text(address)}" rel="noopener ugc nofollow">${text(words)}</a>`

/** A place in the archive as an address relative to the page. */
const pathOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** An address as people read it. */
const readable = (address: string): string => decoded(address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''))

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

const STYLE = `
:root{color:#22302b;background:#fbf7ee;font:16px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
body{max-width:46rem;margin:0 auto;padding:3rem 1.5rem 4rem}
header{border-bottom:1px solid #ddd3bf;padding-bottom:1.25rem;margin-bottom:2.5rem}
h1{font-size:2.4rem;line-height:1.15;margin:.2rem 0 .4rem;letter-spacing:-.02em}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem}
h2 small{color:#56645d;font-weight:400}
h3{font-size:1.0625rem;margin:0;overflow-wrap:anywhere}
p{margin:0}
.salon{color:#3f6f4a;font-weight:600}
.of,.fact{color:#56645d}
em{font-style:normal;color:#a03e5c}
article{background:#fff;border:1px solid #e6ddca;border-radius:12px;padding:.9rem 1.1rem;margin:.6rem 0;break-inside:avoid}
.stars{color:#b07a10;font-weight:400;letter-spacing:.08em;white-space:nowrap}
.stars i{font-style:normal;color:#ddd3bf}
.ways{margin-top:.35rem}
a{color:#2c5238;text-underline-offset:3px;margin-right:1rem;overflow-wrap:anywhere}
blockquote{margin:.6rem 0 0;padding:.1rem 0 .1rem .9rem;border-left:3px solid #8fae5d;white-space:pre-wrap;overflow-wrap:anywhere}
footer{margin-top:3rem;color:#56645d;font-size:.9rem}
@media print{:root,body{background:#fff}body{max-width:none;padding:0}article{border-color:#ccc}a{color:inherit}}
`.trim()
