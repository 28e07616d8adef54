import { IconBriefcase } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BriefcaseItem, ITEM_KINDS } from '../../shared/briefcase/model.ts'
import { learn, useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import side from '../app/side-panel.module.css'
import { SidePanel } from '../app/side-panel.tsx'
import { useBriefcase } from '../app/use-briefcase.ts'
import css from './briefcase-panel.module.css'
import { chosen, SORTS, type Wish } from './chosen.ts'
import { ItemRow } from './item-row.tsx'
import frame from './panel.module.css'
import { TakeAway } from './take-away.tsx'
import { texts } from './texts.ts'
import { Undo } from './undo.tsx'

learn('briefcase', texts)

/** Fewer are seen at a glance, without anything to search them by. */
const WORTH_SEARCHING = 6

/** The briefcase beside the view: everything collected, with notes and stars, and the way to take it home. */
export default function BriefcasePanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('briefcase')
  const { t: tApp } = useTranslation('app')
  const items = useBriefcase()
  const [removed, setRemoved] = useState<BriefcaseItem | null>(null)
  return (
    <SidePanel title={t('briefcase')} accent="timber" onClose={onClose}>
      {items.isPending && (
        <p role="status" className={`${side.body} ${frame.quiet}`}>
          {t('loading')}
        </p>
      )}
      {items.isError && (
        <p role="alert" className={`${side.body} ${frame.problem}`}>
          {problemText(items.error, tApp)}{' '}
          <button type="button" className={frame.plain} onClick={() => void items.refetch()}>
            {t('again')}
          </button>
        </p>
      )}
      {items.data?.length === 0 && (
        <div className={frame.empty}>
          <IconBriefcase size={44} stroke={1.4} aria-hidden />
          <h3>{t('emptyTitle')}</h3>
          <p>{t('emptyText')}</p>
        </div>
      )}
      {items.data && items.data.length > 0 && <Items items={items.data} onRemoved={setRemoved} />}
      <Undo removed={removed} onDone={() => setRemoved(null)} />
      {items.data && items.data.length > 0 && <TakeAway />}
    </SidePanel>
  )
}

function Items({ items, onRemoved }: { items: readonly BriefcaseItem[]; onRemoved(item: BriefcaseItem): void }) {
  const { t } = useTranslation('briefcase')
  const { say } = useLanguage()
  const [wish, setWish] = useState<Wish>({ words: '', kind: null, sort: 'latest' })
  const groups = chosen(items, wish, say)
  const kinds = ITEM_KINDS.filter((kind) => items.some(({ subject }) => subject.kind === kind))
  return (
    <div className={side.body}>
      {items.length >= WORTH_SEARCHING && (
        <div className={css.wish}>
          <input
            type="search"
            value={wish.words}
            placeholder={t('search')}
            aria-label={t('search')}
            onChange={(event) => setWish({ ...wish, words: event.target.value })}
          />
          <select
            aria-label={t('sort')}
            value={wish.sort}
            onChange={(event) =>
              setWish({ ...wish, sort: SORTS.find((one) => one === event.target.value) ?? 'latest' })
            }
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort_${sort}`)}
              </option>
            ))}
          </select>
          {kinds.length > 1 && (
            <fieldset aria-label={t('kinds')}>
              {([null, ...kinds] as const).map((kind) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={wish.kind === kind}
                  onClick={() => setWish({ ...wish, kind })}
                >
                  {t(`kind_${kind ?? 'all'}`)}
                </button>
              ))}
            </fieldset>
          )}
        </div>
      )}
      {groups.length === 0 && (
        <p role="status" className={frame.quiet}>
          {t('nothingFound')}
        </p>
      )}
      {groups.map((group) => (
        <section key={group.kind} aria-labelledby={`briefcase-${group.kind}`}>
          <h3 id={`briefcase-${group.kind}`} className={css.group}>
            {t(`kind_${group.kind}`)} <small>{group.items.length}</small>
          </h3>
          <ul className={css.items}>
            {group.items.map((item) => (
              <ItemRow key={item.id} item={item} onRemoved={() => onRemoved(item)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
