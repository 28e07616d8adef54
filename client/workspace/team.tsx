import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST, MOST, type TeamMember } from '../../shared/booth/content.ts'
import { inRendition } from '../../shared/files/address.ts'
import { useLanguage } from '../app/i18n.ts'
import { PictureField } from '../files/picture-field.tsx'
import { workspaceApi } from '../net/workspace-api.ts'
import { useDressing } from './booth-context.ts'
import fields from './fields.module.css'
import { Both, LockedNote, Part } from './fields.tsx'
import { Invitations } from './invitations.tsx'
import { ListOf } from './list-of.tsx'

const NOTHING = { ru: '', en: '' }
const newMember = (): TeamMember => ({
  ...{ id: crypto.randomUUID(), name: NOTHING, position: NOTHING, photo: null, personId: null },
})

/** «Team»: who is shown at the booth, and who may work on it. */
export function Team() {
  const { t } = useTranslation('workspace')
  const { say } = useLanguage()
  const { draft, document, edit, isLocked } = useDressing()
  return (
    <>
      <Part title={t('team')} hint={t('teamHint')}>
        <LockedNote field="team" />
        <ListOf
          all={document.team}
          most={MOST.team}
          locked={isLocked('team')}
          add={t('addMember')}
          empty={t('noTeam')}
          titleOf={({ name }) => say(name)}
          pictureOf={({ photo }) => photo && inRendition(photo, 'small.webp')}
          make={newMember}
          onChange={(team) => edit({ team })}
          form={(one, n, change) => (
            <>
              <Both
                label={t('memberName')}
                path={`team.${n}.name`}
                value={one.name}
                most={LONGEST.line}
                onChange={(name) => change({ name })}
              />
              <Both
                label={t('position')}
                path={`team.${n}.position`}
                value={one.position}
                most={LONGEST.line}
                onChange={(position) => change({ position })}
              />
              <PictureField
                label={t('photo')}
                value={one.photo}
                aspect={1}
                exhibitorId={draft.exhibitorId}
                disabled={isLocked('team')}
                onChange={(photo) => change({ photo })}
              />
              <WhoItIs one={one} onChange={(personId) => change({ personId })} />
            </>
          )}
        />
      </Part>
      {draft.may.invite && <Invitations />}
    </>
  )
}

/** Which of those who work for the booth this is: then visitors see when they are there. */
function WhoItIs({ one, onChange }: { one: TeamMember; onChange(personId: string | null): void }) {
  const { t } = useTranslation('workspace')
  const { draft, isLocked } = useDressing()
  const id = useId()
  const { exhibitorId } = draft
  const staff = useQuery({ queryKey: ['staff', exhibitorId], queryFn: () => workspaceApi.staff(exhibitorId) })
  const known = new Map((staff.data ?? []).map(({ personId, name }) => [personId, name]))
  return (
    <div className={fields.field}>
      <label htmlFor={id}>{t('whoItIs')}</label>
      <select
        id={id}
        value={one.personId ?? ''}
        disabled={isLocked('team')}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{t('nobodyOfThem')}</option>
        {[...known].map(([personId, name]) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
        {one.personId && !known.has(one.personId) && <option value={one.personId}>{t('somebodyGone')}</option>}
      </select>
      <div className={fields.notes}>
        <p>{t('whoItIsHint')}</p>
      </div>
    </div>
  )
}
