import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import ListView from '../../list/list-view.tsx'
import { useSettings } from '../../state/settings.ts'
import { worldCapability } from '../../world/capability.ts'
import { LoadFailed } from '../load-failed.tsx'
import { Waiting } from '../waiting.tsx'
import css from './view-of-hall.module.css'

const World = lazy(() => import('../../world/world.tsx'))
const MapView = lazy(() => import('../../map/map-view.tsx'))
const MiniMap = lazy(() => import('../../map/mini-map.tsx'))

/** The view that was chosen, or the one this machine manages. */
export function ViewOfHall() {
  const { t } = useTranslation('app')
  const chosen = useSettings((state) => state.view)
  const set = useSettings((state) => state.set)
  const [capability] = useState(worldCapability)
  const wanted = chosen ?? (capability === 'good' ? 'world' : 'map')
  const view = wanted === 'world' && capability === 'none' ? 'map' : wanted

  // What was decided for somebody is kept as their choice, so that the switch shows where they are.
  useEffect(() => {
    if (view !== chosen) set({ view })
  }, [view, chosen, set])

  return (
    <>
      {capability === 'none' && <Notice text={t('no3d')} />}
      {capability === 'weak' && chosen === null && (
        <Notice text={t('weak3d')} action={{ text: t('try3d'), do: () => set({ view: 'world' }) }} />
      )}
      <LoadFailed key={view} otherwise={(again) => <Failed again={again} />}>
        <Suspense fallback={<Waiting text={t(`loading_${view}`)} />}>
          {view === 'world' && (
            <>
              <World />
              <div className={css.miniMap}>
                <LoadFailed otherwise={() => null}>
                  <Suspense fallback={null}>
                    <MiniMap />
                  </Suspense>
                </LoadFailed>
              </div>
            </>
          )}
          {view === 'map' && <MapView />}
          {view === 'list' && <ListView />}
        </Suspense>
      </LoadFailed>
    </>
  )
}

/** Something to know about this machine, said once and put away. */
function Notice({ text, action }: { text: string; action?: { text: string; do: () => void } }) {
  const { t } = useTranslation('app')
  const [shown, setShown] = useState(true)
  if (!shown) return null
  return (
    <div className={css.notice} role="status">
      <p>{text}</p>
      {action && (
        <button type="button" onClick={action.do}>
          {action.text}
        </button>
      )}
      <button type="button" onClick={() => setShown(false)}>
        {t('understood')}
      </button>
    </div>
  )
}

function Failed({ again }: { again: () => void }) {
  const { t } = useTranslation('app')
  const set = useSettings((state) => state.set)
  return (
    <div className={css.failed} role="alert">
      <p>{t('viewFailed')}</p>
      <div>
        <button type="button" onClick={again}>
          {t('tryAgain')}
        </button>
        <button type="button" onClick={() => set({ view: 'list' })}>
          {t('useList')}
        </button>
      </div>
    </div>
  )
}
