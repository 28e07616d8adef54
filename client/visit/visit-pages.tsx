import { Route, Switch } from 'wouter'
import { learn } from '../app/i18n.ts'
import { PrintPage } from './print-page.tsx'
import { RoutePage } from './route-page.tsx'
import { texts } from './texts.ts'

learn('visit', texts)

/** Pages of a visit outside the halls: on paper, and a route shared by its link. */
export default function VisitPages() {
  return (
    <Switch>
      <Route path="/visit/print">
        <PrintPage />
      </Route>
      <Route path="/route/:id">{({ id }) => <RoutePage id={id} />}</Route>
    </Switch>
  )
}
