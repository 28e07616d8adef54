import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readExhibitors } from '../../game-server/import/exhibitor-file.ts'
import { readSchedule } from '../../game-server/import/schedule.ts'
import { Unusable } from '../../game-server/import/unusable.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alleya-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const ignored = () => {}
const exhibitors = (name: string, content: string | Uint8Array) => readExhibitors(file(name, content), ignored)

/** Why a file is refused as a whole. */
async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Unusable)
  return (error as Unusable).message
}

describe('a list of universities', () => {
  const one = {
    name: 'Tver State University',
    domains: ['tversu.ru'],
    web_pages: ['http://tversu.ru/'],
    alpha_two_code: 'RU',
    country: 'Russian Federation',
  }

  test('becomes institutions, known by their domains', async () => {
    const { records, rejected } = await exhibitors('good.json', JSON.stringify([one]))
    expect(rejected).toEqual([])
    expect(records).toMatchObject([
      {
        id: 'tversu-ru',
        kind: 'institution',
        name: { ru: '', en: 'Tver State University' },
        summary: { ru: 'Высшее учебное заведение, Россия', en: 'Institution of higher education, Russia' },
        website: 'http://tversu.ru/',
      },
    ])
  })

  test('says of each wrong row what and where', async () => {
    const rows = [
      one,
      { ...one, domains: ['a.ru'], name: '' },
      { ...one, domains: [] },
      { ...one, domains: ['b.ru'], web_pages: ['javascript:alert(1)'] },
      { ...one, name: 'The same domain' },
      { ...one, domains: ['c.ru'], alpha_two_code: 7 },
      'text',
    ]
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n')
    expect(await refusal(exhibitors('mixed.json', `[\n${lines}\n]`))).toBe(
      'Line 8: a JSON array of objects is expected, not «"».',
    )
    const { rejected } = await exhibitors('wrong.json', `[\n${lines.replace(',\n"text"', '')}\n]`)
    expect(rejected).toEqual([
      { line: 3, field: 'name', reason: 'is missing' },
      { line: 4, field: 'domains', reason: 'is empty' },
      { line: 5, field: 'web_pages', reason: 'is not an http or https address' },
      { line: 6, field: 'domains', reason: '«tversu-ru» is already in line 2' },
      { line: 7, field: 'alpha_two_code', reason: 'is missing' },
    ])
  })

  test.each([
    ['{"a":1}', 'Line 1: a JSON array of objects is expected, not «{».'],
    ['[{"a":1}', 'Line 1: the file ends within its JSON array.'],
    ['[{"a":1]}', /Line 1: /],
    ['[{"a":\n\n"b}]', 'Line 3: the file ends within its JSON array.'],
    ['[{a:1}]', /^Line 1: not valid JSON \(/],
    ['[]', /has no exhibitors in it/],
    ['[{}] x', 'Line 1: a JSON array of objects is expected, not «x».'],
    ['   ', 'This is not a JSON array.'],
    ['', /is empty/],
  ])('that is no list is refused: %j', async (content, reason) => {
    expect(await refusal(exhibitors('broken.json', content))).toMatch(reason)
  })
})

describe('a table of exhibitors', () => {
  test('needs a name only; everything else is derived', async () => {
    const { records } = await exhibitors('names.csv', 'name_ru,name_en\nРоботы «Жестянка»,Tin Robots\n')
    expect(records).toEqual([
      {
        id: 'tin-robots',
        kind: 'business',
        name: { ru: 'Роботы «Жестянка»', en: 'Tin Robots' },
        shortName: { ru: 'Роботы «Жестянка»', en: 'Tin Robots' },
        summary: { ru: '', en: '' },
        description: { ru: '', en: '' },
        color: expect.stringMatching(/^#[0-9a-f]{6}$/),
        website: null,
        logo: null,
        poster: null,
        video: null,
        tags: [],
        boothSize: null,
      },
    ])
  })

  test('may say everything', async () => {
    const { records, rejected } = await exhibitors(
      'all.csv',
      [
        'id;kind;name_en;short_name_en;summary_ru;color;website;logo;tags;booth_size',
        'tin;institution;"Tin ""Robots"";\nLtd";Tin;"Сводка; кратко";#AABBCC;https://tin.example;/media/tin.webp;"a; b|c";island',
      ].join('\r\n'),
    )
    expect(rejected).toEqual([])
    expect(records[0]).toMatchObject({
      id: 'tin',
      kind: 'institution',
      name: { ru: '', en: 'Tin "Robots";\nLtd' },
      shortName: { ru: '', en: 'Tin' },
      summary: { ru: 'Сводка; кратко', en: '' },
      color: '#aabbcc',
      website: 'https://tin.example',
      logo: '/media/tin.webp',
      tags: ['a', 'b', 'c'],
      boothSize: 'island',
    })
  })

  test('says of each wrong cell what and where', async () => {
    const { records, rejected } = await exhibitors(
      'wrong.csv',
      [
        'id,kind,name_ru,color,website,logo,booth_size',
        'a,school,A,,,,',
        'b,,"B\n",red,,,',
        'c,,C,,ftp://c,../../etc/passwd,9',
        'd,,,,,,',
        'e,,E,,,,',
        'e,,E,,,,',
        '<x>,,X,,,,',
      ].join('\n'),
    )
    expect(records.map(({ id }) => id)).toEqual(['e'])
    expect(rejected).toEqual([
      { line: 2, field: 'kind', reason: 'is not one of business, region, institution, community' },
      { line: 3, field: 'color', reason: 'is not a colour such as #3f6f4a' },
      { line: 5, field: 'website', reason: 'is not an http or https address' },
      { line: 5, field: 'logo', reason: 'is not a path under /media/' },
      { line: 5, field: 'booth_size', reason: 'is not one of 1, 2, 3, 4, island' },
      { line: 6, field: 'name_ru, name_en', reason: 'is missing' },
      { line: 8, field: 'id', reason: '«e» is already in line 7' },
      { line: 9, field: 'id', reason: 'may have letters, digits, - and _ only' },
    ])
  })

  test.each([
    ['utf-8 with a mark', new TextEncoder().encode('\uFEFFname_ru\nЁлка\n')],
    ['utf-16', Buffer.from('\uFEFFname_ru\nЁлка\n', 'utf16le')],
    ['windows-1251', Buffer.concat([Buffer.from('name_ru\n'), Buffer.from([0xa8, 0xeb, 0xea, 0xe0, 0x0a])])],
  ])('may be written in %s', async (_encoding, bytes) => {
    expect((await exhibitors('encoded.csv', bytes)).records).toMatchObject([{ id: 'ёлка', name: { ru: 'Ёлка' } }])
  })

  test.each([
    ['name_ru,colour\nA,red', 'Line 1: unknown columns «colour»; known are id, kind,'],
    ['id,kind\na,region', 'Line 1: a column name_ru or name_en is needed.'],
    ['name_ru,name_ru\nA,B', 'Line 1: the column «name_ru» is there twice.'],
    ['name_ru,kind\nA,region,more', 'Line 2: 3 cells, which is not as many as the header has.'],
    ['name_ru\n"A\nB', 'Line 3: a quotation mark is opened and never closed.'],
    ['name_ru\n"A"B', 'Line 2: text follows a closing quotation mark'],
    [`name_ru\n"${'A'.repeat(300_000)}`, 'Line 2: this row is too long; perhaps a quotation mark is never closed.'],
    ['name_ru\n', 'has no exhibitors in it'],
  ])('that is broken is refused with the line: %#', async (content, reason) => {
    expect(await refusal(exhibitors('broken.csv', content))).toContain(reason)
  })

  test('is refused when it is no file, not there, of another kind, or too large', async () => {
    expect(await refusal(readExhibitors(folder, ignored))).toMatch(/is not a file/)
    expect(await refusal(readExhibitors(join(folder, 'none.csv'), ignored))).toMatch(/There is no file/)
    expect(await refusal(exhibitors('table.xlsx', 'PK'))).toMatch(/exhibitors come as \.json or \.csv/)
    const large = file('large.csv', `name_ru\n${'а'.repeat(17 * 1024 * 1024)}`)
    expect(await refusal(readExhibitors(large, ignored))).toMatch(/is 34 MB large: files above 32 MB are refused/)
  })
})

describe('a schedule', () => {
  const STANDS = { stands: /^S\./, timeZone: 'Europe/Brussels' }
  const event = (id: string, texts: Record<string, string>, persons = '') =>
    `<event id="${id}">${Object.entries({ start: '10:00', duration: '00:30', title: id, ...texts })
      .map(([name, text]) => `<${name}>${text}</${name}>`)
      .join('')}<persons>${persons}</persons></event>`
  const schedule = (rooms: Record<string, string>, head = '') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<schedule>\n<conference><title>Conf 2021</title><start>2021-02-06</start><end>2021-02-07</end>${head}</conference>\n<day index="1" date="2021-02-06">\n${Object.entries(
      rooms,
    )
      .map(([name, events]) => `<room name="${name}">\n${events}\n</room>`)
      .join('\n')}\n</day>\n</schedule>`
  const read = (content: string, options = STANDS) => readSchedule(file('schedule.xml', content), options, ignored)

  test('becomes periods, tracks, stages, speakers, sessions and stands', async () => {
    const { content, rejected } = await read(
      schedule({
        'K.main': event(
          '1',
          {
            title: 'Opening &amp; more',
            track: 'Keynotes',
            abstract: '&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;lt;3&lt;/p&gt;',
          },
          '<person id="7">Anna K.</person><person id="8">Boris L.</person>',
        ),
        'S.robots': event('2', { track: 'Robots stand', title: 'Roboty' }) + event('3', { track: 'Robots stand' }),
      }),
    )
    expect(rejected).toEqual([])
    expect(content.periods).toEqual([
      {
        id: 'conf-2021',
        name: { ru: 'Conf 2021', en: 'Conf 2021' },
        startsAt: new Date('2021-02-05T23:00:00Z'),
        endsAt: new Date('2021-02-07T23:00:00Z'),
      },
    ])
    expect(content.tracks.map(({ id }) => id)).toEqual(['conf-2021-track-keynotes'])
    expect(content.stages).toEqual([{ id: 'conf-2021-room-k-main', name: { ru: '', en: 'Keynotes' } }])
    expect(content.speakers.map(({ id, name }) => [id, name.en])).toEqual([
      ['conf-2021-person-7', 'Anna K.'],
      ['conf-2021-person-8', 'Boris L.'],
    ])
    expect(content.exhibitors).toMatchObject([
      { id: 'conf-2021-room-s-robots', kind: 'community', name: { ru: '', en: 'Robots' } },
    ])
    expect(content.sessions[0]).toEqual({
      id: 'conf-2021-event-1',
      title: { ru: '', en: 'Opening & more' },
      summary: { ru: '', en: 'One.\n\nTwo <3' },
      startsAt: new Date('2021-02-06T09:00:00Z'),
      endsAt: new Date('2021-02-06T09:30:00Z'),
      trackId: 'conf-2021-track-keynotes',
      periodId: 'conf-2021',
      stageId: 'conf-2021-room-k-main',
      exhibitorId: null,
      language: null,
      speakerIds: ['conf-2021-person-7', 'conf-2021-person-8'],
    })
    expect(content.sessions[2]).toMatchObject({ stageId: null, trackId: null, exhibitorId: 'conf-2021-room-s-robots' })
  })

  test('tells its times as it pleases', async () => {
    const { content } = await read(
      schedule(
        {
          A: [
            event('exact', { date: '2021-02-06T10:00:00+05:00' }),
            event('zoned', { start: '9:00' }),
            event('late', { start: '02:30', duration: '1:00' }),
          ].join(''),
        },
        '<day_change>04:00:00</day_change><time_zone_name>Asia/Yekaterinburg</time_zone_name>',
      ),
    )
    expect(content.sessions.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2021-02-06T05:00:00.000Z',
      '2021-02-06T04:00:00.000Z',
      '2021-02-06T21:30:00.000Z',
    ])
  })

  test('says of each wrong event what and where', async () => {
    const events = [
      event('1', { start: '25:00' }),
      event('2', { duration: '0' }),
      event('3', { title: '' }),
      event('4', {}),
      event('4', {}),
      event('', { title: 'No id', start: '', duration: '99:00' }),
      event('5', { title: 'x'.repeat(301) }),
    ]
    const { rejected } = await read(schedule({ A: events.join('\n') }))
    expect(rejected).toEqual([
      { line: 6, field: 'start', reason: '«25:00» is not a time such as 14:30' },
      { line: 7, field: 'duration', reason: '«0» is not a duration such as 00:45, at most a day' },
      { line: 8, field: 'title', reason: 'is missing' },
      { line: 10, field: 'id', reason: '«4» is already in line 9' },
      { line: 11, field: 'id', reason: 'is missing' },
      { line: 11, field: 'start', reason: '«» is not a time such as 14:30' },
      { line: 11, field: 'duration', reason: '«99:00» is not a duration such as 00:45, at most a day' },
      { line: 12, field: 'title', reason: 'is longer than 300 characters' },
    ])
  })

  test.each([
    [
      'a file of ours asked for',
      '<?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>',
      'Line 1: a document type (<!DOCTYPE>) is not accepted.',
    ],
    [
      'a bomb of entities',
      `<!DOCTYPE s [<!ENTITY a "${'ha'.repeat(1000)}">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "&a;&a;&a;&a;&a;&a;&a;&a;">`).join('')}]><schedule>&a19;</schedule>`,
      'a document type (<!DOCTYPE>) is not accepted.',
    ],
    ['an entity nobody declared', '<schedule>&boom;</schedule>', 'Line 1: undefined entity'],
    ['nesting without end', `<schedule>${'<a>'.repeat(100_000)}`, 'Line 1: elements nest deeper than 32.'],
    ['a text without end', `<schedule><day>${'x'.repeat(300_000)}</day></schedule>`, 'a text is longer than 200000'],
    ['tags that do not match', '<schedule>\n<day></schedule>', 'Line 2: unexpected close tag'],
    ['an end that is missing', '<schedule>\n<day>', 'Line 2: unclosed tag'],
    ['another document', '<html></html>', 'Line 1: this is not a schedule but <html>.'],
    ['no document', 'schedule', 'Line 1: '],
    ['no conference', '<schedule></schedule>', 'does not say what it is the schedule of'],
    ['no dates', '<schedule><conference><title>X</title></conference></schedule>', 'needs a start and an end'],
    ['no events', schedule({}), 'has no events in it'],
    [
      'a zone that is not',
      schedule({ A: event('1', {}) }, '<time_zone_name>Mars</time_zone_name>'),
      'no time zone «Mars»',
    ],
  ])('is refused for %s', async (_what, content, reason) => {
    expect(await refusal(read(content))).toContain(reason)
  })

  test('of 31 MB of hostile text or events is refused in bounded memory', { timeout: 120_000 }, async () => {
    const megabytes31 = 31 * 1024 * 1024
    const hostile = {
      comment: `<schedule><!--${'x'.repeat(megabytes31)}--></schedule>`,
      attribute: `<schedule a="${'x'.repeat(megabytes31)}"/>`,
      events: `<schedule>${'<event/>'.repeat(megabytes31 / 8)}</schedule>`,
      text: `<schedule>${'x'.repeat(megabytes31)}</schedule>`,
    }
    for (const [name, content] of Object.entries(hostile)) {
      const path = file(`${name}.xml`, content)
      globalThis.gc?.()
      const before = process.memoryUsage().rss
      await refusal(readSchedule(path, STANDS, ignored))
      expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(300)
    }
  })

  test('of 100 MB is refused before it is read', async () => {
    const path = file('huge.xml', `<schedule>${' '.repeat(100 * 1024 * 1024)}</schedule>`)
    const begun = performance.now()
    expect(await refusal(readSchedule(path, STANDS, ignored))).toMatch(/is 100 MB large: files above 32 MB are refused/)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

const DATA = resolve(import.meta.dirname, '../../../shared/data')
describe.skipIf(!existsSync(DATA))(
  `real input${existsSync(DATA) ? '' : ' (skipped: ../shared/data is not here)'}`,
  () => {
    test('is read without a rejection', async () => {
      const universities = await readExhibitors(join(DATA, 'organisations/universities-cis.json'), ignored)
      const regions = await readExhibitors(join(DATA, 'regions/regions-ru.csv'), ignored)
      const { content, rejected } = await readSchedule(
        join(DATA, 'schedules/fosdem-2021.xml'),
        { stands: /^S\./, timeZone: 'Europe/Brussels' },
        ignored,
      )
      expect([universities.records.length, regions.records.length]).toEqual([482, 86])
      expect(content).toMatchObject({
        sessions: { length: 773 },
        speakers: { length: 684 },
        exhibitors: { length: 51 },
      })
      expect([...universities.rejected, ...regions.rejected, ...rejected]).toEqual([])
      const size = readFileSync(join(DATA, 'schedules/fosdem-2021.xml'), 'utf8').match(/<event /g)?.length
      expect(content.sessions).toHaveLength(size ?? 0)
    })
  },
)
