import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type BriefcaseItem, type Subject, subjectKey } from '../../shared/briefcase/model.ts'
import { briefcaseApi } from '../net/briefcase-api.ts'

const KEY = ['briefcase']

/** What lies in the briefcase, latest first. */
export const useBriefcase = () => useQuery({ queryKey: KEY, queryFn: briefcaseApi.items })

/** Whether something lies in the briefcase, and how to put it in or take it out. It shows at once, and again if refused. */
export function usePlace(about: Subject) {
  const queries = useQueryClient()
  const items = useBriefcase()
  const key = subjectKey(about)
  const item = items.data?.find((one) => subjectKey(one.subject) === key)
  const change = useMutation({
    mutationFn: () => (item ? briefcaseApi.remove(item.id) : briefcaseApi.put(about)),
    onSuccess: (put) => (put ? keep(queries, put) : item && drop(queries, item.id)),
    // Another window was faster: look again.
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  return { inside: change.isPending ? !item : item !== undefined, known: items.data !== undefined, change }
}

/** Shows an item as it is now, in its place or, when it is new, first. */
export function keep(queries: QueryClient, item: BriefcaseItem): void {
  queries.setQueryData<BriefcaseItem[]>(KEY, (items = []) => {
    const there = items.some(({ id }) => id === item.id)
    return there ? items.map((one) => (one.id === item.id ? item : one)) : [item, ...items]
  })
}

export function drop(queries: QueryClient, id: string): void {
  queries.setQueryData<BriefcaseItem[]>(KEY, (items = []) => items.filter((one) => one.id !== id))
}
