import { IconUser, IconVolume, IconVolumeOff, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { distance } from '../../../shared/floorplan/point.ts'
import type { Person } from '../../state/crowd.ts'
import { useHall } from '../../state/hall.ts'
import { isMuted, useSettings } from '../../state/settings.ts'
import { Portrait } from '../entry/portrait.tsx'
import css from './people-nearby.module.css'

const SHOWN = 40
/** Where one stops before somebody to talk, metres. */
const TALKING_DISTANCE = 1.4

interface Near {
  readonly person: Person
  readonly metres: number
}

/** Who is in sight, nearest first. */
export function PeopleNearby({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('app')
  const near = useNear()
  const muted = useSettings((state) => state.muted)
  const set = useSettings((state) => state.set)
  const hall = useHall((state) => state.hall)

  const toggleMute = ({ personId, name }: Person): void => {
    const others = muted.filter((one) => one.personId !== personId)
    set({ muted: others.length < muted.length ? others : [...muted, { personId, name }] })
  }
  const approach = (person: Person): void => {
    if (!hall) return
    const now = hall.now()
    const index = hall.crowd.people.indexOf(person)
    hall.crowd.sample(now)
    const at = { x: hall.crowd.x[index] ?? 0, z: hall.crowd.z[index] ?? 0 }
    const own = hall.visitor.at(now)
    const apart = distance(own, at) || 1
    const share = Math.min(1, TALKING_DISTANCE / apart)
    const place = { x: at.x + (own.x - at.x) * share, z: at.z + (own.z - at.z) * share }
    hall.visitor.walkTo(place, { faces: Math.atan2(at.x - place.x, at.z - place.z) })
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
            <button type="button" onClick={() => approach(person)} aria-label={t('walkUpTo', { name: person.name })}>
              <IconUser size={18} aria-hidden />
            </button>
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

function useNear(): readonly Near[] {
  const hall = useHall((state) => state.hall)
  const [near, setNear] = useState<readonly Near[]>([])
  useEffect(() => {
    if (!hall) return
    const look = (): void => {
      const now = hall.now()
      const own = hall.visitor.at(now)
      const { crowd } = hall
      crowd.sample(now)
      const found = crowd.people.map((person, i) => ({
        person,
        metres: Math.round(distance(own, { x: crowd.x[i] ?? 0, z: crowd.z[i] ?? 0 })),
      }))
      setNear(found.sort((a, b) => a.metres - b.metres).slice(0, SHOWN))
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [hall])
  return near
}
