import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { boothDraft, boothVersion } from '../../game-server/db/schema/booth-content.ts'
import { exhibitor } from '../../game-server/db/schema/exhibitor.ts'
import { file } from '../../game-server/db/schema/file.ts'
import { openFiles } from '../../game-server/files/open.ts'
import { importFolder, withBulk } from '../../game-server/import/bulk/read-bulk.ts'
import { UnreadableBulk } from '../../game-server/import/bulk/unreadable.ts'
import { arrange } from '../../game-server/services/arrange.ts'
import { readDraft, saveDraft, setLocks } from '../../game-server/services/booth-content-draft.ts'
import { importContent, importContentAs } from '../../game-server/services/bulk-content.ts'
import type { FileDeps } from '../../game-server/services/files.ts'
import { give } from '../../game-server/services/roles.ts'
import type { BulkReport, BulkWish } from '../../shared/booth/bulk/report.ts'
import { archive, flagged, renamed } from './archives.ts'
import { SMALL_SALON } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'
import { pdf, photo } from './sample-files.ts'

const NOW = new Date('2026-05-01T09:00:00Z')
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

onEveryDatabase((db) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'alleya-imports-'))
  let deps: FileDeps
  let owner: Awaited<ReturnType<typeof somebody>>
  let organizer: Awaited<ReturnType<typeof somebody>>
  let picture: Buffer

  beforeAll(async () => {
    const { keeper } = await openFiles({ dataDir, s3: null }, '/')
    deps = { db: db(), keeper, exhibitorRoom: 1024 * 1024 }
    owner = await somebody(db())
    organizer = await somebody(db())
    picture = await photo()
    await arrange(db(), SMALL_SALON)
    await give(db(), { personId: owner.personId, role: 'owner', scopeId: 'tin' }, null)
    await give(db(), { personId: organizer.personId, role: 'organizer', scopeId: 'salon' }, null)
  })
  beforeEach(async () => {
    await db().delete(boothDraft)
    await db().delete(boothVersion)
    await db().delete(file)
    await arrange(db(), SMALL_SALON)
  })
  afterAll(() => rmSync(dataDir, { recursive: true }))

  /** What becomes of these bytes; what cannot be read comes back as why. */
  async function bring(bytes: string | Uint8Array, mode: BulkWish['mode'] = 'keep', since?: Date): Promise<BulkReport> {
    const wish = { mode, ...(since && { since }) }
    const folder = await importFolder(dataDir, NOW)
    const path = join(folder, 'sent')
    writeFileSync(path, bytes)
    try {
      return await withBulk(path, folder, (bulk) => importContent(deps, bulk, wish, organizer.personId, NOW))
    } catch (error) {
      if (!(error instanceof UnreadableBulk)) throw error
      return { unreadable: error.why, rows: [], at: '', applied: false, published: 0 }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const draftOf = async (id: string) => (await readDraft(db(), organizer, id, NOW)).document
  const outcomes = ({ rows }: BulkReport) => rows.map(({ outcome }) => outcome)
  const problems = ({ rows }: BulkReport) => rows.flatMap((row) => row.problems)

  const fullArchive = async () =>
    archive({
      'booths.csv': 'exhibitor;summary_ru;logo\ntin;Наборы;pictures/logo.jpg\nЛесная школа «Мох»;Под соснами;\n',
      'products.csv': 'exhibitor;name_ru;pictures\nTIN ROBOTS;Набор;pictures/logo.jpg\n',
      'materials.csv': 'exhibitor;name_ru;file\ntin;Каталог;catalogue.pdf\n',
      'team.csv': 'exhibitor;name_ru;position_ru\nmoss;Анна;Лесничая\n',
      'hours.csv': 'exhibitor;date;from;to\ntin;01.05.2026;9:00;18:00\n',
      'pictures/logo.jpg': picture,
      'catalogue.pdf': pdf(),
    })

  test('an archive fills booths with texts, pictures, documents, people and hours; once more, nothing changes', async () => {
    const zip = await fullArchive()
    const first = await bring(zip)
    expect(problems(first)).toEqual([])
    expect(first).toMatchObject({ applied: true, published: 0 })
    expect(outcomes(first)).toEqual(Array(6).fill('changed'))
    const tin = await draftOf('tin')
    expect(tin).toMatchObject({
      summary: { ru: 'Наборы', en: 'Kits for village schools' },
      products: [{ name: { ru: 'Набор' }, pictures: [tin.logo] }],
      materials: [{ kind: 'file', name: { ru: 'Каталог' }, bytes: pdf().length }],
      hours: [{ date: '2026-05-01', from: '09:00', to: '18:00' }],
    })
    expect(await draftOf('moss')).toMatchObject({ summary: { ru: 'Под соснами' }, team: [{ name: { ru: 'Анна' } }] })
    // The picture is one file, however often it is named; visitors see none of it yet.
    expect(await db().$count(file)).toBe(2)
    const [seen] = await db().select().from(exhibitor).where(eq(exhibitor.id, 'tin'))
    expect(seen).toMatchObject({ logo: null, details: null })

    const again = await bring(zip)
    expect(outcomes(again)).toEqual(Array(6).fill('unchanged'))
    expect(await db().$count(file)).toBe(2)
    expect(await draftOf('tin')).toEqual(tin)
  })

  test('a check writes nothing and keeps no file, and says what would happen', async () => {
    const report = await bring(await fullArchive(), 'check')
    expect(report.applied).toBe(false)
    expect(outcomes(report)).toEqual(Array(6).fill('changed'))
    expect(report.rows[0]).toMatchObject({ table: 'booths', line: 2, exhibitorId: 'tin', changes: ['summary', 'logo'] })
    expect(await db().$count(boothDraft)).toBe(0)
    expect(await db().$count(file)).toBe(0)
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([])
  })

  test('one wrong row, and none is written', async () => {
    const report = await bring('exhibitor,summary_en,color\nmoss,Fine,\ntin,Fine,red\nnobody,Fine,\n,Fine,\n')
    expect(report.applied).toBe(false)
    expect(outcomes(report)).toEqual(['changed', 'rejected', 'rejected', 'rejected'])
    expect(problems(report)).toEqual([
      { column: 'color', fault: 'wrong-form' },
      { column: 'exhibitor', fault: 'unknown-exhibitor' },
      { column: 'exhibitor', fault: 'missing' },
    ])
    expect((await draftOf('moss')).summary.en).toBe('')
  })

  test('publishing shows what the rows say, and not what somebody still writes', async () => {
    const { revision, document } = await readDraft(db(), owner, 'tin', NOW)
    const unfinished = { ...document, description: { ru: 'Черновик', en: 'Draft' }, summary: { ru: 'Моё', en: 'Mine' } }
    await saveDraft(db(), owner, 'tin', { revision, document: unfinished }, NOW)
    await setLocks(db(), organizer, 'tin', ['summary'], NOW)

    const report = await bring('exhibitor,summary_ru\ntin,Наше\n', 'publish')
    expect(report).toMatchObject({ applied: true, published: 1, rows: [{ overwrites: ['summary'] }] })
    const [seen] = await db().select().from(exhibitor).where(eq(exhibitor.id, 'tin'))
    expect(seen).toMatchObject({ summary: { ru: 'Наше', en: 'Kits for village schools' }, description: { ru: '' } })
    expect(await draftOf('tin')).toMatchObject({ summary: { ru: 'Наше', en: 'Mine' }, description: { ru: 'Черновик' } })
    const [latest] = await db().select().from(boothVersion).where(eq(boothVersion.version, 2))
    expect(latest).toMatchObject({ changed: ['summary'], publishedBy: organizer.personId })
  })

  test('what was written after the check is not replaced unseen; what was written before it is', async () => {
    const { revision, document } = await readDraft(db(), owner, 'tin', NOW)
    const edited = { ...document, summary: { ru: 'Моё', en: 'Mine' } }
    await saveDraft(db(), owner, 'tin', { revision, document: edited }, NOW)
    const table = 'exhibitor,summary_ru,description_en\ntin,Наше,Kits\nmoss,Наше,\n'
    const earlier = new Date(NOW.getTime() - 1000)
    const refused = await bring(table, 'keep', earlier)
    expect(refused).toMatchObject({ applied: false, rows: [{ overwrites: ['summary'] }, { outcome: 'changed' }] })
    expect(problems(refused)).toEqual([{ column: 'exhibitor', fault: 'edited-meanwhile' }])
    expect((await draftOf('tin')).summary).toEqual(edited.summary)
    // What nobody wrote into is no conflict, whenever the rest was written.
    expect((await bring('exhibitor,description_en\ntin,Kits\n', 'keep', earlier)).applied).toBe(true)
    expect((await bring(table, 'keep', NOW)).applied).toBe(true)
  })

  test('two imports at once both stand', async () => {
    const reports = await Promise.all([
      bring('exhibitor,summary_en\ntin,One\nmoss,One\n'),
      bring('exhibitor,description_en\nmoss,Two\ntin,Two\n'),
    ])
    expect(reports.map(({ applied }) => applied)).toEqual([true, true])
    for (const id of ['tin', 'moss'])
      expect(await draftOf(id)).toMatchObject({ summary: { en: 'One' }, description: { en: 'Two' } })
  })

  test('is for organizers', async () => {
    const read = () => Promise.reject(new Error('nothing is read of who may not'))
    for (const who of [null, owner])
      await expect(importContentAs(deps, who, read, { mode: 'check' }, NOW)).rejects.toMatchObject({
        reason: who ? 'forbidden' : 'not-entered',
      })
  })

  describe('files', () => {
    const withLogo = async (logo: string | Uint8Array) =>
      bring(await archive({ 'booths.csv': 'exhibitor,logo\ntin,logo.png\n', 'logo.png': logo }))

    test.each([
      ['a script that calls itself a picture', () => SVG, 'markup'],
      ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'executable'],
      ['a picture cut short', () => picture.subarray(0, 600), 'broken'],
      ['nothing', () => '', 'empty'],
      ['a document where a picture belongs', () => pdf(), 'other-kind'],
    ])('%s is refused, row and reason named, and nothing stays', async (_, content, fault) => {
      const report = await withLogo(content())
      expect(report.applied).toBe(false)
      expect(problems(report)).toMatchObject([{ column: 'logo', fault }])
      expect(await db().$count(file)).toBe(0)
    })

    test('stop at the room an exhibitor has', async () => {
      const large = Buffer.concat([pdf(), Buffer.alloc(600 * 1024, 'x'), Buffer.from('\n%%EOF\n')])
      const larger = Buffer.concat([pdf('2'), Buffer.alloc(600 * 1024, 'y'), Buffer.from('\n%%EOF\n')])
      const rows = 'exhibitor,name_en,file\ntin,A,a.pdf\ntin,B,b.pdf\n'
      const report = await bring(await archive({ 'materials.csv': rows, 'a.pdf': large, 'b.pdf': larger }))
      expect(problems(report)).toMatchObject([{ column: 'file', fault: 'no-room' }])
      expect((await draftOf('tin')).materials).toEqual([])
    })
  })

  describe('names in archives', () => {
    const zipped = (name: string) =>
      archive({ 'booths.csv': `exhibitor,logo\ntin,${'Логотип.png'}\n`, [name]: picture })

    test('are found as Windows, macOS and folders write them', async () => {
      const plain = await zipped('Логотип.png')
      // «Логотип» in the code page of a Russian Windows: as many bytes as an ASCII name of the same length.
      const windows = flagged(
        renamed(
          await zipped('0123456.png'),
          '0123456.png',
          Buffer.from([0x8b, 0xae, 0xa3, 0xae, 0xe2, 0xa8, 0xaf, ...Buffer.from('.png')]),
        ),
        (flags) => flags & ~0x800,
      )
      const folder = await archive({
        'Salon/booths.csv': 'exhibitor,logo\ntin,ЛОГОТИП Й.PNG\n',
        ['Salon/Логотип й.png'.normalize('NFD')]: picture,
        '__MACOSX/Salon/._booths.csv': 'x',
      })
      for (const zip of [plain, windows, folder]) expect(problems(await bring(zip, 'check'))).toEqual([])
    })

    test.each([
      ['lead out of it', async () => renamed(await zipped('aaaaaaaa.png'), 'aaaaaaaa.png', '../evil..png'), 'bad-name'],
      ['are absolute', async () => renamed(await zipped('aaaaaaaa.png'), 'aaaaaaaa.png', '/tmp/aaa.png'), 'bad-name'],
      ['name a drive', async () => renamed(await zipped('aaaaaaaa.png'), 'aaaaaaaa.png', 'C:\\aaaaa.png'), 'bad-name'],
      ['are links', () => archive({ 'booths.csv': 'exhibitor\ntin\n' }, { mode: 0o120777 }), 'bad-name'],
      ['come twice', async () => renamed(await zipped('BOOTHS.CSW'), 'BOOTHS.CSW', 'BOOTHS.CSV'), 'repeated-name'],
    ])('that %s are refused', async (_, zip, fault) => {
      expect((await bring(await zip())).unreadable).toMatchObject({ fault })
    })
  })

  describe('what cannot be read', () => {
    const table = (text: string) => () => Promise.resolve(text)
    test.each([
      ['an empty file', table(''), { fault: 'not-a-table', table: 'booths' }],
      ['a column nobody knows', table('exhibitor,password\ntin,1\n'), { fault: 'unknown-column', found: 'password' }],
      ['no exhibitor', table('summary_en\nx\n'), { fault: 'missing-column', found: 'exhibitor' }],
      ['an open quotation mark', table('exhibitor,summary_en\ntin,"x\n'), { fault: 'not-csv', line: 2 }],
      ['too many rows', table(`exhibitor\n${'tin\n'.repeat(20_001)}`), { fault: 'too-many-rows' }],
      ['an archive without tables', () => archive({ 'a.txt': 'x' }), { fault: 'no-table' }],
      ['half an archive', async () => (await fullArchive()).subarray(0, 900), { fault: 'broken' }],
      ['a bomb', () => archive({ 'booths.csv': Buffer.alloc(20 * 1024 * 1024) }), { fault: 'bomb' }],
      ['an encrypted one', async () => flagged(await fullArchive(), (flags) => flags | 1), { fault: 'encrypted' }],
      [
        'one of very many files',
        () => archive(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`${n}`, '']))),
        { fault: 'too-many-files' },
      ],
    ])('%s: says why, and writes nothing', async (_, bytes, why) => {
      expect((await bring(await bytes())).unreadable).toMatchObject(why)
      expect(await db().$count(boothDraft)).toBe(0)
      expect(readdirSync(join(dataDir, 'imports'))).toEqual([])
    })

    test('an entry whose bytes are more than it says is broken where it is used', async () => {
      const zip = await archive({ 'booths.csv': 'exhibitor,logo\ntin,a.jpg\n', 'a.jpg': picture })
      const said = Buffer.alloc(4)
      said.writeUInt32LE(picture.length)
      const copy = Buffer.from(zip)
      for (let at = copy.indexOf(said); at >= 0; at = copy.indexOf(said, at + 4)) copy.writeUInt32LE(100, at)
      const { unreadable, rows } = await bring(copy)
      expect(unreadable?.fault ?? rows[0]?.problems[0]?.fault).toBe('broken')
    })
  })
})
