import type { TFunction } from 'i18next'
import type { SharedFields } from '../../shared/people/consent.ts'

/** What to call somebody: by what they share, or by what they do not. */
export const nameOf = ({ name, organisation, email }: SharedFields, t: TFunction<'leads'>): string =>
  name ?? organisation ?? email ?? t('unnamed')
