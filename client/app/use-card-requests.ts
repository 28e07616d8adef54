import { useQuery } from '@tanstack/react-query'
import { cardsApi } from '../net/briefcase-api.ts'
import { isMuted, useSettings } from '../state/settings.ts'

export const REQUESTS = ['card-requests']

/** How often requests are looked for, ms; also whenever the window is looked at again. */
const EVERY = 30_000

/** Requests to exchange cards that wait for the visitor's answer; those of muted people wait unseen. */
export function useCardRequests() {
  const muted = useSettings((state) => state.muted)
  const requests = useQuery({ queryKey: REQUESTS, queryFn: cardsApi.requests, refetchInterval: EVERY })
  return requests.data?.filter(({ own, personId }) => !own && !isMuted(muted, personId)) ?? []
}
