import { Route, Switch } from 'wouter';
import { MayGate } from '../../ui/may.tsx';
import { DispatchFormPage } from './DispatchFormPage.tsx';
import { DispatchList } from './DispatchList.tsx';
import { DispatchPage } from './DispatchPage.tsx';
import { WorkFormPage } from './WorkFormPage.tsx';

/** Screens of this register: list and board, form, work done, one order. */
export function DispatchPages() {
  return (
    <Switch>
      <Route path="/dispatch" component={DispatchList} />
      <Route path="/dispatch/new/:id">
        {({ id }) => (
          <MayGate run="issue-dispatch-order">
            <DispatchFormPage id={id} key={id} />
          </MayGate>
        )}
      </Route>
      <Route path="/dispatch/:id/edit">
        {({ id }) => (
          <MayGate run="change-dispatch-order">
            <DispatchFormPage id={id} key={id} />
          </MayGate>
        )}
      </Route>
      <Route path="/dispatch/:id/work">
        {({ id }) => (
          <MayGate run="advance-dispatch-order">
            <WorkFormPage id={id} key={id} />
          </MayGate>
        )}
      </Route>
      <Route path="/dispatch/:id">{({ id }) => <DispatchPage id={id} key={id} />}</Route>
    </Switch>
  );
}
