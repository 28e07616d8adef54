import { useEffect } from 'react'
import { useChat } from '../../state/chat.ts'
import { useHall } from '../../state/hall.ts'
import { useSettings, VIEWS } from '../../state/settings.ts'
import { useOverlays } from './overlays.ts'

/** Whether keys belong to a text that is being written. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/**
 * Keys that work everywhere in a hall. Single keys rest while somebody types and can be switched off
 * (WCAG 2.1.4); the hint lists them.
 */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const overlays = useOverlays.getState()
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        overlays.set({ search: true })
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (!useSettings.getState().shortcuts || document.querySelector('[aria-modal="true"]')) return
      const act = ACTIONS[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

const ACTIONS: Record<string, () => void> = {
  '1': () => useSettings.getState().set({ view: VIEWS[0] }),
  '2': () => useSettings.getState().set({ view: VIEWS[1] }),
  '3': () => useSettings.getState().set({ view: VIEWS[2] }),
  '/': () => useOverlays.getState().set({ search: true }),
  '?': () => useOverlays.getState().set({ hint: true }),
  c: () => useChat.getState().show(!useChat.getState().open),
  v: () => useHall.getState().hall?.visitor.wave(),
  Escape: () => {
    if (useChat.getState().open) useChat.getState().show(false)
    else useHall.getState().set({ openBooth: null })
  },
}
