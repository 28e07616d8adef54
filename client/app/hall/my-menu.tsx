import '@mantine/core/styles/Menu.css'
import { Menu } from '@mantine/core'
import {
  IconAddressBook,
  IconBriefcase,
  IconBuildingStore,
  IconChartBar,
  IconChartHistogram,
  IconMessages,
  IconRoute,
  IconSettings,
  IconTargetArrow,
  IconUserCircle,
  type TablerIcon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api } from '../../net/api.ts'
import { useTalk } from '../../state/talk.ts'
import { useVisit } from '../../state/visit.ts'
import { useCardRequests } from '../use-card-requests.ts'
import css from './my-menu.module.css'
import { useOverlays } from './overlays.ts'
import tool from './top-bar.module.css'

/** Everything that is the visitor's own, in one menu. */
export function MyMenu() {
  const { t } = useTranslation('app')
  const [, navigate] = useLocation()
  const set = useOverlays((state) => state.set)
  const unread = useTalk((state) => state.unread)
  const asking = useCardRequests().length
  const booths = useQuery({ queryKey: ['own-booths'], queryFn: api.ownBooths }).data
  const stops = useVisit(({ visit }) => visit.wishes.length)
  return (
    <Menu position="bottom-end" offset={10} width={264} radius={14} shadow="md">
      <Menu.Target>
        <button
          type="button"
          className={tool.tool}
          aria-label={unread > 0 ? t('mineUnread', { count: unread }) : t('mine')}
        >
          <IconUserCircle size={21} aria-hidden />
          {unread > 0 && <span className={tool.badge}>{unread > 99 ? '99+' : unread}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown className={css.menu}>
        <Entry icon={IconRoute} text={t('mineVisit')} count={stops} onChoose={() => set({ panel: 'visit' })} />
        <Entry icon={IconBriefcase} text={t('mineBriefcase')} onChoose={() => set({ panel: 'briefcase' })} />
        <Entry
          icon={IconAddressBook}
          text={t('mineContacts')}
          count={asking}
          onChoose={() => set({ panel: 'contacts' })}
        />
        <Entry
          icon={IconMessages}
          text={t('mineMessages')}
          count={unread}
          onChoose={() => {
            useTalk.getState().set({ place: { at: 'list' } })
            set({ panel: 'messages' })
          }}
        />
        {(booths?.organizes || (booths && booths.booths.length > 0)) && (
          <Entry
            icon={IconBuildingStore}
            text={t(booths.organizes ? 'mineAllBooths' : 'mineBooth')}
            onChoose={() => navigate('/workspace')}
          />
        )}
        {booths && booths.booths.length > 0 && (
          <>
            <Entry icon={IconTargetArrow} text={t('mineLeads')} onChoose={() => navigate('/leads')} />
            <Entry icon={IconChartBar} text={t('mineFigures')} onChoose={() => navigate('/figures')} />
          </>
        )}
        {booths?.organizes && (
          <Entry icon={IconChartHistogram} text={t('mineAttendance')} onChoose={() => navigate('/attendance')} />
        )}
        <Entry icon={IconUserCircle} text={t('mineProfile')} onChoose={() => navigate('/account')} />
        <Entry icon={IconSettings} text={t('settings')} onChoose={() => set({ settings: true })} />
      </Menu.Dropdown>
    </Menu>
  )
}

interface EntryProps {
  readonly icon: TablerIcon
  readonly text: string
  /** News waiting there. */
  readonly count?: number
  onChoose(): void
}

function Entry({ icon: Icon, text, count = 0, onChoose }: EntryProps) {
  return (
    <Menu.Item
      className={css.entry}
      leftSection={<Icon size={19} aria-hidden />}
      rightSection={count > 0 && <span className={css.count}>{count > 99 ? '99+' : count}</span>}
      onClick={onChoose}
    >
      {text}
    </Menu.Item>
  )
}
