import { Route, Switch } from 'wouter';
import { PraiseFormPage } from './PraiseFormPage.tsx';
import { PraiseList } from './PraiseList.tsx';
import { PraisePage } from './PraisePage.tsx';

/** Screens of this register. */
export function PraisePages() {
  return (
    <Switch>
      <Route path="/praise" component={PraiseList} />
      <Route path="/praise/new/:id">{({ id }) => <PraiseFormPage id={id} key={id} />}</Route>
      <Route path="/praise/:id/edit">{({ id }) => <PraiseFormPage id={id} key={id} />}</Route>
      <Route path="/praise/:id">{({ id }) => <PraisePage id={id} key={id} />}</Route>
    </Switch>
  );
}
