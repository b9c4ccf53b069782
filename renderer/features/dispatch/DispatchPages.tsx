import { Route, Switch } from 'wouter';
import { FormRoute } from '../../ui/FormRoute.tsx';
import { NothingThere, RecordRoute } from '../../ui/RecordRoute.tsx';
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
      <FormRoute
        path="/dispatch/:id/edit"
        run="change-dispatch-order"
        changes={{ table: 'dispatchOrders', list: '/dispatch' }}
        form={DispatchFormPage}
      />
      <RecordRoute path="/dispatch/:id/work" table="dispatchOrders" list="/dispatch" page={WorkFormPage} />
      <RecordRoute path="/dispatch/:id" table="dispatchOrders" list="/dispatch" page={DispatchPage} />
      <Route>
        <NothingThere list="/dispatch" />
      </Route>
    </Switch>
  );
}
