import type { ThingFigures } from '../../shared/figures/booth-model.ts'
import empty from './empty.module.css'
import { Section } from './section.tsx'
import css from './things.module.css'
import { useWords } from './use-words.ts'

/** Materials and products by how many took and opened them. */
export function Things({ things }: { things: readonly ThingFigures[] }) {
  const { t, say } = useWords()
  const most = Math.max(1, ...things.flatMap(({ taken, opened }) => [taken ?? 0, opened ?? 0]))
  return (
    <Section title={t('things')} hint={t('thingsHint')}>
      {things.length === 0 ? (
        <p className={empty.none}>{t('noThings')}</p>
      ) : (
        <table className={css.things}>
          <caption className="visually-hidden">{t('things')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('thing')}</th>
              <th scope="col">{t('taken')}</th>
              <th scope="col">{t('opened')}</th>
            </tr>
          </thead>
          <tbody>
            {things.map(({ subject, kind, name, taken, opened }) => (
              <tr key={subject ?? ''}>
                <th scope="row">
                  {kind === 'booth' ? t('kind_booth') : name ? say(name) : t('gone')}
                  {kind !== 'booth' && kind !== 'gone' && <small>{t(`kind_${kind}`)}</small>}
                </th>
                <Count value={taken} most={most} label={t('taken')} />
                <Count value={opened} most={most} label={t('opened')} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Count({ value, most, label }: { value: number | null; most: number; label: string }) {
  const { number } = useWords()
  return (
    <td data-hidden={value === null || undefined}>
      <span className={css.label} aria-hidden>
        {label}
      </span>
      <span className={css.value}>{number(value)}</span>
      <span className={css.track} aria-hidden>
        <span className={css.fill} style={{ width: `${((value ?? 0) / most) * 100}%` }} />
      </span>
    </td>
  )
}
