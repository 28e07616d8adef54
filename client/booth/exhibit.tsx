import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booth } from '../../shared/floorplan/model.ts'
import type { Exhibitor, ExhibitorCard } from '../../shared/salon/model.ts'
import { BoothActions } from '../app/booth-actions.tsx'
import { problemText } from '../app/problem-text.ts'
import { api } from '../net/api.ts'
import { seen } from '../net/seen.ts'
import { type BoothPart, useShownPart } from '../state/shown-part.ts'
import { About } from './about.tsx'
import css from './booth-panel.module.css'
import { BoothSessions } from './booth-sessions.tsx'
import { OpeningLine } from './opening-line.tsx'
import { StaffNow } from './staff-now.tsx'
import { BOARD, type Tab, Tabs, tabId } from './tabs.tsx'

const Details = lazy(() => import('./details/details.tsx'))

interface Props {
  readonly card: ExhibitorCard
  readonly booth: Booth
  readonly timeZone: string
  onSession(id: string): void
}

/** What an exhibitor shows at its booth, part by part; who is there, and what one can do, above them all. */
export function Exhibit({ card, booth, timeZone, onSession }: Props) {
  const { t } = useTranslation('booth')
  const whole = useQuery({ queryKey: ['exhibitor', card.id], queryFn: () => api.exhibitor(card.id) })
  const wished = useShownPart((state) => (state.boothId === booth.id ? state.part : 'about'))
  const show = useShownPart((state) => state.show)
  const there = whole.data ? partsOf(whole.data) : []
  const tabs: Tab<BoothPart>[] = there.map(({ part, count }) => ({
    id: part,
    title: t(`part_${part}`),
    ...(count && { count }),
  }))
  const productId = useShownPart((state) => (state.boothId === booth.id ? state.productId : null))
  const open = there.find(({ part }) => part === wished)?.part ?? 'about'
  const board = useArriving(open, productId)
  useEffect(() => seen(card.id, { kind: 'opened' }), [card.id])
  return (
    <>
      <StaffNow exhibitorId={card.id} />
      {whole.data && <OpeningLine hours={whole.data.hours} timeZone={timeZone} />}
      <div className={css.actions}>
        <BoothActions card={card} />
      </div>
      {tabs.length > 1 && <Tabs label={t('parts')} tabs={tabs} open={open} onOpen={(part) => show(booth.id, part)} />}
      <div
        ref={board}
        id={BOARD}
        className={css.part}
        {...(tabs.length > 1 && { role: 'tabpanel', 'aria-labelledby': tabId(open) })}
      >
        {open === 'about' && <About card={card} whole={whole.data ?? null} booth={booth} />}
        {open === 'programme' && whole.data && (
          <BoothSessions sessions={whole.data.sessions} timeZone={timeZone} onSession={onSession} />
        )}
        {whole.data && (open === 'products' || open === 'materials' || open === 'people') && (
          <Suspense fallback={<Loading />}>
            <Details boothId={booth.id} exhibitor={whole.data} part={open} timeZone={timeZone} />
          </Suspense>
        )}
      </div>
      {whole.isPending && <Loading />}
      {whole.isError && <Failed error={whole.error} again={() => void whole.refetch()} />}
    </>
  )
}

/** Height of the tabs, which stay above what scrolls, CSS pixels. */
const TABS = 46

/** What has been turned to begins below the tabs; the introduction is where one begins anyway. */
function useArriving(part: BoothPart, productId: string | null) {
  const board = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another product is another page
  useEffect(() => {
    const body = board.current?.parentElement
    if (part === 'about' || !board.current || !body) return
    // Only the body scrolls: the panel around it must stay where it is.
    body.scrollTo({ top: board.current.offsetTop - body.offsetTop - TABS })
  }, [part, productId])
  return board
}

/** The parts that have something in them, in their order. */
function partsOf({ products, materials, sessions, ...rest }: Exhibitor) {
  const people = rest.team.length > 0 || rest.hours.length > 0
  const reachable = rest.email ?? rest.phone ?? rest.website ?? (rest.address.ru || rest.address.en || null)
  const filled: readonly { readonly part: BoothPart; readonly has: boolean; readonly count?: number }[] = [
    { part: 'about', has: true },
    { part: 'products', has: products.length > 0, count: products.length },
    { part: 'materials', has: materials.length > 0, count: materials.length },
    { part: 'people', has: people || reachable !== null || rest.links.length > 0 },
    { part: 'programme', has: sessions.length > 0, count: sessions.length },
  ]
  return filled.filter(({ has }) => has)
}

function Loading() {
  const { t } = useTranslation('booth')
  return (
    <p className={css.quiet} role="status">
      {t('loading')}
    </p>
  )
}

function Failed({ error, again }: { error: Error; again(): void }) {
  const { t } = useTranslation('booth')
  const { t: tApp } = useTranslation('app')
  return (
    <p className={css.quiet} role="alert">
      {problemText(error, tApp)}{' '}
      <button type="button" className={css.again} onClick={again}>
        {t('again')}
      </button>
    </p>
  )
}
