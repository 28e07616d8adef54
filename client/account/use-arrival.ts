import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Me } from '../../shared/salon/model.ts'

/** What follows signing in: who one is now is known, their account is looked up anew, and their own page opens. */
export function useArrival(): (me: Me | null) => void {
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  return (me) => {
    queries.setQueryData(['me'], me)
    void queries.invalidateQueries({ queryKey: ['account'] })
    navigate(me ? '/account' : '/')
  }
}
