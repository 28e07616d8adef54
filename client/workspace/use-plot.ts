import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Booth, type HallPlan, hallPlanOf } from '../../shared/floorplan/model.ts'
import { api } from '../net/api.ts'

/** Where an exhibitor's booth stands; null: nowhere, or not known yet. */
export function usePlot(exhibitorId: string): { readonly plan: HallPlan; readonly booth: Booth } | null {
  const version = useQuery({ queryKey: ['salon'], queryFn: api.salon }).data?.planVersion
  const { data } = useQuery({
    queryKey: ['plan', version],
    queryFn: () => api.plan(version ?? 0),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => {
    const booth = Object.values(data?.records ?? {}).find(
      (record) => record.type === 'booth' && record.exhibitorId === exhibitorId,
    )
    if (!data || booth?.type !== 'booth') return null
    const plan = hallPlanOf(data, booth.hallId)
    return plan && { plan, booth }
  }, [data, exhibitorId])
}
