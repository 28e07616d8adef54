import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { talkApi } from '../net/talk-api.ts'
import { onNews, useNews } from '../state/news.ts'

/** How often it is looked at without news, ms. */
const LOOKS = 60_000

/** Our conversations and inboxes, up to date while somebody shows them. */
export function useOwnConversations() {
  const arrivals = useNews((state) => state.arrivals)
  const own = useQuery({
    queryKey: ['conversations'],
    queryFn: talkApi.own,
    refetchInterval: LOOKS,
    staleTime: 5000,
  })
  const { refetch } = own
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined
    const end = onNews(({ news }) => {
      if (news === 'typing') return
      // Many news at once are one reason to look.
      clearTimeout(due)
      due = setTimeout(() => void refetch(), 300)
    })
    return () => {
      clearTimeout(due)
      end()
    }
  }, [refetch])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line is up again
  useEffect(() => void refetch(), [arrivals, refetch])
  return own
}
