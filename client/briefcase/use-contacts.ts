import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { REQUESTS } from '../app/use-card-requests.ts'
import { cardsApi } from '../net/briefcase-api.ts'

/** Contacts, requests that wait, and who is blocked. */
export const useContacts = () => useQuery({ queryKey: ['contacts'], queryFn: cardsApi.contacts, staleTime: 0 })

/** Something done to a contact or a request; afterwards everything about contacts is looked at again. */
export function useDone<Value = void, Result = unknown>(work: (value: Value) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSettled: () => {
      for (const queryKey of [['contacts'], REQUESTS, ['briefcase']]) void queries.invalidateQueries({ queryKey })
    },
  })
}
