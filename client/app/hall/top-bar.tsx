import {
  IconListDetails,
  IconMap2,
  IconMessageCircle,
  IconQuestionMark,
  IconSearch,
  IconTrees,
  IconUsers,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nearestAlley } from '../../../shared/floorplan/alleys.ts'
import type { Localized } from '../../../shared/language.ts'
import type { Salon } from '../../../shared/salon/model.ts'
import { useChat } from '../../state/chat.ts'
import { useHall } from '../../state/hall.ts'
import { useSettings, VIEWS, type View } from '../../state/settings.ts'
import { useLanguage } from '../i18n.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { Mark } from '../mark.tsx'
import { SearchDialog } from '../search/search-dialog.tsx'
import { MyMenu } from './my-menu.tsx'
import { useOverlays } from './overlays.ts'
import { PeopleNearby } from './people-nearby.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import css from './top-bar.module.css'

const ICONS = { world: IconTrees, map: IconMap2, list: IconListDetails } as const satisfies Record<View, unknown>

export function TopBar({ salon, onSession }: { salon: Salon | null; onSession(id: string): void }) {
  const { t } = useTranslation('app')
  const { say } = useLanguage()
  const hall = useHall((state) => state.hall)
  const view = useSettings((state) => state.view) ?? 'world'
  const set = useSettings((state) => state.set)
  const overlays = useOverlays()
  const unread = useChat((state) => state.unread)
  const chatOpen = useChat((state) => state.open)
  const showChat = useChat((state) => state.show)
  const { alley, people } = useSurroundings()

  return (
    <header className={css.bar}>
      <div className={css.place}>
        <Mark size={30} />
        <div className={css.where}>
          <strong>{alley ? say(alley) : hall && say(hall.plan.hall.name)}</strong>
          <span>{hall && t('hallLine', { hall: say(hall.plan.hall.name), n: hall.instance })}</span>
        </div>
      </div>

      <fieldset className={css.views} aria-label={t('view')}>
        {VIEWS.map((one) => {
          const Icon = ICONS[one]
          return (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => set({ view: one })}>
              <Icon size={19} aria-hidden />
              <span>{t(`view_${one}`)}</span>
            </button>
          )
        })}
      </fieldset>

      <div className={css.tools}>
        <button
          type="button"
          className={css.search}
          aria-label={t('searchOpen')}
          onClick={() => overlays.set({ search: true })}
        >
          <IconSearch size={19} aria-hidden />
          <span>{t('searchOpen')}</span>
          <kbd>/</kbd>
        </button>
        <button
          type="button"
          className={css.tool}
          aria-expanded={overlays.people}
          aria-label={t('peopleNearby', { count: people })}
          onClick={() => overlays.set({ people: !overlays.people })}
        >
          <IconUsers size={20} aria-hidden />
          {people > 0 && <span className={css.count}>{people}</span>}
        </button>
        <button
          type="button"
          className={css.tool}
          aria-expanded={chatOpen}
          aria-label={unread > 0 ? t('chatUnread', { count: unread }) : t('chat')}
          onClick={() => showChat(!chatOpen)}
        >
          <IconMessageCircle size={20} aria-hidden />
          {unread > 0 && <span className={css.badge}>{unread > 99 ? '99+' : unread}</span>}
        </button>
        <button
          type="button"
          className={css.tool}
          aria-label={t('howTo')}
          onClick={() => overlays.set({ hint: true })}
          data-wide
        >
          <IconQuestionMark size={20} aria-hidden />
        </button>
        <MyMenu />
        <span className={css.language}>
          <LanguageSwitch />
        </span>
      </div>

      {overlays.people && <PeopleNearby onClose={() => overlays.set({ people: false })} />}
      <SearchDialog
        opened={overlays.search}
        salon={salon}
        onClose={() => overlays.set({ search: false })}
        onSession={onSession}
      />
      <SettingsDialog opened={overlays.settings} onClose={() => overlays.set({ settings: false })} />
    </header>
  )
}

/** The alley we are on and how many people are in sight, looked at once a second. */
function useSurroundings(): { alley: Localized | null; people: number } {
  const hall = useHall((state) => state.hall)
  const [now, setNow] = useState<{ alley: Localized | null; people: number }>({ alley: null, people: 0 })
  useEffect(() => {
    if (!hall) return
    const look = (): void => {
      const alley = nearestAlley(hall.plan, hall.visitor.at(hall.now()))?.name ?? null
      const people = hall.crowd.count
      setNow((before) => (before.alley === alley && before.people === people ? before : { alley, people }))
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [hall])
  return now
}
