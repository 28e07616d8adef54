import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverlays } from '../app/hall/overlays.ts'
import { useLanguage } from '../app/i18n.ts'
import { type HallNow, useHall } from '../state/hall.ts'
import type { Viewport } from './camera.ts'
import { Controls } from './controls.tsx'
import { Legend } from './legend.tsx'
import css from './map-view.module.css'
import { type MapScene, openMap, type Pointed } from './scene.ts'
import { Tooltip } from './tooltip.tsx'
import { usePixelRatio } from './use-pixel-ratio.ts'
import { WhereInWords } from './where-in-words.tsx'

/** The hall as a plan on paper: the same people and the same walk as in 3D. */
export default function MapView() {
  const hall = useHall((state) => state.hall)
  const resolution = usePixelRatio()
  // Another hall, or another pixel, is another map.
  return (
    hall && <MapOfHall key={`${hall.plan.hall.id} ${hall.slot} ${resolution}`} hall={hall} resolution={resolution} />
  )
}

/** Below this width bars and panels lie as they do on phones (as in the style sheets), CSS pixels. */
const NARROW = 720
/** How long a note stays, ms. */
const NOTE_MS = 2600

function MapOfHall({ hall, resolution }: { hall: HallNow; resolution: number }) {
  const { t } = useTranslation('map')
  const { say, language } = useLanguage()
  const boothOpen = useHall((state) => state.openBooth !== null)
  const panelOpen = useOverlays((state) => state.panel !== null)
  const beside = boothOpen || panelOpen
  const host = useRef<HTMLDivElement>(null)
  const spoken = useRef(say)
  spoken.current = say
  const panel = useRef(beside)
  panel.current = beside
  const help = useId()
  const [scene, setScene] = useState<MapScene | null>(null)
  const [scale, setScale] = useState(4)
  const [following, setFollowing] = useState(false)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [note, setNote] = useState('')
  const [narrow] = useState(() => window.innerWidth <= NARROW)

  useEffect(() => {
    const element = host.current
    if (!element) return
    let opened: MapScene | null = null
    let gone = false
    const observer = new ResizeObserver(() => opened?.resize(viewOf(element, panel.current)))
    observer.observe(element)
    openMap(element, {
      hall,
      view: viewOf(element, panel.current),
      resolution,
      say: spoken.current,
      tidings: { scaled: setScale, following: setFollowing, pointed: setPointed, noWay: () => setNote('noWay') },
    }).then(
      (map) => {
        if (gone) return map.dispose()
        opened = map
        setScene(map)
      },
      // Thrown where the screen's own boundary catches it: it offers another try, and the list.
      (error: unknown) =>
        setScene(() => {
          throw error
        }),
    )
    return () => {
      gone = true
      observer.disconnect()
      opened?.dispose()
      setScene(null)
    }
  }, [hall, resolution])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `say` is another function in every render; the language decides
  useEffect(() => scene?.speak(spoken.current), [scene, language])

  useEffect(() => {
    if (host.current) scene?.resize(viewOf(host.current, beside))
  }, [scene, beside])

  useEffect(() => {
    if (note === '') return
    const timer = setTimeout(() => setNote(''), NOTE_MS)
    return () => clearTimeout(timer)
  }, [note])

  const name = say(hall.plan.hall.name)
  return (
    <div className={css.map}>
      <div
        ref={host}
        className={css.sheet}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys walk and look around while the map has the focus; Tab leaves it
        tabIndex={0}
        aria-label={t('mapLabel', { hall: name })}
        aria-describedby={help}
      />
      <p id={help} className="visually-hidden">
        {t('mapHelp')}
      </p>
      <WhereInWords hall={hall} />
      {!scene && <p className={css.waiting}>{t('drawing')}</p>}
      <Legend hall={hall} scale={scale} open={!narrow} />
      <Controls
        following={following}
        aside={beside}
        onIn={() => scene?.closer()}
        onOut={() => scene?.further()}
        onFit={() => scene?.showAll()}
        onFollow={() => scene?.follow(!following)}
      />
      {pointed && <Tooltip pointed={pointed} hall={hall} within={host.current} />}
      <p className={css.note} role="status">
        {note && t(note)}
      </p>
    </div>
  )
}

/** The view with what lies over its edges: the bar above, the switch of views or buttons below, the booth panel. */
function viewOf(element: HTMLElement, panel: boolean): Viewport {
  const { clientWidth: width, clientHeight: height } = element
  const narrow = width <= NARROW
  return {
    width,
    height,
    insets: {
      top: 70,
      right: narrow ? 8 : panel ? 452 : 16,
      bottom: narrow ? (panel ? height * 0.5 : 72) : 12,
      left: narrow ? 8 : 16,
    },
  }
}
