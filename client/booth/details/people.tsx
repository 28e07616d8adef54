import { IconExternalLink, IconMail, IconMapPin, IconPhone, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { inRendition } from '../../../shared/files/address.ts'
import type { Exhibitor } from '../../../shared/salon/model.ts'
import { StaffActions, TeamMemberActions } from '../../app/booth-actions.tsx'
import { useLanguage } from '../../app/i18n.ts'
import { useStaffOf } from '../../state/staff.ts'
import { safeAddress } from '../addresses.ts'
import { Hours } from './hours.tsx'
import css from './people.module.css'

interface Props {
  readonly exhibitor: Exhibitor
  readonly timeZone: string
}

/** Who works here, who of them is here now, when, and how to reach them otherwise. */
export function People({ exhibitor, timeZone }: Props) {
  return (
    <>
      <Team exhibitor={exhibitor} />
      {exhibitor.hours.length > 0 && <Hours hours={exhibitor.hours} timeZone={timeZone} />}
      <Contacts exhibitor={exhibitor} />
    </>
  )
}

function Team({ exhibitor }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('booth/details')
  const { t: tBooth } = useTranslation('booth')
  const { say } = useLanguage()
  const present = useStaffOf(exhibitor.id)
  const here = new Set(present.map(({ personId }) => personId))
  const listed = new Set(exhibitor.team.flatMap(({ personId }) => personId ?? []))
  const others = present.filter(({ personId }) => !listed.has(personId))
  if (exhibitor.team.length + others.length === 0) return null
  return (
    <ul className={css.team}>
      {exhibitor.team.map((member) => (
        <li key={member.id}>
          <Face name={say(member.name)} photo={member.photo} color={exhibitor.color} />
          <div>
            <p className={css.name}>{say(member.name)}</p>
            {say(member.position) && <p className={css.position}>{say(member.position)}</p>}
            {member.personId !== null && here.has(member.personId) && <p className={css.here}>{t('atBoothNow')}</p>}
          </div>
          <div className={css.actions}>
            <TeamMemberActions card={exhibitor} member={member} />
          </div>
        </li>
      ))}
      {others.map(({ personId, name, role }) => (
        <li key={personId}>
          <Face name={name} photo={null} color={exhibitor.color} />
          <div>
            <p className={css.name}>{name}</p>
            <p className={css.position}>{tBooth(`role_${role}`)}</p>
            <p className={css.here}>{t('atBoothNow')}</p>
          </div>
          <div className={css.actions}>
            <StaffActions card={exhibitor} personId={personId} name={name} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Face({ name, photo, color }: { name: string; photo: string | null; color: string }) {
  if (photo) return <img className={css.face} src={inRendition(photo, 'small.webp')} alt="" loading="lazy" />
  return (
    <span className={css.face} style={{ background: `color-mix(in srgb, ${color} 16%, #fffdf8)` }} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? '')
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase()

function Contacts({ exhibitor }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('booth/details')
  const { say } = useLanguage()
  const { email, phone } = exhibitor
  const address = say(exhibitor.address)
  const website = safeAddress(exhibitor.website)
  const links = exhibitor.links.flatMap(({ id, name, link }) => {
    const url = safeAddress(link)
    return url ? [{ id, name: say(name), url }] : []
  })
  if (!email && !phone && !address && !website && links.length === 0) return null
  return (
    <section>
      <h3 className={css.title}>{t('contacts')}</h3>
      <ul className={css.contacts}>
        {email && (
          <li>
            <IconMail size={19} aria-hidden />
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>
          </li>
        )}
        {phone && (
          <li>
            <IconPhone size={19} aria-hidden />
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
          </li>
        )}
        {address && (
          <li>
            <IconMapPin size={19} aria-hidden />
            <address>{address}</address>
          </li>
        )}
        {website && (
          <li>
            <IconWorld size={19} aria-hidden />
            <Elsewhere name={website.host} url={website} />
          </li>
        )}
        {links.map(({ id, name, url }) => (
          <li key={id}>
            <IconExternalLink size={19} aria-hidden />
            <Elsewhere name={name} url={url} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Elsewhere({ name, url }: { name: string; url: URL }) {
  const { t } = useTranslation('booth/details')
  return (
    <a href={url.href} target="_blank" rel="noopener ugc nofollow">
      {name}
      <span className="visually-hidden">({t('newTab')})</span>
    </a>
  )
}
