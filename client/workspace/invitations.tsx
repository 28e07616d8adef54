import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothRole } from '../../shared/booth/draft.ts'
import { useLanguage } from '../app/i18n.ts'
import { problemText } from '../app/problem-text.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import { useDressing } from './booth-context.ts'
import fields from './fields.module.css'
import { Part } from './fields.tsx'
import css from './invitations.module.css'

/** Who works on the booth, and who is asked to by letter. */
export function Invitations() {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { language } = useLanguage()
  const { draft } = useDressing()
  const queries = useQueryClient()
  const { exhibitorId } = draft
  const key = ['invitations', exhibitorId]
  const staff = useQuery({ queryKey: ['staff', exhibitorId], queryFn: () => workspaceApi.staff(exhibitorId) })
  const invitations = useQuery({ queryKey: key, queryFn: () => workspaceApi.invitations(exhibitorId) })
  const takeBack = useMutation({
    mutationFn: (id: string) => workspaceApi.takeBack(exhibitorId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })
  const open = (invitations.data ?? []).filter(({ acceptedAt }) => acceptedAt === null)
  const problem = invitations.error ?? takeBack.error
  return (
    <Part title={t('workers')} hint={t('workersHint')}>
      <ul className={css.people}>
        {staff.data?.map(({ personId, name, role }) => (
          <li key={`${personId} ${role}`}>
            <b>{name}</b>
            <span>{t(role === 'owner' ? 'role_owner' : 'role_representative')}</span>
          </li>
        ))}
        {open.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            <b>{email}</b>
            <span>
              {t(role === 'owner' ? 'role_owner' : 'role_representative')},{' '}
              {t('invitedUntil', { day: day.format(new Date(expiresAt)) })}
            </span>
            <button type="button" aria-label={t('takeBackWhom', { email })} onClick={() => takeBack.mutate(id)}>
              {t('takeBack')}
            </button>
          </li>
        ))}
      </ul>
      {problem && (
        <p className={css.problem} role="alert">
          {problemText(problem, tApp)}
        </p>
      )}
      <Invite onSent={() => queries.invalidateQueries({ queryKey: key })} />
    </Part>
  )
}

function Invite({ onSent }: { onSent(): void }) {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { draft } = useDressing()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<BoothRole>('representative')
  const [wrong, setWrong] = useState(false)
  const id = useId()
  const invite = useMutation({
    mutationFn: () => workspaceApi.invite(draft.exhibitorId, email.trim(), role),
    onSuccess: () => {
      setEmail('')
      onSent()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const fine = /^\S+@\S+\.\S+$/.test(email.trim())
    setWrong(!fine)
    if (fine) invite.mutate()
  }
  return (
    <form className={css.invite} onSubmit={submit} noValidate>
      <div className={fields.field}>
        <label htmlFor={id}>{t('inviteWhom')}</label>
        <input
          id={id}
          type="email"
          value={email}
          aria-invalid={wrong}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setEmail(target.value)}
        />
        <p id={`${id}-problem`} className={css.problem} role="alert">
          {wrong ? t('fault_email') : invite.error && problemText(invite.error, tApp)}
        </p>
      </div>
      {draft.may.lock && (
        <fieldset className={css.role}>
          <legend>{t('as')}</legend>
          {(['representative', 'owner'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
              {t(one === 'owner' ? 'role_owner' : 'role_representative')}
            </label>
          ))}
        </fieldset>
      )}
      <button type="submit" aria-disabled={invite.isPending}>
        {t('invite')}
      </button>
      {invite.isSuccess && <p role="status">{t('invited')}</p>}
    </form>
  )
}
