import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { ApiProblem } from '../net/api.ts'
import { CameAs } from './came-as.tsx'
import { EntryScreen } from './entry/entry-screen.tsx'
import { LoadFailed } from './load-failed.tsx'
import { theme } from './theme.ts'

const AccountPages = lazy(() => import('../account/account-pages.tsx'))
const VisitPages = lazy(() => import('../visit/visit-pages.tsx'))
const TakeawayPage = lazy(() => import('../briefcase/takeaway-page.tsx'))
const LeadsPages = lazy(() => import('../leads/leads-pages.tsx'))
const TalkPages = lazy(() => import('../conversations/talk-pages.tsx'))
const FiguresPages = lazy(() => import('../figures/figures-pages.tsx'))
const BoothImportPage = lazy(() => import('../booth-import/import-page.tsx'))
const AttendancePage = lazy(() => import('../organizer-figures/figures-page.tsx'))
const WebhooksPages = lazy(() => import('../webhooks/webhooks-pages.tsx'))
const WorkspacePages = lazy(() => import('../workspace/workspace-pages.tsx'))
const HallScreen = lazy(() => import('./hall/hall-screen.tsx'))

/** Asking again mends a lost line, never a refusal. */
const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 3 && error instanceof ApiProblem && ['offline', 'unavailable'].includes(error.code)

export function App() {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 30_000 } } }),
  )
  return (
    <MantineProvider theme={theme} defaultColorScheme="light" forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <LoadFailed>
          <Suspense fallback={null}>
            <Switch>
              <Route path="/hall/:hallId">
                {({ hallId }) => <CameAs>{() => <HallScreen hallId={hallId} />}</CameAs>}
              </Route>
              <Route path="/booth/:boothId">
                {({ boothId }) => <CameAs>{() => <HallScreen boothId={boothId} />}</CameAs>}
              </Route>
              <Route path="/booth/:boothId/product/:productId">
                {(at) => (
                  <CameAs>{() => <HallScreen boothId={at.boothId} part="products" productId={at.productId} />}</CameAs>
                )}
              </Route>
              <Route path="/booth/:boothId/materials">
                {({ boothId }) => <CameAs>{() => <HallScreen boothId={boothId} part="materials" />}</CameAs>}
              </Route>
              <Route path="/session/:sessionId">
                {({ sessionId }) => <CameAs>{() => <HallScreen sessionId={sessionId} />}</CameAs>}
              </Route>
              <Route path="/briefcase">
                <TakeawayPage />
              </Route>
              <Route path="/inbox/:exhibitorId">
                <TalkPages />
              </Route>
              <Route path="/leads/*?">
                <LeadsPages />
              </Route>
              <Route path="/reports">
                <TalkPages />
              </Route>
              <Route path="/account/*?">
                <AccountPages />
              </Route>
              <Route path="/attendance">
                <AttendancePage />
              </Route>
              <Route path="/booth-import">
                <BoothImportPage />
              </Route>
              <Route path="/workspace/:exhibitorId/webhooks">
                {({ exhibitorId }) => <WebhooksPages exhibitorId={exhibitorId} />}
              </Route>
              <Route path="/workspace/*?">
                <WorkspacePages />
              </Route>
              <Route path="/figures/*?">
                <FiguresPages />
              </Route>
              <Route path="/invitation">
                <WorkspacePages />
              </Route>
              <Route path="/visit/print">
                <VisitPages />
              </Route>
              <Route path="/route/:id">
                <VisitPages />
              </Route>
              <Route>
                <EntryScreen />
              </Route>
            </Switch>
          </Suspense>
        </LoadFailed>
      </QueryClientProvider>
    </MantineProvider>
  )
}
