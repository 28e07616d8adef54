import { IconAlertTriangle, IconCircleCheck, IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkMode, BulkReport } from '../../shared/booth/bulk/report.ts'
import { CameAs } from '../app/came-as.tsx'
import { learn } from '../app/i18n.ts'
import { PageFrame } from '../app/page-frame.tsx'
import { problemText } from '../app/problem-text.ts'
import { DropZone } from '../files/drop-zone.tsx'
import { sendBooths } from '../net/booth-imports-api.ts'
import { FormHelp } from './form-help.tsx'
import css from './import-page.module.css'
import { downloadReport } from './report-file.ts'
import { ReportTable } from './report-table.tsx'
import { Template } from './template.tsx'
import { texts } from './texts.ts'
import { useWords } from './use-words.ts'

learn('booth-import', texts)

type Now =
  | { readonly is: 'waiting' }
  | { readonly is: 'busy'; readonly mode: BulkMode; readonly share: number }
  | { readonly is: 'told'; readonly mode: BulkMode; readonly report: BulkReport }
  | { readonly is: 'failed'; readonly error: Error }

/** For organizers: many booths filled from tables. What would change is shown before anything is written. */
export default function ImportPage() {
  const { t } = useTranslation('booth-import')
  return (
    <PageFrame title={t('title')} widest={980}>
      <CameAs>{() => <Import />}</CameAs>
    </PageFrame>
  )
}

function Import() {
  const { t } = useTranslation('booth-import')
  const { t: tApp } = useTranslation('app')
  const [file, setFile] = useState<File | null>(null)
  const [now, setNow] = useState<Now>({ is: 'waiting' })
  const send = async (what: File, mode: BulkMode, since: string | null): Promise<void> => {
    setFile(what)
    setNow({ is: 'busy', mode, share: 0 })
    try {
      const report = await sendBooths(what, { mode, since }, (share) => setNow({ is: 'busy', mode, share }))
      setNow({ is: 'told', mode, report })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      setNow({ is: 'failed', error })
    }
  }
  const busy = now.is === 'busy'
  return (
    <>
      <p className={css.lead}>{t('lead')}</p>
      {file === null ? (
        <DropZone
          label={t('file')}
          hint={t('hint')}
          types=".csv,.zip,text/csv,application/zip"
          onFiles={([first]) => first && void send(first, 'check', null)}
        />
      ) : (
        <div className={css.file}>
          <IconFileSpreadsheet size={28} aria-hidden />
          <b>{file.name}</b>
          {!busy && (
            <>
              <button type="button" className={css.second} onClick={() => void send(file, 'check', null)}>
                {t('again')}
              </button>
              <button
                type="button"
                className={css.second}
                onClick={() => {
                  setFile(null)
                  setNow({ is: 'waiting' })
                }}
              >
                {t('another')}
              </button>
            </>
          )}
        </div>
      )}
      {now.is === 'waiting' && (
        <>
          <Template />
          <FormHelp />
        </>
      )}
      {now.is === 'busy' && <Busy {...now} />}
      {now.is === 'failed' && (
        <p role="alert" className={css.problem}>
          {problemText(now.error, tApp)}
        </p>
      )}
      {now.is === 'told' && file && <Told {...now} onWrite={(mode) => void send(file, mode, now.report.at)} />}
    </>
  )
}

function Busy({ mode, share }: { mode: BulkMode; share: number }) {
  const { t } = useTranslation('booth-import')
  const sent = Math.floor(share * 100)
  const text = share < 1 ? t('sending', { share: sent }) : t(mode === 'check' ? 'checking' : 'writing')
  return (
    <div className={css.busy}>
      <p role="status">{text}</p>
      <progress aria-label={text} max={100} {...(share < 1 && { value: sent })} />
    </div>
  )
}

interface ToldProps {
  readonly mode: BulkMode
  readonly report: BulkReport
  onWrite(mode: BulkMode): void
}

function Told({ mode, report, onWrite }: ToldProps) {
  const { t } = useTranslation('booth-import')
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { unreadable, rows, applied, published } = report
  if (unreadable) {
    const { fault, table, line, found = '' } = unreadable
    const where = table === undefined ? '' : line === undefined ? t('at', { table }) : t('atLine', { table, line })
    return (
      <p role="alert" className={css.problem}>
        {where && <b>{where}. </b>}
        {t(`bulk_${fault}`, { found })}
      </p>
    )
  }
  const of = (outcome: 'changed' | 'unchanged' | 'rejected') => rows.filter((row) => row.outcome === outcome).length
  const over = rows.filter(({ overwrites }) => overwrites.length > 0).length
  const title = applied
    ? mode === 'publish' && published > 0
      ? t('donePublished', { count: published })
      : t('done')
    : t('checked')
  return (
    <section className={css.told} aria-labelledby="booth-import-report">
      <h2 ref={heading} tabIndex={-1} id="booth-import-report">
        {applied && <IconCircleCheck size={26} aria-hidden />}
        {title}
      </h2>
      <ul className={css.counts}>
        <li>{t('result_changed', { count: of('changed') })}</li>
        <li>{t('result_unchanged', { count: of('unchanged') })}</li>
        <li data-bad={of('rejected') > 0 || undefined}>{t('result_rejected', { count: of('rejected') })}</li>
      </ul>
      {of('rejected') > 0 && <Note>{t('whileRejected')}</Note>}
      {over > 0 && !applied && <Note>{t('overwritten', { count: over })}</Note>}
      <div className={css.actions}>
        {!applied && of('rejected') === 0 && of('changed') > 0 && (
          <>
            <button type="button" className={css.main} onClick={() => onWrite('keep')}>
              {t('keep')}
            </button>
            <button type="button" className={css.second} onClick={() => onWrite('publish')}>
              {t('publish')}
            </button>
          </>
        )}
        <button
          type="button"
          className={css.second}
          onClick={() =>
            downloadReport(rows, { outcome: ({ outcome }) => t(`outcome_${outcome}`), effect: words.effect })
          }
        >
          <IconDownload size={19} aria-hidden />
          {t('report')}
        </button>
      </div>
      {!applied && of('rejected') === 0 && of('changed') > 0 && <p className={css.small}>{t('publishNote')}</p>}
      <ReportTable rows={rows} />
    </section>
  )
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className={css.note}>
      <IconAlertTriangle size={20} aria-hidden />
      {children}
    </p>
  )
}
