import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  CONSENT_WORDING,
  type Consent,
  type ConsentField,
  type OwnCard,
  PROPOSED,
} from '../../shared/people/consent.ts'
import { cardsApi, consentApi } from '../net/briefcase-api.ts'
import { CARD } from './card-part.tsx'

export const CONSENTS = ['consents']

/** A consent that is being decided on, with what it would show. */
export interface Deciding {
  readonly own: OwnCard | undefined
  readonly consent: Consent | undefined
  readonly error: Error | null
  readonly chosen: readonly ConsentField[]
  choose(fields: ConsentField[]): void
  /** Makes it so. Fields that are not filled in are left out: they would tell more than was seen once they are. */
  give(fields: readonly ConsentField[]): Promise<Consent>
}

/** What the visitor shows an exhibitor, to be decided on. null: nobody asks. */
export function useConsent(exhibitorId: string | null): Deciding {
  const queries = useQueryClient()
  const own = useQuery({ queryKey: CARD, queryFn: cardsApi.card, staleTime: 0 })
  const consent = useQuery({
    queryKey: ['consent', exhibitorId],
    queryFn: () => consentApi.consent(exhibitorId ?? ''),
    enabled: exhibitorId !== null,
    staleTime: 0,
  })
  const [choice, setChoice] = useState<ConsentField[] | null>(null)
  const shown = consent.data?.fields ?? []
  return {
    own: own.data,
    consent: consent.data,
    error: own.error ?? consent.error,
    chosen: choice ?? (consent.data?.revision === 0 ? PROPOSED : shown),
    choose: setChoice,
    give: async (fields) => {
      const all = own.data
      const filled = fields.filter((field) => all && isFilled(all, field))
      try {
        const given = await consentApi.give(exhibitorId ?? '', {
          fields: [...filled],
          wording: CONSENT_WORDING,
          revision: consent.data?.revision ?? 0,
        })
        queries.setQueryData(['consent', exhibitorId], given)
        return given
      } finally {
        // Given elsewhere meanwhile: the next try knows of it.
        void consent.refetch()
        void queries.invalidateQueries({ queryKey: CONSENTS })
      }
    },
  }
}

function isFilled(own: OwnCard, field: ConsentField): boolean {
  if (field === 'chat') return true
  if (field === 'email') return (own.email ?? own.accountEmail ?? '') !== ''
  return own[field].length > 0
}
