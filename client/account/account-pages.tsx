import { Route, Switch } from 'wouter'
import { CameAs } from '../app/came-as.tsx'
import { learn } from '../app/i18n.ts'
import { Forgotten } from './forgotten.tsx'
import { Letters } from './letters.tsx'
import { NewAccount } from './new-account.tsx'
import { OwnPage } from './own-page.tsx'
import { SignIn } from './sign-in.tsx'
import { texts } from './texts.ts'

learn('account', texts)

/** The pages about oneself, under /account. */
export default function AccountPages() {
  return (
    <Switch>
      <Route path="/account/sign-in">
        <SignIn />
      </Route>
      <Route path="/account/new">
        <NewAccount />
      </Route>
      <Route path="/account/forgotten">
        <Forgotten />
      </Route>
      <Route path="/account/letters">
        <Letters />
      </Route>
      <Route>
        <CameAs>{(me) => <OwnPage me={me} />}</CameAs>
      </Route>
    </Switch>
  )
}
