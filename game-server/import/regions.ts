import { slug } from '../../shared/salon/slug.ts'
import type { CsvRow } from './csv-rows.ts'
import { exhibitorFrom, type ImportedExhibitor } from './exhibitor-record.ts'

/** Columns by which a table of regions is recognised. */
export const REGION_COLUMNS = ['name', 'name_with_type', 'federal_district', 'iso_code', 'geoname_name']

/** Which column a part of the record comes from. */
export const REGION_FIELDS = { id: 'iso_code', name: 'name_with_type', shortName: 'name' }

/** A region's educational system: «Респ Адыгея» of the register becomes «Республика Адыгея». */
export function fromRegion({ cells }: CsvRow): ImportedExhibitor {
  const name = withTypeSpelt(cells.name_with_type ?? '')
  const district = cells.federal_district
  return exhibitorFrom({
    id: slug(cells.iso_code ?? ''),
    kind: 'region',
    name: { ru: name, en: cells.geoname_name ?? '' },
    summary: district
      ? { ru: `${district} федеральный округ`, en: `${DISTRICTS[district] ?? district} Federal District` }
      : { ru: '', en: '' },
  })
}

const TYPES: Readonly<Record<string, string>> = {
  Респ: 'Республика',
  обл: 'область',
  Аобл: 'автономная область',
  АО: 'автономный округ',
}

const DISTRICTS: Readonly<Record<string, string>> = {
  Центральный: 'Central',
  'Северо-Западный': 'Northwestern',
  Южный: 'Southern',
  'Северо-Кавказский': 'North Caucasian',
  Приволжский: 'Volga',
  Уральский: 'Ural',
  Сибирский: 'Siberian',
  Дальневосточный: 'Far Eastern',
}

function withTypeSpelt(name: string): string {
  const spelt = name
    .split(' ')
    .map((word) => TYPES[word] ?? word)
    .join(' ')
  return (
    spelt
      .replace(/^г /, '')
      .replace(/ \/(.+)\/$/, ' ($1)')
      .replaceAll(' - ', ' — ')
      .replace('Автономный округ', 'автономный округ')
      // «Чувашская Республика — Чувашия»: the second half is the first once more.
      .replace(/^(Чувашская Республика) — .*/, '$1')
  )
}
