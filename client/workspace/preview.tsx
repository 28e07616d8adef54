import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inRendition } from '../../shared/files/address.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { worldCapability } from '../world/capability.ts'
import { useDressing } from './booth-context.ts'
import css from './preview.module.css'
import { usePlot } from './use-plot.ts'

const InThePark = lazy(() => import('./in-the-park.tsx'))

/** How the booth looks with what is written so far: in the park, or as a card where there is no 3D. */
export function Preview() {
  const { t } = useTranslation('workspace')
  const { say } = useLanguage()
  const { draft, document } = useDressing()
  const { exhibitorId } = draft
  const plot = usePlot(exhibitorId)
  const kind = useQuery({ queryKey: ['exhibitor', exhibitorId], queryFn: () => api.exhibitor(exhibitorId) }).data?.kind
  const capability = worldCapability()
  // What a processor draws makes typing slow: it is drawn when asked for.
  const [wanted, setWanted] = useState(capability === 'good')
  const [failed, setFailed] = useState(false)
  const { name, shortName, summary, color, logo, poster, video, tags } = document
  const card: ExhibitorCard = {
    ...{ id: exhibitorId, kind: kind ?? 'business', name, shortName, summary, color, poster, video, tags },
    logo: logo && inRendition(logo, 'small.webp'),
  }
  const drawn = wanted && !failed && plot !== null
  return (
    <aside className={css.preview} aria-label={t('preview')}>
      {drawn ? (
        <Suspense fallback={<p className={css.wait}>{t('previewComing')}</p>}>
          <InThePark plot={plot} card={card} pavilion={document.pavilion} onFailed={() => setFailed(true)} />
        </Suspense>
      ) : (
        <FlatBooth card={card} />
      )}
      <div className={css.words}>
        <b>{say(name)}</b>
        <p>{say(summary)}</p>
        {!drawn && capability !== 'none' && plot !== null && !failed && (
          <button type="button" onClick={() => setWanted(true)}>
            {t('previewIn3d')}
          </button>
        )}
      </div>
    </aside>
  )
}

/** The booth as a picture: fascia, logo and poster in its colour. */
function FlatBooth({ card }: { card: ExhibitorCard }) {
  const { say } = useLanguage()
  return (
    <div className={css.flat} style={{ background: card.color }}>
      <span className={css.fascia}>{say(card.shortName) || say(card.name)}</span>
      <span className={css.screen}>{card.poster && <img src={inRendition(card.poster, 'medium.webp')} alt="" />}</span>
      {card.logo && <img className={css.logo} src={card.logo} alt="" />}
    </div>
  )
}
