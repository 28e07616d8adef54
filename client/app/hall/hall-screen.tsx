import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { Plan } from '../../../shared/floorplan/model.ts'
import { BoothPanel } from '../../booth/booth-panel.tsx'
import { api } from '../../net/api.ts'
import { HallVisit } from '../../net/hall.ts'
import { PROGRESS, useHall } from '../../state/hall.ts'
import { useSettings } from '../../state/settings.ts'
import { type BoothPart, useShownPart } from '../../state/shown-part.ts'
import { ChatDrawer } from '../chat/chat-drawer.tsx'
import { useLanguage } from '../i18n.ts'
import { SessionDialog } from '../session/session-dialog.tsx'
import { untilLoaded } from '../until-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { Announcer } from './announcer.tsx'
import css from './hall-screen.module.css'
import { Hint } from './hint.tsx'
import { LineState } from './line-state.tsx'
import { useOverlays } from './overlays.ts'
import { useShortcuts } from './shortcuts.ts'
import { SidePanels } from './side-panels.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewOfHall } from './view-of-hall.tsx'

const TalkNews = lazy(untilLoaded(() => import('../../conversations/talk-news.tsx')))
const CardNews = lazy(untilLoaded(() => import('../../briefcase/card-news.tsx')))
const VisitKeeper = lazy(untilLoaded(() => import('../../visit/visit-keeper.tsx')))

interface Props {
  readonly hallId?: string
  readonly boothId?: string
  /** What of the booth is shown first, and which of its products. */
  readonly part?: BoothPart
  readonly productId?: string
  readonly sessionId?: string
}

/** Inside a hall: one session in three views. A link to a booth or a session leads into the hall it is in. */
export default function HallScreen({ hallId, boothId, part, productId, sessionId }: Props) {
  const { t } = useTranslation('app')
  const { say } = useLanguage()
  const [params] = useSearchParams()
  const roomId = params.get('room')
  const placeWished = params.get('at')
  const heat = params.has('heat')
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const version = salon.data?.planVersion
  const plan = useQuery({
    queryKey: ['plan', version],
    queryFn: () => api.plan(version ?? 0),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: api.sessions, enabled: sessionId !== undefined })
  const session = sessions.data?.find(({ id }) => id === sessionId)
  const target = useMemo(() => {
    if (hallId) return { hallId, boothId: null }
    if (!plan.data) return null
    const booth = boothId ?? boothOf(plan.data, session?.exhibitorId ?? null)
    if (sessionId && !sessions.data) return null
    return { hallId: hallOf(plan.data, booth ?? stageOf(plan.data, session?.stageId ?? null)), boothId: booth }
  }, [hallId, boothId, sessionId, plan.data, sessions.data, session])

  const [openSession, setOpenSession] = useState<string | null>(sessionId ?? null)
  const [visit, setVisit] = useState<HallVisit | null>(null)
  const into = target?.hallId
  useEffect(() => {
    if (!into) return
    const started = new HallVisit({ hallId: into, roomId, at: placeOf(placeWished) })
    setVisit(started)
    return () => started.leave()
  }, [into, roomId, placeWished])
  useEffect(() => {
    if (!target?.boothId || !visit) return
    if (part) useShownPart.getState().show(target.boothId, part, productId)
    useHall.getState().set({ openBooth: target.boothId })
  }, [target?.boothId, visit, part, productId])
  useEffect(() => {
    if (!heat) return
    useSettings.getState().set({ view: 'map' })
    useOverlays.getState().set({ panel: 'heat' })
  }, [heat])
  useShortcuts()

  const hall = useHall((state) => state.hall)
  const connection = useHall((state) => state.connection)
  const progress = useHall((state) => state.progress)
  const hallName = hall && say(hall.plan.hall.name)
  useEffect(() => {
    if (hallName && salon.data) document.title = `${hallName} · ${say(salon.data.name)}`
  }, [hallName, salon.data, say])

  if (!hall || !visit) {
    if (connection === 'lost' || (connection === 'connecting' && visit)) {
      return (
        <>
          <Waiting text={t(`coming_${progress}`)} done={(PROGRESS.indexOf(progress) + 1) / (PROGRESS.length + 1)} />
          <LineState onRetry={() => visit?.retry()} />
        </>
      )
    }
    return <Waiting />
  }
  return (
    <div className={css.screen}>
      <a className="skip-link" href="#view">
        {t('skipToView')}
      </a>
      <TopBar salon={salon.data ?? null} onSession={setOpenSession} />
      <LineState onRetry={() => visit.retry()} />
      <main id="view" tabIndex={-1} className={css.view} aria-label={hallName ?? ''}>
        <ViewOfHall />
      </main>
      <BoothPanel timeZone={salon.data?.timeZone ?? 'UTC'} onSession={setOpenSession} />
      <SidePanels />
      <Suspense fallback={null}>
        <VisitKeeper />
        <CardNews />
        <TalkNews />
      </Suspense>
      <ChatDrawer />
      <SessionDialog id={openSession} salon={salon.data ?? null} onClose={() => setOpenSession(null)} />
      <Announcer />
      <Hint />
    </div>
  )
}

/** A place in an address: «x,z» or «x,z,heading», metres and degrees. null for anything else. */
function placeOf(text: string | null): { x: number; z: number; heading: number | null } | null {
  if (!text) return null
  const [x, z, heading] = text.split(',').map(Number)
  if (!Number.isFinite(x) || !Number.isFinite(z)) return null
  const known = heading !== undefined && Number.isFinite(heading)
  return { x: x as number, z: z as number, heading: known ? (heading * Math.PI) / 180 : null }
}

/** The booth of an exhibitor, or null when they have none. */
function boothOf(plan: Plan, exhibitorId: string | null): string | null {
  if (exhibitorId === null) return null
  const booth = Object.values(plan.records).find((one) => one.type === 'booth' && one.exhibitorId === exhibitorId)
  return booth?.id ?? null
}

function stageOf(plan: Plan, stageId: string | null): string | null {
  if (stageId === null) return null
  return Object.values(plan.records).find((one) => one.type === 'stage' && one.stageId === stageId)?.id ?? null
}

/** The hall a record lies in; the first hall for a link that leads nowhere any more. */
function hallOf(plan: Plan, recordId: string | null): string {
  const record = recordId === null ? undefined : plan.records[recordId]
  if (record && record.type !== 'hall') return record.hallId
  return Object.values(plan.records).find((one) => one.type === 'hall' && one.order === 0)?.id ?? ''
}
