import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Booth } from '../../shared/floorplan/model.ts'
import type { Exhibitor, ExhibitorCard } from '../../shared/salon/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { safeAddress } from './addresses.ts'
import css from './booth-panel.module.css'
import { Film } from './film.tsx'
import { ShareLink } from './share-link.tsx'

interface Props {
  readonly card: ExhibitorCard
  /** Null while it is on its way. */
  readonly whole: Exhibitor | null
  readonly booth: Booth
}

/** The introduction of a booth: its film, what it is about, where to read on. */
export function About({ card, whole, booth }: Props) {
  const { t } = useTranslation('booth')
  const { say } = useLanguage()
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const tags = salon.data?.tags.filter(({ id }) => card.tags.includes(id)) ?? []
  const website = safeAddress(whole?.website ?? null)
  return (
    <>
      <p className={css.summary}>{say(card.summary)}</p>
      <Film exhibitorId={card.id} name={say(card.name)} poster={card.poster} video={card.video} />
      <ul className={css.tags}>
        <li style={{ color: '#fff', background: `var(--${card.kind})` }}>{t(`kind_${card.kind}`)}</li>
        {tags.map((tag) => (
          <li key={tag.id}>{say(tag.name)}</li>
        ))}
      </ul>
      {whole && say(whole.description) && (
        <section aria-label={t('about')} className={css.about}>
          {say(whole.description)
            .split(/\n+/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </section>
      )}
      <div className={css.links}>
        {website && (
          <a className={css.website} href={website.href} target="_blank" rel="noopener ugc nofollow">
            {t('website', { host: website.host })}
            <IconExternalLink size={17} aria-hidden />
            <span className="visually-hidden">({t('newTab')})</span>
          </a>
        )}
        <ShareLink path={`/booth/${encodeURIComponent(booth.id)}`} what="booth" />
      </div>
    </>
  )
}
