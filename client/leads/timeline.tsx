import {
  IconBriefcase,
  IconClock,
  IconDoorEnter,
  IconEye,
  IconHeartHandshake,
  IconMessageQuestion,
  IconPlayerPlay,
  type TablerIcon,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { InteractionKind } from '../../shared/leads/interaction.ts'
import type { LeadWithEvents } from '../../shared/leads/model.ts'
import type { Exhibitor } from '../../shared/salon/model.ts'
import { useLanguage } from '../app/i18n.ts'
import css from './timeline.module.css'
import { clock, dayName, lasting } from './times.ts'

type LeadEvent = LeadWithEvents['events'][number]

const SIGNS: Readonly<Record<InteractionKind, TablerIcon>> = {
  entered: IconDoorEnter,
  stayed: IconClock,
  watched: IconPlayerPlay,
  asked: IconMessageQuestion,
  took: IconBriefcase,
  met: IconHeartHandshake,
  opened: IconEye,
}

/** What somebody did at the booth, day by day, latest first. */
export function Timeline({ events, exhibitor }: { events: readonly LeadEvent[]; exhibitor: Exhibitor | null }) {
  const { t } = useTranslation('leads')
  const { language, say } = useLanguage()
  const now = new Date()
  const titles = new Map(
    [...(exhibitor?.products ?? []), ...(exhibitor?.materials ?? [])].map((one) => [one.id, say(one.name)]),
  )
  const days = new Map<string, LeadEvent[]>()
  for (const event of events) {
    const day = dayName(event.at, now, language, t)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return (
    <section className={css.timeline}>
      <h3>{t('history')}</h3>
      {events.length === 0 && <p>{t('noEvents')}</p>}
      {[...days].map(([day, of]) => (
        <div key={day}>
          <h4>{day}</h4>
          <ol>
            {together(of).map((event) => {
              const Sign = SIGNS[event.kind]
              return (
                <li key={`${event.at} ${event.kind} ${event.subject}`} data-kind={event.kind}>
                  <Sign size={18} aria-hidden />
                  <span>{sentence(event, titles.get(event.subject ?? '') ?? null, t)}</span>
                  <time dateTime={event.at}>{clock(event.at, language)}</time>
                </li>
              )
            })}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** Stays that follow one another are one stay: browsers report them a minute at a time. */
function together(events: readonly LeadEvent[]): LeadEvent[] {
  const lines: LeadEvent[] = []
  for (const event of events) {
    const last = lines.at(-1)
    if (event.kind === 'stayed' && last?.kind === 'stayed')
      lines[lines.length - 1] = { ...last, seconds: (last.seconds ?? 0) + (event.seconds ?? 0) }
    else lines.push(event)
  }
  return lines
}

function sentence({ kind, seconds, share }: LeadEvent, what: string | null, t: TFunction<'leads'>): string {
  switch (kind) {
    case 'stayed':
      return t('event_stayed', { time: lasting(seconds ?? 0, t) })
    case 'watched': {
      const percent = Math.round((share ?? 0) * 100)
      return what === null ? t('event_watched', { percent }) : t('event_watched_of', { percent, what })
    }
    case 'took':
    case 'opened':
      return what === null ? t(`event_${kind}`) : t(`event_${kind}_of`, { what })
    default:
      return t(`event_${kind}`)
  }
}
