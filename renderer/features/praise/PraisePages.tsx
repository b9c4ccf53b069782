import { Route, Switch } from 'wouter';
import { MayGate } from '../../ui/may.tsx';
import { PraiseFormPage } from './PraiseFormPage.tsx';
import { PraiseList } from './PraiseList.tsx';
import { PraisePage } from './PraisePage.tsx';

/** Screens of this register. */
export function PraisePages() {
  return (
    <Switch>
      <Route path="/praise" component={PraiseList} />
      <Route path="/praise/new/:id">
        {({ id }) => (
          <MayGate run="open-praise-posting">
            <PraiseFormPage id={id} key={id} />
          </MayGate>
        )}
      </Route>
      <Route path="/praise/:id/edit">
        {({ id }) => (
          <MayGate run="change-praise-posting">
            <PraiseFormPage id={id} key={id} />
          </MayGate>
        )}
      </Route>
      <Route path="/praise/:id">{({ id }) => <PraisePage id={id} key={id} />}</Route>
    </Switch>
  );
}
