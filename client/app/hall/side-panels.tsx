import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import { type SidePanel, useOverlays } from './overlays.ts'

interface PanelProps {
  onClose(): void
}

/** What each side panel loads when it is first opened. */
const PANELS: Partial<Record<SidePanel, LazyExoticComponent<ComponentType<PanelProps>>>> = {
  messages: lazy(() => import('../../conversations/messages-panel.tsx')),
  briefcase: lazy(() => import('../../briefcase/briefcase-panel.tsx')),
  contacts: lazy(() => import('../../briefcase/contacts-panel.tsx')),
  visit: lazy(() => import('../../visit/visit-panel.tsx')),
  heat: lazy(() => import('../../organizer-figures/heat-panel.tsx')),
}

/** The side panel that is open, if any. */
export function SidePanels() {
  const panel = useOverlays((state) => state.panel)
  const set = useOverlays((state) => state.set)
  const Open = panel === null ? undefined : PANELS[panel]
  return <Suspense fallback={null}>{Open && <Open onClose={() => set({ panel: null })} />}</Suspense>
}
