import { Route, Switch } from 'wouter'
import { CameAs } from '../app/came-as.tsx'
import { learn } from '../app/i18n.ts'
import { BoothOfMine } from './booth-of-mine.tsx'
import { FiguresPage } from './figures-page.tsx'
import { texts } from './texts.ts'

learn('figures', texts)

/** Pages of those who want to know how their booth does. */
export default function FiguresPages() {
  return (
    <Switch>
      <Route path="/figures/:exhibitorId">
        {({ exhibitorId }) => <CameAs>{() => <FiguresPage key={exhibitorId} exhibitorId={exhibitorId} />}</CameAs>}
      </Route>
      <Route>
        <CameAs>{() => <BoothOfMine />}</CameAs>
      </Route>
    </Switch>
  )
}
