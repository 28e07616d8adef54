import { useTranslation } from 'react-i18next'
import { LONGEST, MOST } from '../../shared/booth/content.ts'
import { useLanguage } from '../app/i18n.ts'
import { useDressing } from './booth-context.ts'
import { Both, Line, LockedNote, Part } from './fields.tsx'
import { ListOf } from './list-of.tsx'

/** «Contacts». */
export function Contacts() {
  const { t } = useTranslation('workspace')
  const { say } = useLanguage()
  const { document, edit, isLocked } = useDressing()
  const orNull = (text: string): string | null => (text === '' ? null : text)
  return (
    <Part title={t('contacts')}>
      <Line
        label={t('website')}
        path="website"
        type="url"
        value={document.website ?? ''}
        most={LONGEST.link}
        onText={(website) => edit({ website: orNull(website) })}
      />
      <Line
        label={t('email')}
        path="email"
        type="email"
        value={document.email ?? ''}
        onText={(email) => edit({ email: orNull(email) })}
      />
      <Line
        label={t('phone')}
        path="phone"
        type="tel"
        value={document.phone ?? ''}
        onText={(phone) => edit({ phone: orNull(phone) })}
      />
      <Both
        label={t('address')}
        path="address"
        value={document.address}
        most={LONGEST.summary}
        rows={2}
        onChange={(address) => edit({ address })}
      />
      <LockedNote field="links" />
      <ListOf
        all={document.links}
        most={MOST.links}
        locked={isLocked('links')}
        add={t('addLink')}
        empty={t('noLinks')}
        titleOf={({ name }) => say(name)}
        make={() => ({ id: crypto.randomUUID(), name: { ru: '', en: '' }, link: 'https://' })}
        onChange={(links) => edit({ links })}
        form={(one, n, change) => (
          <>
            <Both
              label={t('linkName')}
              path={`links.${n}.name`}
              value={one.name}
              most={LONGEST.line}
              onChange={(name) => change({ name })}
            />
            <Line
              label={t('link')}
              path={`links.${n}.link`}
              type="url"
              value={one.link}
              most={LONGEST.link}
              onText={(link) => change({ link })}
            />
          </>
        )}
      />
    </Part>
  )
}
