import { Route, Switch } from 'wouter';
import { FormRoute } from '../../ui/FormRoute.tsx';
import { NothingThere, RecordRoute } from '../../ui/RecordRoute.tsx';
import { PraiseFormPage } from './PraiseFormPage.tsx';
import { PraiseList } from './PraiseList.tsx';
import { PraisePage } from './PraisePage.tsx';

/** Screens of this register. */
export function PraisePages() {
  return (
    <Switch>
      <Route path="/praise" component={PraiseList} />
      <FormRoute path="/praise/new/:id" run="open-praise-posting" form={PraiseFormPage} />
      <FormRoute
        path="/praise/:id/edit"
        run="change-praise-posting"
        changes={{ table: 'praises', list: '/praise' }}
        form={PraiseFormPage}
      />
      <RecordRoute path="/praise/:id" table="praises" list="/praise" page={PraisePage} />
      <Route>
        <NothingThere list="/praise" />
      </Route>
    </Switch>
  );
}
