import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemText } from '../app/problem-text.ts'
import { api } from '../net/api.ts'
import { useStaffOf } from '../state/staff.ts'
import css from './staff-now.module.css'

/** Who is at the booth for visitors just now; whoever staffs it switches themself on and off. */
export function StaffNow({ exhibitorId }: { exhibitorId: string }) {
  const { t } = useTranslation('booth')
  const staff = useStaffOf(exhibitorId)
  return (
    <>
      {staff.length > 0 && (
        <p className={css.now}>
          <span className={css.light} aria-hidden />
          <span>
            {t('staffNow')}{' '}
            {staff.slice(0, SHOWN).map(({ personId, name, role }, n) => (
              <span key={personId}>
                {n > 0 && ', '}
                <strong>{name}</strong>
                {` (${t(`role_${role}`)})`}
              </span>
            ))}
            {staff.length > SHOWN && ` ${t('staffMore', { count: staff.length - SHOWN })}`}
          </span>
        </p>
      )}
      <OwnSwitch exhibitorId={exhibitorId} />
    </>
  )
}

const SHOWN = 3

function OwnSwitch({ exhibitorId }: { exhibitorId: string }) {
  const { t } = useTranslation('booth')
  const { t: tApp } = useTranslation('app')
  const queries = useQueryClient()
  const own = useQuery({ queryKey: ['attendance'], queryFn: api.attendance, staleTime: 5 * 60_000 })
  const change = useMutation({
    mutationFn: (attends: boolean) => api.attend(exhibitorId, attends),
    onSettled: () => queries.invalidateQueries({ queryKey: ['attendance'] }),
  })
  const booth = own.data?.find((one) => one.exhibitorId === exhibitorId)
  if (!booth) return null
  const attends = change.isPending ? change.variables : booth.attends
  return (
    <div className={css.own}>
      <button
        type="button"
        role="switch"
        aria-checked={attends}
        className={css.switch}
        onClick={() => {
          if (!change.isPending) change.mutate(!attends)
        }}
      >
        <span className={css.knob} aria-hidden />
        {t('attend')}
      </button>
      <p>{t(attends ? 'attendOn' : 'attendOff')}</p>
      {change.isError && <p role="alert">{problemText(change.error, tApp)}</p>}
    </div>
  )
}
