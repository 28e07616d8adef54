import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { talkApi } from '../net/talk-api.ts'
import { useHall } from '../state/hall.ts'
import { onNews, useNews } from '../state/news.ts'

/** How often it is looked at without news: outside the halls, and inside (ms). */
const LOOKS = { outside: 6000, inside: 60_000 } as const

export const inboxQuery = (exhibitorId: string) =>
  queryOptions({ queryKey: ['inbox', exhibitorId], queryFn: () => talkApi.inbox(exhibitorId) })

/** What visitors ask an exhibitor, up to date while somebody shows it. */
export function useInbox(exhibitorId: string) {
  const arrivals = useNews((state) => state.arrivals)
  const isInside = useHall((state) => state.connection === 'here')
  const inbox = useQuery({
    ...inboxQuery(exhibitorId),
    refetchInterval: isInside ? LOOKS.inside : LOOKS.outside,
    staleTime: 0,
  })
  const { refetch } = inbox
  useEffect(
    () =>
      onNews((news) => {
        if (news.exhibitorId === exhibitorId && (news.news === 'message' || news.news === 'changed')) void refetch()
      }),
    [exhibitorId, refetch],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line is up again
  useEffect(() => void refetch(), [arrivals, refetch])
  return inbox
}
