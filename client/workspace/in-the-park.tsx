import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booth, HallPlan, Pavilion } from '../../shared/floorplan/model.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { useLanguage } from '../app/i18n.ts'
import { BoothPreview } from '../world/preview.ts'
import css from './preview.module.css'

interface Props {
  readonly plot: { readonly plan: HallPlan; readonly booth: Booth }
  readonly card: ExhibitorCard
  readonly pavilion: Pavilion | null
  onFailed(): void
}

/** Nothing is built while somebody is choosing, ms. */
const PAUSE = 500

/** The booth as the park draws it, built anew when what is seen of it changes. */
export default function InThePark({ plot, card, pavilion, onFailed }: Props) {
  const { t } = useTranslation('workspace')
  const { language } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const preview = useRef<BoothPreview | null>(null)
  const failed = useRef(onFailed)
  failed.current = onFailed
  const seen = JSON.stringify([card.color, card.logo, card.poster, card.shortName, pavilion])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is seen from outside builds it anew
  const dressed = useMemo(() => {
    const { plan, booth } = plot
    const booths = plan.booths.map((one) => (one.id === booth.id ? { ...one, pavilion } : one))
    return { plan: { ...plan, booths }, boothId: booth.id, card }
  }, [plot, seen])

  useEffect(() => {
    if (!place.current) return
    try {
      preview.current = new BoothPreview(place.current)
    } catch {
      failed.current()
    }
    return () => {
      preview.current?.close()
      preview.current = null
    }
  }, [])

  useEffect(() => {
    const timer = setTimeout(() => {
      preview.current?.show({ ...dressed, language }).catch(() => failed.current())
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [dressed, language])

  return <div ref={place} className={css.park} role="img" aria-label={t('previewLabel')} />
}
