import { Route, Switch } from 'wouter'
import { CameAs } from '../app/came-as.tsx'
import { learn } from '../app/i18n.ts'
import { BoothChoice } from './booth-choice.tsx'
import { InvitationPage } from './invitation-page.tsx'
import { texts } from './texts.ts'
import { Workspace } from './workspace.tsx'

learn('workspace', texts)

/** Pages of those who dress booths: under /workspace, and where invitations lead. */
export default function WorkspacePages() {
  return (
    <Switch>
      <Route path="/invitation">
        <InvitationPage />
      </Route>
      <Route path="/workspace/:exhibitorId">
        {({ exhibitorId }) => (
          <CameAs>
            {({ personId }) => (
              <Workspace key={`${exhibitorId} ${personId}`} exhibitorId={exhibitorId} personId={personId} />
            )}
          </CameAs>
        )}
      </Route>
      <Route>
        <CameAs>{() => <BoothChoice />}</CameAs>
      </Route>
    </Switch>
  )
}
