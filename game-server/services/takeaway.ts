import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { csv } from '../../shared/briefcase/csv.ts'
import { vcard } from '../../shared/people/vcard.ts'
import { icalendar } from '../../shared/programme/icalendar.ts'
import { owner } from './briefcase.ts'
import type * as rights from './rights.ts'
import { gather, type Session, type Sources, type StoredFile, type Takeaway } from './takeaway-contents.ts'
import { page } from './takeaway-page.ts'
import { COLUMNS, FOLDERS, KINDS, PAGE } from './takeaway-texts.ts'

/** An archive under way. */
export interface Archive {
  /** What to call it. */
  readonly name: string
  /** ZIP, as it is read; files are opened one after another, so none is ever in memory as a whole. */
  readonly stream: Readable
}

/**
 * The caller's briefcase as an archive.
 *
 * @throws Refused `not-entered`
 */
export async function takeAway(sources: Sources, caller: rights.Caller | null): Promise<Archive> {
  return archive(await gather(sources, await owner(sources.db, caller), new Date()), sources.publicUrl)
}

/** Puts what was gathered into an archive. */
export function archive(takeaway: Takeaway, publicUrl: string): Archive {
  const { language, contacts, things, madeAt, salon } = takeaway
  const zip = new ZipFile()
  const stream = zip.outputStream as Readable
  const entry = { mtime: madeAt, mode: 0o100644 }
  const write = (path: string, words: string): void => zip.addBuffer(Buffer.from(words), path, entry)

  write('index.html', page(takeaway))
  write('index.csv', csv(table(takeaway)))
  const cards = contacts.map(({ card, path, note }) => ({ path, text: vcard(card, note, madeAt) }))
  for (const one of cards) write(one.path, one.text)
  if (cards.length > 1) write(`${FOLDERS[language].all}.vcf`, cards.map((one) => one.text).join(''))
  const sessions = things.flatMap((one) => one.session ?? [])
  if (sessions.length > 0) {
    const events = sessions.map((one) => eventOf(one, publicUrl))
    write(`${FOLDERS[language].sessions}.ics`, icalendar({ name: salon.name, events, madeAt }, language))
  }
  const open = new Set<Readable>()
  for (const { file } of things) if (file) addFile(zip, file.path, file.stored, entry, open)
  // Whoever goes away before the end leaves no file open.
  stream.once('close', () => {
    for (const one of open) one.destroy()
  })
  zip.on('error', (error: Error) => stream.destroy(error))
  zip.end()
  const day = madeAt.toISOString().slice(0, 10)
  return { name: `${PAGE[language].title} ${day}.zip`, stream }
}

function addFile(
  zip: ZipFile,
  path: string,
  stored: StoredFile,
  entry: { mtime: Date; mode: number },
  open: Set<Readable>,
): void {
  // Pictures, films and documents are compressed already.
  zip.addReadStreamLazy(path, { ...entry, compress: false }, (give) => {
    stored.read().then(
      (file) => {
        open.add(file.once('close', () => open.delete(file)))
        give(null, file)
      },
      (error: unknown) => zip.emit('error', error),
    )
  })
}

const eventOf = (session: Session, publicUrl: string) => ({
  uid: `session-${session.id}@${new URL(publicUrl).host}`,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  title: session.title,
  description: session.summary,
  url: new URL(`/session/${encodeURIComponent(session.id)}`, publicUrl),
})

function table({ language, contacts, things, salon }: Takeaway): string[][] {
  const kinds = KINDS[language]
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short', timeZone: salon.timeZone })
  const stars = (count: number): string => (count === 0 ? '' : String(count))
  return [
    [...COLUMNS[language]],
    ...contacts.map(({ card, path, exhibitor, note, stars: given }) => [
      ...[kinds.contact, card.name, exhibitor, card.links.join(' '), path, '', stars(given), note],
      ...[card.organisation, card.position, card.email, card.phone],
    ]),
    ...things.map(({ kind, title, exhibitor, page: at, file, session, note, stars: given }) => [
      ...[kinds[kind], title, exhibitor, at ?? '', file?.path ?? ''],
      ...[session ? format.format(session.startsAt) : '', stars(given), note, '', '', '', ''],
    ]),
  ]
}
