import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { LeadChange, LeadWithEvents } from '../../shared/leads/model.ts'
import { leadsApi } from '../net/leads-api.ts'

/** Under which key one lead is kept. */
export const leadKey = (exhibitorId: string, leadId: string) => ['lead', exhibitorId, leadId]

/** Changes a lead: it shows at once as it then is, and the lists it is in are asked for anew. */
export function useLeadChange(
  exhibitorId: string,
  leadId: string,
): UseMutationResult<LeadWithEvents, Error, LeadChange> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: LeadChange) => leadsApi.change(exhibitorId, leadId, change),
    onSuccess: (lead) => queries.setQueryData(leadKey(exhibitorId, leadId), lead),
    onSettled: (_lead, error) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['leads', exhibitorId] }),
        queries.invalidateQueries({ queryKey: ['lead-summary', exhibitorId] }),
        error && queries.invalidateQueries({ queryKey: leadKey(exhibitorId, leadId) }),
      ]),
  })
}
