import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../app/i18n.ts'
import { api } from '../net/api.ts'

/** What an exhibitor is called; '' until it is known, and for none. */
export function useExhibitorName(exhibitorId: string | null): string {
  const { say } = useLanguage()
  const exhibitor = useQuery({
    queryKey: ['exhibitor', exhibitorId],
    queryFn: () => api.exhibitor(exhibitorId ?? ''),
    enabled: exhibitorId !== null,
  })
  return exhibitor.data ? say(exhibitor.data.name) : ''
}
