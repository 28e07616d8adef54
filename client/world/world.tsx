import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Look } from '../../shared/people/look.ts'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import { useSettings } from '../state/settings.ts'
import type { Stick } from './controls/stick.ts'
import { openScene, type Scene } from './scene.ts'
import { TouchStick } from './touch-stick.tsx'
import css from './world.module.css'

/** Until we know who we are. */
const SOMEBODY: Look = { build: 1, height: 2, skin: 1, hair: 1, hairStyle: 0, shirt: 0, trousers: 0, outfit: 1 }

/** The hall in 3D: a scene that lives as long as the hall does, and what lies over it. */
export default function World() {
  const hall = useHall((state) => state.hall)
  // What was on a lost graphics card is gone: once it is back, the scene is opened anew.
  const [life, setLife] = useState(0)
  return hall && <WorldOfHall key={life} hall={hall} onRestored={() => setLife((count) => count + 1)} />
}

function WorldOfHall({ hall, onRestored }: { hall: HallNow; onRestored(): void }) {
  const { t } = useTranslation('world')
  const { language, say } = useLanguage()
  const tier = useSettings((state) => state.tier)
  const setSettings = useSettings((state) => state.set)
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY }).data
  const title = useQuery({ queryKey: ['salon'], queryFn: api.salon }).data?.name
  const help = useId()
  const place = useRef<HTMLDivElement>(null)
  const stick = useMemo<Stick>(() => ({ x: 0, z: 0, hurry: false }), [])
  const spoken = useRef(language)
  const restored = useRef(onRestored)
  restored.current = onRestored
  const [scene, setScene] = useState<Scene | null>(null)
  const [composed, setComposed] = useState(false)
  const [lost, setLost] = useState(false)
  const [slow, setSlow] = useState(false)

  useEffect(() => {
    const frame = place.current
    if (!frame || me === undefined || !title) return
    const opened = openScene(frame, {
      hall,
      self: { personId: me?.personId ?? '', look: me?.look ?? SOMEBODY },
      title,
      language: spoken.current,
      tier,
      stick,
      onLost: () => setLost(true),
      onRestored: () => restored.current(),
      onHopeless: () => setSlow(true),
    })
    let closed = false
    const ready = (): void => {
      if (!closed) setComposed(true)
    }
    opened.world.ready.then(ready, ready)
    setComposed(false)
    setScene(opened)
    return () => {
      closed = true
      setScene(null)
      opened.close()
    }
  }, [hall, tier, me, title, stick])

  useEffect(() => {
    spoken.current = language
    scene?.world.setLanguage(language)
  }, [scene, language])

  useEffect(() => {
    if (!scene) return
    scene.canvas.className = css.canvas ?? ''
    scene.canvas.setAttribute('role', 'application')
    scene.canvas.setAttribute('aria-label', t('canvasLabel', { hall: say(hall.plan.hall.name) }))
    scene.canvas.setAttribute('aria-describedby', help)
  }, [scene, t, say, hall, help])

  return (
    <div ref={place} className={css.world} data-testid="world" data-composed={composed}>
      <p id={help} hidden>
        {t('canvasHelp')}
      </p>
      <TouchStick stick={stick} onMove={() => scene?.world.wake()} />
      {(lost || !composed) && (
        <p className={css.note} role="status">
          {t(lost ? 'restoring' : 'composing')}
        </p>
      )}
      {slow && (
        <div className={css.offer} role="status">
          <p>{t('slow')}</p>
          <button type="button" onClick={() => setSettings({ view: 'map' })}>
            {t('toMap')}
          </button>
          <button type="button" onClick={() => setSlow(false)}>
            {t('stay')}
          </button>
        </div>
      )}
    </div>
  )
}
