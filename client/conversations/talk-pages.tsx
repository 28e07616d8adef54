import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Switch } from 'wouter'
import { CameAs } from '../app/came-as.tsx'
import { learn, useLanguage } from '../app/i18n.ts'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { Mark } from '../app/mark.tsx'
import { api } from '../net/api.ts'
import { InboxView } from './inbox-view.tsx'
import { ReportsView } from './reports-view.tsx'
import css from './talk-pages.module.css'
import { texts } from './texts.ts'
import { keepSending } from './unsent.ts'

learn('conversations', texts)

/** Pages for those who work with conversations: the inbox of a booth, reports to the organizers. */
export default function TalkPages() {
  const { t } = useTranslation('conversations')
  return (
    <Switch>
      <Route path="/reports">
        <CameAs>
          {() => (
            <Page title={t('reports')}>
              <ReportsView />
            </Page>
          )}
        </CameAs>
      </Route>
      <Route path="/inbox/:exhibitorId">
        {({ exhibitorId }) => <CameAs>{(me) => <InboxPage {...{ exhibitorId, personId: me.personId }} />}</CameAs>}
      </Route>
    </Switch>
  )
}

function InboxPage({ exhibitorId, personId }: { exhibitorId: string; personId: string }) {
  const { t } = useTranslation('conversations')
  const { say } = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const exhibitor = useQuery({ queryKey: ['exhibitor', exhibitorId], queryFn: () => api.exhibitor(exhibitorId) }).data
  useEffect(() => keepSending(personId), [personId])
  return (
    <Page title={exhibitor ? say(exhibitor.name) : t('inbox')} part={t('inbox')} fits>
      {open !== null && (
        <button type="button" className={css.back} onClick={() => setOpen(null)}>
          {t('back')}
        </button>
      )}
      <div className={css.inbox}>
        <InboxView {...{ exhibitorId, personId }} conversationId={open} onOpen={setOpen} />
      </div>
    </Page>
  )
}

/** `fits`: as high as the window, what is in it scrolls by itself. */
function Page(props: { title: string; part?: string; fits?: boolean; children: ReactNode }) {
  const { t } = useTranslation('conversations')
  const heading = useRef<HTMLHeadingElement>(null)
  const { title, part, fits = false } = props
  useEffect(() => {
    document.title = title
    heading.current?.focus()
  }, [title])
  return (
    <div className={css.page} data-fits={fits || undefined}>
      <header className={css.top}>
        <Link href="/" className={css.brand}>
          <Mark size={32} />
          <span>{t('toSalon')}</span>
        </Link>
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {part && <h2 className={css.part}>{part}</h2>}
        {props.children}
      </main>
    </div>
  )
}
