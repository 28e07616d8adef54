import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuildingStore, IconCalendarEvent, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Subject } from '../../../shared/route/visit.ts'
import type { Salon, SearchHit } from '../../../shared/salon/model.ts'
import { api } from '../../net/api.ts'
import { useHall } from '../../state/hall.ts'
import { sessionTime } from '../dates.ts'
import { useLanguage } from '../i18n.ts'
import { problemText } from '../problem-text.ts'
import { VisitButton } from '../visit-button.tsx'
import css from './search-dialog.module.css'

const ICONS = { exhibitor: IconBuildingStore, session: IconCalendarEvent, person: IconUser } as const
/** Rest between two letters before we ask, ms. */
const PAUSE = 160

interface Props {
  readonly opened: boolean
  readonly salon: Salon | null
  onClose(): void
  onSession(id: string): void
}

// The dialog would give it the focus a moment later: what is typed right after the key that opens it would be lost.
const atOnce = (field: HTMLInputElement | null): void => field?.focus({ preventScroll: true })

/** Booths, sessions and people who allow it: type, choose with the arrows, and go. */
export function SearchDialog({ opened, salon, onClose, onSession }: Props) {
  const { t } = useTranslation('app')
  const { language } = useLanguage()
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text.trim(), PAUSE)
  const [chosen, setChosen] = useState(0)
  const listId = useId()
  const open = useOpenHit(onClose, onSession)
  const found = useQuery({
    queryKey: ['search', query, language],
    queryFn: ({ signal }) => api.search(query, language, signal),
    enabled: opened && query !== '',
    placeholderData: (before) => before,
  })
  const hits = query === '' ? [] : (found.data ?? [])
  const current = hits[Math.min(chosen, hits.length - 1)]

  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setChosen((before) => (Math.min(before, hits.length - 1) + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      open(current)
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('search')}
      size={640}
      yOffset="8dvh"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <input
        className={css.input}
        ref={atOnce}
        data-autofocus
        role="combobox"
        aria-label={t('searchWhat')}
        aria-haspopup="grid"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKey}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: results of a combobox (ARIA: combobox with a grid), not a table */}
      <div id={listId} role="grid" aria-label={t('searchResults')} className={css.hits}>
        {hits.map((hit) => {
          const Icon = ICONS[hit.type]
          const about = subjectOf(hit)
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={`${hit.type} ${hit.id}`}
              id={`${listId}-${hit.id}`}
              role="row"
              tabIndex={-1}
              aria-selected={hit === current}
              className={css.hit}
              onMouseMove={() => setChosen(hits.indexOf(hit))}
            >
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys */}
              {/* biome-ignore lint/a11y/useSemanticElements: as above */}
              {/* biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus */}
              <div role="gridcell" className={css.found} onClick={() => open(hit)}>
                <Icon size={20} aria-hidden />
                <span>
                  {hit.title}
                  <small>
                    {hit.type === 'session' && salon
                      ? sessionTime(hit.startsAt, hit.startsAt, language, salon.timeZone).replace(/–.*/, '')
                      : t(`hit_${hit.type}`)}
                    {hit.snippet && ` · ${hit.snippet}`}
                  </small>
                </span>
              </div>
              {about && (
                // biome-ignore lint/a11y/useSemanticElements: as above
                // biome-ignore lint/a11y/useFocusableInteractive: the button in it has the focus
                <div role="gridcell">
                  <VisitButton small about={about} name={hit.title} />
                </div>
              )}
            </div>
          )
        })}
      </div>
      <p className={css.state} role="status">
        {query === '' && t('searchHint')}
        {query !== '' && found.isError && problemText(found.error, t)}
        {query !== '' && found.isPending && t('searching')}
        {query !== '' && found.data?.length === 0 && t('nothingFound', { query })}
      </p>
    </Modal>
  )
}

/** What of it can be put into a visit. */
function subjectOf(hit: SearchHit): Subject | null {
  if (hit.type === 'exhibitor') return { kind: 'booth', exhibitorId: hit.id, productIds: [] }
  return hit.type === 'session' ? { kind: 'session', sessionId: hit.id } : null
}

/** Opens what was found: a booth's panel, a session, or the hall somebody is in. */
function useOpenHit(onClose: () => void, onSession: (id: string) => void): (hit: SearchHit) => void {
  const [, navigate] = useLocation()
  const hall = useHall((state) => state.hall)
  return (hit) => {
    onClose()
    if (hit.type === 'session') onSession(hit.id)
    else if (hit.type === 'person' && hit.hallId) {
      navigate(`/hall/${encodeURIComponent(hit.hallId)}?room=${encodeURIComponent(hit.roomId ?? '')}`)
    } else if (hit.type === 'exhibitor' && hit.boothId) {
      if (hit.hallId === hall?.plan.hall.id) useHall.getState().set({ openBooth: hit.boothId })
      else navigate(`/booth/${encodeURIComponent(hit.boothId)}`)
    }
  }
}
