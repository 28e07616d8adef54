import { slug } from '../../shared/salon/slug.ts'
import type { CsvRow } from './csv-rows.ts'
import type { ImportedExhibitor } from './exhibitor-record.ts'

/** Columns of our own table of exhibitors. Only a name in one language is required. */
export const TABLE_COLUMNS = [
  'id',
  'kind',
  'name_ru',
  'name_en',
  'short_name_ru',
  'short_name_en',
  'summary_ru',
  'summary_en',
  'description_ru',
  'description_en',
  'color',
  'website',
  'logo',
  'poster',
  'video',
  'tags',
  'booth_size',
] as const

/** Which column a part of the record comes from. */
export const TABLE_FIELDS = {
  name: 'name_ru, name_en',
  shortName: 'short_name_ru, short_name_en',
  summary: 'summary_ru, summary_en',
  description: 'description_ru, description_en',
  boothSize: 'booth_size',
}

/** A row of the table; without an id it is known by its name, without a kind it is a business. */
export function fromTable({ cells }: CsvRow): ImportedExhibitor {
  const both = (name: string) => ({ ru: cells[`${name}_ru`] ?? '', en: cells[`${name}_en`] ?? '' })
  const name = both('name')
  const short = both('short_name')
  return {
    id: cells.id || slug(name.en || name.ru),
    kind: (cells.kind || 'business') as ImportedExhibitor['kind'],
    name,
    ...(short.ru || short.en ? { shortName: short } : {}),
    summary: both('summary'),
    description: both('description'),
    color: cells.color || null,
    website: cells.website || null,
    logo: cells.logo || null,
    poster: cells.poster || null,
    video: cells.video || null,
    tags: (cells.tags ?? '').split(/[;|]/).flatMap((tag) => tag.trim() || []),
    boothSize: (cells.booth_size || null) as ImportedExhibitor['boothSize'],
  }
}
