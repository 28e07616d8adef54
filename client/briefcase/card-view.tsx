import { IconLink, IconMail, IconPhone } from '@tabler/icons-react'
import type { ShownCard } from '../../shared/people/card.ts'
import css from './card-view.module.css'

/** A business card: what is on it and no more. */
export function CardView({ card }: { card: Omit<ShownCard, 'personId'> }) {
  const { name, organisation, position, email, phone, links } = card
  return (
    <div className={css.card}>
      <p className={css.name}>{name}</p>
      {position && <p className={css.role}>{position}</p>}
      {organisation && <p className={css.role}>{organisation}</p>}
      {(email || phone || links.length > 0) && (
        <ul className={css.ways}>
          {email && (
            <li>
              <IconMail size={17} aria-hidden />
              <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
            </li>
          )}
          {phone && (
            <li>
              <IconPhone size={17} aria-hidden />
              <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
            </li>
          )}
          {links.filter(isPage).map((link) => (
            <li key={link}>
              <IconLink size={17} aria-hidden />
              <a href={link} target="_blank" rel="noopener ugc nofollow">
                {link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const isPage = (link: string): boolean => /^https?:$/.test(URL.parse(link)?.protocol ?? '')
