import { useTranslation } from 'react-i18next'
import { CONSENT_FIELDS, type ConsentField, type OwnCard } from '../../shared/people/consent.ts'
import { Switch } from './switch.tsx'

interface Props {
  readonly own: OwnCard
  readonly chosen: readonly ConsentField[]
  onChange(fields: ConsentField[]): void
}

/** Every field that could be shown, with what stands in it, and whether it will be. */
export function ConsentFields({ own, chosen, onChange }: Props) {
  const { t } = useTranslation('briefcase')
  const values: Record<ConsentField, string> = {
    name: own.name,
    organisation: own.organisation,
    position: own.position,
    email: own.email ?? own.accountEmail ?? '',
    phone: own.phone,
    interests: own.interests.join(', '),
    chat: t('field_chatValue'),
  }
  return (
    <div>
      {CONSENT_FIELDS.map((field) => (
        <Switch
          key={field}
          label={t(`field_${field}`)}
          detail={values[field] || t('notFilled')}
          checked={values[field] !== '' && chosen.includes(field)}
          disabled={values[field] === ''}
          onChange={(on) => onChange(on ? [...chosen, field] : chosen.filter((one) => one !== field))}
        />
      ))}
    </div>
  )
}
