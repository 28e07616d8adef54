import { IconDownload } from '@tabler/icons-react'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothRow, HallFigures } from '../../shared/figures/footfall-model.ts'
import { useLanguage } from '../app/i18n.ts'
import css from './figures-page.module.css'
import type { HoursOf } from './hours.tsx'
import { PlaceRows } from './place-rows.tsx'
import { type PlaceKind, type PlaceRow, type SortBy, sorted, usePlaceRows } from './places.ts'

const KINDS = ['halls', 'alleys', 'booths'] as const satisfies readonly PlaceKind[]

const BUSIEST_FIRST: SortBy = { by: 'visitors', descending: true }

interface Props {
  readonly halls: HallFigures
  readonly booths: readonly BoothRow[]
  readonly timeZone: string
  readonly of: HoursOf
  /** Where the table of everything is read from. */
  readonly file: string
  onHours(of: HoursOf): void
}

/** Rows that are shown before one asks for all. */
const FIRST = 20

/** Halls, alleys or booths, sorted as one likes; a name shows its hours above. */
export function PlacesTable({ halls, booths, timeZone, of, file, onHours }: Props) {
  const { t } = useTranslation('organizer-figures')
  const { language } = useLanguage()
  const [kind, setKind] = useState<PlaceKind>('halls')
  const [sort, setSort] = useState(BUSIEST_FIRST)
  const [typed, setTyped] = useState('')
  const [whole, setWhole] = useState(false)
  const wish = useDeferredValue(typed.trim().toLocaleLowerCase(language))
  const id = useId()
  const all = usePlaceRows(kind, halls, booths)
  const found = all.filter(({ words }) => words.toLocaleLowerCase(language).includes(wish))
  const choose = (next: PlaceKind): void => {
    setKind(next)
    setTyped('')
    setWhole(false)
    setSort(BUSIEST_FIRST)
  }
  return (
    <section className={css.card}>
      <div className={css.cardHead}>
        <fieldset className={css.stretches} aria-label={t('kinds')}>
          {KINDS.map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => choose(one)}>
              {t(`kind_${one}`)}
            </button>
          ))}
        </fieldset>
        <div className={css.find} hidden={kind === 'halls'}>
          <label htmlFor={id} className="visually-hidden">
            {t('find')}
          </label>
          <input
            id={id}
            type="search"
            placeholder={t('findHint')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <a className={css.file} href={file} download>
          <IconDownload size={18} aria-hidden />
          {t('csv')}
        </a>
      </div>
      {found.length === 0 ? (
        <p className={css.none} role="status">
          {t('noneFound')}
        </p>
      ) : (
        <PlaceRows
          {...{ kind, sort, timeZone, of }}
          rows={sorted(found, sort, language).slice(0, whole ? undefined : FIRST)}
          onSort={setSort}
          onHours={(row: PlaceRow) => onHours({ of: row.of, id: row.id, name: row.name })}
        />
      )}
      {!whole && found.length > FIRST && (
        <button type="button" className={css.all} onClick={() => setWhole(true)}>
          {t('showAll', { number: found.length.toLocaleString(language) })}
        </button>
      )}
    </section>
  )
}
