import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyRow, type References } from '../../../shared/booth/bulk/apply-row.ts'
import { FILE_COLUMNS, TABLE_NAMES, TABLES, type TableName } from '../../../shared/booth/bulk/tables.ts'
import { type BoothContent, boothContent, NO_DETAILS } from '../../../shared/booth/content.ts'

const both = (ru: string, en = ru) => ({ ru, en })
const address = (letter: string, rendition = 'large.webp') => `/files/${letter.repeat(22)}/${rendition}`

const BOOTH: BoothContent = {
  name: both('Жестянка', 'Tinworks'),
  shortName: both('Жестянка', 'Tinworks'),
  summary: both('Роботы', 'Robots'),
  description: both(''),
  color: '#b0522d',
  logo: null,
  poster: null,
  video: null,
  tags: ['robots'],
  website: null,
  ...NO_DETAILS,
  products: [
    {
      ...{ id: 'kit', name: both('Набор', 'Kit'), text: both(''), pictures: [], video: null, link: null },
      priceNote: both('по запросу', 'on request'),
    },
  ],
}

const REFERENCES: References = {
  file: (name) =>
    name === 'logo.png'
      ? { kind: 'image', address: address('l'), bytes: 100 }
      : name === 'catalogue.pdf'
        ? { kind: 'pdf', address: address('c', 'document.pdf'), bytes: 200 }
        : { fault: 'no-such-file', found: name },
  tag: (name) => (name.toLowerCase() === 'роботы' ? 'robots' : name === 'maths' ? 'maths' : null),
  pavilions: ['kiosk'],
}

const apply = (table: TableName, cells: Record<string, string>, document = BOOTH) =>
  applyRow(document, { table, line: 2, cells }, REFERENCES)

describe('a row of booths', () => {
  test('changes what it names, empties what it strikes out, and leaves the rest', () => {
    const { document, problems } = apply('booths', {
      ...{ summary_en: 'Robots that mend', summary_ru: '', tags: 'Роботы; maths', website: 'https://example.org' },
      ...{ logo: 'logo.png', color: '#AABBCC', name_ru: '' },
    })
    expect(problems).toEqual([])
    expect(document).toEqual({
      ...BOOTH,
      ...{ summary: both('Роботы', 'Robots that mend'), tags: ['robots', 'maths'], website: 'https://example.org' },
      ...{ logo: address('l'), color: '#aabbcc' },
    })
    const struck = apply('booths', { summary_ru: '-', tags: '-', website: '-', logo: '-' }, document).document
    expect(struck).toMatchObject({ summary: { ru: '', en: 'Robots that mend' }, tags: [], website: null, logo: null })
  })

  test.each([
    ['name_ru', { name_ru: '-', name_en: '-' }, { column: 'name_ru', fault: 'missing' }],
    ['summary_en', { summary_en: 'x'.repeat(301) }, { column: 'summary_en', fault: 'too-long', found: '300' }],
    ['color', { color: 'red' }, { column: 'color', fault: 'wrong-form' }],
    ['a link that runs', { website: 'javascript:alert(1)' }, { column: 'website', fault: 'wrong-form' }],
    ['email', { email: 'nobody' }, { column: 'email', fault: 'wrong-form' }],
    ['tags', { tags: 'роботы; сыр' }, { column: 'tags', fault: 'unknown-tag', found: 'сыр' }],
    ['pavilion', { pavilion: 'castle' }, { column: 'pavilion', fault: 'unsuitable-pavilion', found: 'kiosk' }],
    ['a file that is not there', { logo: 'gone.png' }, { column: 'logo', fault: 'no-such-file', found: 'gone.png' }],
    ['a file of another kind', { logo: 'catalogue.pdf' }, { column: 'logo', fault: 'other-kind', found: 'pdf' }],
  ])('is refused for its %s, and changes nothing', (_, cells, problem) => {
    const applied = apply('booths', { ...cells, summary_ru: 'Другое' })
    expect(applied).toEqual({ document: BOOTH, problems: [problem] })
  })

  test('does not answer for what was there before it', () => {
    const long = { ...BOOTH, name: both('н'.repeat(200)) }
    expect(apply('booths', { summary_ru: 'Новое' }, long).problems).toEqual([])
  })
})

describe('rows of lists', () => {
  test('find their thing by id, else by name, else add one', () => {
    const byId = apply('products', { id: 'kit', name_en: 'Big kit', price_note_en: '$10' }).document
    expect(byId.products).toMatchObject([{ id: 'kit', name: both('Набор', 'Big kit'), priceNote: { en: '$10' } }])
    const byName = apply('products', { name_ru: 'Набор', text_ru: 'Для пятого класса' }).document
    expect(byName.products).toMatchObject([{ id: 'kit', text: { ru: 'Для пятого класса' } }])
    const another = apply('products', { name_ru: 'Робот', pictures: 'logo.png' }).document
    expect(another.products).toMatchObject([{ id: 'kit' }, { id: 'робот', pictures: [address('l')] }])
  })

  test('make a material a file or a link, never both and never neither', () => {
    const file = apply('materials', { name_ru: 'Каталог', file: 'catalogue.pdf' }).document
    expect(file.materials).toMatchObject([{ kind: 'file', file: address('c', 'document.pdf'), bytes: 200 }])
    const link = apply('materials', { name_ru: 'Каталог', link: 'https://example.org/c' }, file).document
    expect(link.materials).toEqual([
      { kind: 'link', id: file.materials[0]?.id, name: both('Каталог', ''), link: 'https://example.org/c' },
    ])
    const fault = { column: 'file', fault: 'file-or-link' }
    const doubled = { name_ru: 'Х', file: 'catalogue.pdf', link: 'https://example.org' }
    expect(apply('materials', doubled).problems).toContainEqual(fault)
    expect(apply('materials', { name_ru: 'Х' }).problems).toContainEqual(fault)
  })

  test('take hours as spreadsheets write them', () => {
    const { document } = apply('hours', { date: '24.11.2026', from: '9:00', to: '18:00:00' })
    expect(document.hours).toEqual([{ date: '2026-11-24', from: '09:00', to: '18:00' }])
    expect(apply('hours', { date: '2026-11-24', from: '18:00', to: '09:00' }).problems).toEqual([
      { column: 'to', fault: 'before-from' },
    ])
  })

  test('stop where the booth is full', () => {
    const full = { ...BOOTH, products: Array.from({ length: 20 }, (_, n) => ({ ...BOOTH.products[0], id: `p${n}` })) }
    const applied = apply('products', { name_ru: 'Ещё один' }, full as BoothContent)
    expect(applied.problems).toEqual([{ column: 'exhibitor', fault: 'too-many', found: '20' }])
  })
})

test('whatever a row says, the booth keeps its form, and the same row once more changes nothing', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '-', 'logo.png', 'catalogue.pdf', 'роботы', 'kiosk', 'kit', '#112233', '2026-11-24', '10:00'),
    fc.constantFrom('https://example.org/a', 'a@example.org', '+7 495 000-00-00', '<script>', '=1+1'),
    fc.string({ maxLength: 400 }),
  )
  const row = fc
    .constantFrom(...TABLE_NAMES)
    .chain((table) =>
      fc.record(Object.fromEntries(TABLES[table].map((column) => [column, cell]))).map((cells) => ({ table, cells })),
    )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      let document = BOOTH
      for (const { table, cells } of rows) {
        const once = apply(table, cells, document)
        expect(boothContent.safeParse(once.document).error?.issues).toBeUndefined()
        if (once.problems.length === 0) expect(apply(table, cells, once.document).document).toEqual(once.document)
        document = once.document
      }
    }),
    { numRuns: 2000 },
  )
})

test('every column that names files is a column of its table', () => {
  for (const table of TABLE_NAMES)
    for (const column of FILE_COLUMNS[table]) expect(TABLES[table] as readonly string[]).toContain(column)
})
