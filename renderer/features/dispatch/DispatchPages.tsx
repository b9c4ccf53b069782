import { Route, Switch } from 'wouter';
import { FormRoute } from '../../ui/FormRoute.tsx';
import { DispatchFormPage } from './DispatchFormPage.tsx';
import { DispatchList } from './DispatchList.tsx';
import { DispatchPage } from './DispatchPage.tsx';
import { WorkFormPage } from './WorkFormPage.tsx';

/** Screens of this register: list and board, form, work done, one order. */
export function DispatchPages() {
  return (
    <Switch>
      <Route path="/dispatch" component={DispatchList} />
      <FormRoute path="/dispatch/new/:id" run="issue-dispatch-order" form={DispatchFormPage} />
      <FormRoute path="/dispatch/:id/edit" run="change-dispatch-order" form={DispatchFormPage} />
      <Route path="/dispatch/:id/work">{({ id }) => <WorkFormPage id={id} key={id} />}</Route>
      <Route path="/dispatch/:id">{({ id }) => <DispatchPage id={id} key={id} />}</Route>
    </Switch>
  );
}
