import { IconUser, IconVolume, IconVolumeOff, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../state/crowd.ts'
import { useHall } from '../../state/hall.ts'
import { approach, useNearby } from '../../state/nearby.ts'
import { isMuted, useSettings } from '../../state/settings.ts'
import { CardButton } from '../card-button.tsx'
import { Portrait } from '../entry/portrait.tsx'
import css from './people-nearby.module.css'

/** Who is in sight, nearest first. */
export function PeopleNearby({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('app')
  const near = useNearby()
  const muted = useSettings((state) => state.muted)
  const set = useSettings((state) => state.set)
  const hall = useHall((state) => state.hall)

  const toggleMute = ({ personId, name }: Person): void => {
    const others = muted.filter((one) => one.personId !== personId)
    set({ muted: others.length < muted.length ? others : [...muted, { personId, name }] })
  }

  return (
    <section className={css.panel} aria-label={t('peopleTitle')}>
      <header>
        <h2>{t('peopleTitle')}</h2>
        <button type="button" onClick={onClose} aria-label={t('close')}>
          <IconX size={18} aria-hidden />
        </button>
      </header>
      {near.length === 0 && <p className={css.empty}>{t('nobodyNear')}</p>}
      <ul>
        {near.map(({ person, metres }) => (
          <li key={person.slot}>
            <span className={css.face}>
              <Portrait look={person.look} size={36} />
            </span>
            <span className={css.who}>
              {person.name}
              <small>
                {person.simulated ? `${t('simulated')} · ` : ''}
                {t('metresAway', { n: metres })}
              </small>
            </span>
            <button
              type="button"
              onClick={() => hall && approach(person, hall)}
              aria-label={t('walkUpTo', { name: person.name })}
            >
              <IconUser size={18} aria-hidden />
            </button>
            {!person.simulated && <CardButton personId={person.personId} name={person.name} small />}
            {!person.simulated && (
              <button
                type="button"
                aria-pressed={isMuted(muted, person.personId)}
                aria-label={t(isMuted(muted, person.personId) ? 'unmute' : 'mute', { name: person.name })}
                onClick={() => toggleMute(person)}
              >
                {isMuted(muted, person.personId) ? (
                  <IconVolumeOff size={18} aria-hidden />
                ) : (
                  <IconVolume size={18} aria-hidden />
                )}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
