import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft } from '../../shared/booth/draft.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import type { Whose } from './draft-copy.ts'
import { Keeper, type Now } from './keeper.ts'

/** Keeps a draft while it is on the screen: sent when the line is back, and when the page is left. */
export function useKeeper(draft: Draft, whose: Whose): { readonly keeper: Keeper; readonly now: Now } {
  const { exhibitorId } = draft
  const [keeper] = useState(
    () =>
      new Keeper(draft, {
        save: (revision, document) => workspaceApi.save(exhibitorId, revision, document),
        read: () => workspaceApi.draft(exhibitorId),
        storage: localStorage,
        whose,
      }),
  )
  useEffect(() => {
    const send = (): void => void keeper.flush()
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') send()
    }
    window.addEventListener('online', send)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('online', send)
      document.removeEventListener('visibilitychange', hidden)
      send()
    }
  }, [keeper])
  return { keeper, now: useSyncExternalStore(keeper.subscribe, keeper.snapshot) }
}
