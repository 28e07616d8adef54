import { useTranslation } from 'react-i18next'
import { Portrait } from '../app/entry/portrait.tsx'
import { useLanguage } from '../app/i18n.ts'
import { metresText } from '../app/way-text.ts'
import { useHall } from '../state/hall.ts'
import { approach, useNearby } from '../state/nearby.ts'
import css from './side.module.css'

/** As many as fit beside the list without becoming a list themselves. */
const SHOWN = 12

/** Who is near, nearest first. */
export function PeopleList() {
  const { t } = useTranslation('list')
  const { language } = useLanguage()
  const hall = useHall((state) => state.hall)
  const near = useNearby().slice(0, SHOWN)
  return (
    <>
      <h2 className={css.title}>{t('people')}</h2>
      {near.length === 0 && <p>{t('nobody')}</p>}
      <ul className={css.lines}>
        {near.map(({ person, metres }) => (
          <li key={person.slot} className={css.person}>
            <span className={css.face}>
              <Portrait look={person.look} size={40} />
            </span>
            <p className={css.what}>
              <strong>{person.name}</strong>
              <small>
                {person.simulated && `${t('simulated')} · `}
                {metresText(metres, language)}
              </small>
            </p>
            <button
              type="button"
              className={css.action}
              aria-label={t('approach', { name: person.name })}
              onClick={() => hall && approach(person, hall)}
            >
              {t('approachShort')}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
