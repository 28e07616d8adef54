import { Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ApiProblem, api } from '../../net/api.ts'
import { forgetOwnCopies } from '../../state/own-copies.ts'
import { TIERS, useSettings } from '../../state/settings.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { problemText } from '../problem-text.ts'
import { useOverlays } from './overlays.ts'
import css from './settings-dialog.module.css'

export function SettingsDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useTranslation('app')
  const { tier, shortcuts, muted, set } = useSettings()
  const showHint = useOverlays((state) => state.set)
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const [sure, setSure] = useState(false)
  const me = useQuery({ queryKey: ['me'], queryFn: api.me, staleTime: Number.POSITIVE_INFINITY })
  const findable = useMutation({
    mutationFn: (value: boolean) => api.editMe({ findable: value }),
    onSuccess: (edited) => queries.setQueryData(['me'], edited),
  })
  const leave = useMutation({
    mutationFn: api.leaveForGood,
    onSuccess: () => {
      forgetOwnCopies(localStorage)
      queries.setQueryData(['me'], null)
      navigate('/')
    },
    // An account says farewell with its password, on its own page.
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'wrong-credentials') navigate('/account')
    },
  })
  const problem = findable.error ?? leave.error

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('settings')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={css.settings}>
        <div className={css.row}>
          <span>{t('language')}</span>
          <LanguageSwitch />
        </div>
        <div className={css.row}>
          <span>
            {t('ownProfile')}
            <small>{t('ownProfileNote')}</small>
          </span>
          <button type="button" onClick={() => navigate('/account')}>
            {t('openIt')}
          </button>
        </div>
        <label className={css.row}>
          <span>
            {t('quality')}
            <small>{t('qualityNote')}</small>
          </span>
          <select
            value={tier}
            onChange={(event) => set({ tier: TIERS.find((one) => one === event.target.value) ?? 'auto' })}
          >
            {(['auto', ...TIERS] as const).map((one) => (
              <option key={one} value={one}>
                {t(`tier_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={css.row}>
          <span>
            {t('shortcuts')}
            <small>{t('shortcutsNote')}</small>
          </span>
          <input type="checkbox" checked={shortcuts} onChange={(event) => set({ shortcuts: event.target.checked })} />
        </label>
        <label className={css.row}>
          <span>
            {t('findable')}
            <small>{t('findableNote')}</small>
          </span>
          <input
            type="checkbox"
            checked={me.data?.findable ?? false}
            disabled={!me.data || findable.isPending}
            onChange={(event) => findable.mutate(event.target.checked)}
          />
        </label>
        {muted.length > 0 && (
          <div className={css.row}>
            <span>{t('mutedCount', { count: muted.length })}</span>
            <button type="button" onClick={() => set({ muted: [] })}>
              {t('unmuteAll')}
            </button>
          </div>
        )}
        <div className={css.row}>
          <span>{t('howTo')}</span>
          <button
            type="button"
            onClick={() => {
              onClose()
              showHint({ hint: true })
            }}
          >
            {t('show')}
          </button>
        </div>
        <div className={css.row}>
          <span>
            {t('leave')}
            <small>{t('leaveNote')}</small>
          </span>
          <span className={css.ways}>
            <button type="button" onClick={() => navigate('/')}>
              {t('toEntry')}
            </button>
            <button
              type="button"
              className={css.danger}
              disabled={leave.isPending}
              onClick={() => (sure ? leave.mutate() : setSure(true))}
            >
              {t(sure ? 'forgetSure' : 'forget')}
            </button>
          </span>
        </div>
        {problem && (
          <p role="alert" className={css.problem}>
            {problemText(problem, t)}
          </p>
        )}
      </div>
    </Modal>
  )
}
