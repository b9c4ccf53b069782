import { Route, Switch } from 'wouter';
import { DispatchFormPage } from './DispatchFormPage.tsx';
import { DispatchList } from './DispatchList.tsx';
import { DispatchPage } from './DispatchPage.tsx';
import { WorkFormPage } from './WorkFormPage.tsx';

/** Screens of this register: list and board, form, work done, one order. */
export function DispatchPages() {
  return (
    <Switch>
      <Route path="/dispatch" component={DispatchList} />
      <Route path="/dispatch/new/:id">{({ id }) => <DispatchFormPage id={id} key={id} />}</Route>
      <Route path="/dispatch/:id/edit">{({ id }) => <DispatchFormPage id={id} key={id} />}</Route>
      <Route path="/dispatch/:id/work">{({ id }) => <WorkFormPage id={id} key={id} />}</Route>
      <Route path="/dispatch/:id">{({ id }) => <DispatchPage id={id} key={id} />}</Route>
    </Switch>
  );
}
