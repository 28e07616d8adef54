import { IconEye } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { BoothField } from '../../shared/booth/content.ts'
import type { Draft } from '../../shared/booth/draft.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { Waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import { workspaceApi } from '../net/workspace-api.ts'
import { DressingContext } from './booth-context.ts'
import { Company } from './company.tsx'
import { Conflict } from './conflict.tsx'
import { Contacts } from './contacts.tsx'
import type { Whose } from './draft-copy.ts'
import { Halted } from './halted.tsx'
import { HistoryPart } from './history.tsx'
import { HoursPart } from './hours.tsx'
import { KeepingState } from './keeping-state.tsx'
import { Look } from './look.tsx'
import { Materials } from './materials.tsx'
import { Preview } from './preview.tsx'
import { Products } from './products.tsx'
import { Publishing } from './publishing.tsx'
import { fieldsOf } from './savable.ts'
import { Team } from './team.tsx'
import { useKeeper } from './use-keeper.ts'
import css from './workspace.module.css'

interface Section {
  readonly key: 'company' | 'products' | 'materials' | 'contacts' | 'team' | 'hours' | 'look' | 'history' | 'publishing'
  readonly shows: ComponentType
  /** Fields that are edited there. */
  readonly fields: readonly BoothField[]
}

const SECTIONS: readonly Section[] = [
  {
    ...{ key: 'company', shows: Company },
    fields: ['name', 'shortName', 'summary', 'description', 'tags', 'logo', 'poster', 'video'],
  },
  { key: 'products', shows: Products, fields: ['products'] },
  { key: 'materials', shows: Materials, fields: ['materials'] },
  { key: 'contacts', shows: Contacts, fields: ['website', 'email', 'phone', 'address', 'links'] },
  { key: 'team', shows: Team, fields: ['team'] },
  { key: 'hours', shows: HoursPart, fields: ['hours'] },
  { key: 'look', shows: Look, fields: ['color', 'pavilion'] },
  { key: 'history', shows: HistoryPart, fields: [] },
  { key: 'publishing', shows: Publishing, fields: [] },
]

/** A booth being dressed: the form in parts, how the booth looks beside it, and whether everything is kept. */
export function Workspace({ exhibitorId, personId }: { exhibitorId: string; personId: string }) {
  const { t: tApp } = useTranslation('app')
  const { t } = useTranslation('workspace')
  const draft = useQuery({ queryKey: ['draft', exhibitorId], queryFn: () => workspaceApi.draft(exhibitorId) })
  const salon = useQuery({ queryKey: ['salon'], queryFn: api.salon })
  const problem = draft.error ?? salon.error
  // What has come stays: a draft that cannot be asked for anew does not take away what is being written.
  if (draft.data && salon.data) return <DressedBooth draft={draft.data} whose={{ salonId: salon.data.id, personId }} />
  if (!problem) return <Waiting />
  return (
    <PageFrame widest={1440} title={t('myBooth')}>
      <p role="alert">{problemText(problem, tApp)}</p>
    </PageFrame>
  )
}

function DressedBooth({ draft, whose }: { draft: Draft; whose: Whose }) {
  const { t } = useTranslation('workspace')
  const queries = useQueryClient()
  const { keeper, now } = useKeeper(draft, whose)
  const [open, setOpen] = useState<Section['key']>('company')
  const [peeking, setPeeking] = useState(false)
  const booths = useQuery({ queryKey: ['own-booths'], queryFn: api.ownBooths }).data?.booths ?? []
  const owns = booths.some(({ exhibitorId, role }) => exhibitorId === draft.exhibitorId && role === 'owner')
  const faulty = new Set([...fieldsOf(now.faults), ...now.refused.keys()])
  const refresh = () => queries.invalidateQueries({ queryKey: ['draft', draft.exhibitorId] })
  const Shown = (SECTIONS.find(({ key }) => key === open) ?? SECTIONS[0])?.shows ?? Company
  const go = (key: Section['key']): void => {
    setOpen(key)
    setPeeking(false)
    window.scrollTo({ top: 0 })
  }
  return (
    <DressingContext value={{ draft, keeper, now, refresh }}>
      <PageFrame widest={1440} title={t('myBooth')} aside={<KeepingState />}>
        <div className={css.columns} data-peeking={peeking || undefined}>
          <nav className={css.sections} aria-label={t('sections')}>
            {SECTIONS.map(({ key, fields }) => (
              <button
                key={key}
                type="button"
                aria-current={key === open && !peeking ? 'page' : undefined}
                onClick={() => go(key)}
              >
                {t(key)}
                {fields.some((field) => faulty.has(field)) && (
                  <span className={css.fault} role="img" aria-label={t('hasFaults')} />
                )}
              </button>
            ))}
            <Link href={`/leads/${encodeURIComponent(draft.exhibitorId)}`}>{t('leads')}</Link>
            <Link href={`/figures/${encodeURIComponent(draft.exhibitorId)}`}>{t('figures')}</Link>
            {owns && <Link href={`/workspace/${encodeURIComponent(draft.exhibitorId)}/webhooks`}>{t('webhooks')}</Link>}
            <button type="button" className={css.peek} aria-pressed={peeking} onClick={() => setPeeking(true)}>
              <IconEye size={17} aria-hidden />
              {t('preview')}
            </button>
          </nav>
          <div className={css.form}>
            <Halted personId={whose.personId} />
            <Conflict />
            <Shown />
          </div>
          <div className={css.beside}>
            <Preview />
          </div>
        </div>
      </PageFrame>
    </DressingContext>
  )
}
