import { Activity, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { TodayPage } from '../../features/today/TodayPage.tsx';
import { FormRoute } from '../../ui/FormRoute.tsx';
import { NothingThere, RecordRoute } from '../../ui/RecordRoute.tsx';

const ReceptionList = lazy(async () => ({ default: (await import('../../features/reception/ReceptionList.tsx')).ReceptionList }));
const ReceptionPage = lazy(async () => ({ default: (await import('../../features/reception/ReceptionPage.tsx')).ReceptionPage }));
const ReceptionChangePage = lazy(async () => ({
  default: (await import('../../features/reception/ReceptionChangePage.tsx')).ReceptionChangePage,
}));
const LetterList = lazy(async () => ({ default: (await import('../../features/letters/LetterList.tsx')).LetterList }));
const LetterPage = lazy(async () => ({ default: (await import('../../features/letters/LetterPage.tsx')).LetterPage }));
const LetterFormPage = lazy(async () => ({ default: (await import('../../features/letters/LetterFormPage.tsx')).LetterFormPage }));
const CoordinationList = lazy(async () => ({
  default: (await import('../../features/coordination/CoordinationList.tsx')).CoordinationList,
}));
const CoordinationPage = lazy(async () => ({
  default: (await import('../../features/coordination/CoordinationPage.tsx')).CoordinationPage,
}));
const CoordinationFormPage = lazy(async () => ({
  default: (await import('../../features/coordination/CoordinationFormPage.tsx')).CoordinationFormPage,
}));
const DispatchPages = lazy(async () => ({ default: (await import('../../features/dispatch/DispatchPages.tsx')).DispatchPages }));
const ReplyPages = lazy(async () => ({ default: (await import('../../features/replies/ReplyPages.tsx')).ReplyPages }));
const PraisePages = lazy(async () => ({ default: (await import('../../features/praise/PraisePages.tsx')).PraisePages }));
const DirectoryPages = lazy(async () => ({ default: (await import('../../features/directory/DirectoryPages.tsx')).DirectoryPages }));
const SettingsPages = lazy(async () => ({ default: (await import('../../features/settings/SettingsPages.tsx')).SettingsPages }));

/** The routes. While entry forms are in front, the page behind them stays as it was, with the dialog that lies over it. */
export function Pages({ hidden }: { hidden: boolean }) {
  return (
    <Activity mode={hidden ? 'hidden' : 'visible'}>
      <Switch>
        <Route path="/" component={TodayPage} />
        <Route path="/reception" component={ReceptionList} />
        <FormRoute
          path="/reception/:id/edit"
          run="change-reception"
          changes={{ table: 'receptions', list: '/reception' }}
          form={ReceptionChangePage}
        />
        <RecordRoute path="/reception/:id" table="receptions" list="/reception" page={ReceptionPage} />
        <Route path="/letters" component={LetterList} />
        <FormRoute path="/letters/new/:id" run="register-letter" form={LetterFormPage} />
        <FormRoute path="/letters/:id/edit" run="change-letter" changes={{ table: 'letters', list: '/letters' }} form={LetterFormPage} />
        <RecordRoute path="/letters/:id" table="letters" list="/letters" page={LetterPage} />
        <Route path="/coordination" component={CoordinationList} />
        <FormRoute path="/coordination/new/:id" run="issue-coordination-form" form={CoordinationFormPage} />
        <FormRoute
          path="/coordination/:id/edit"
          run="change-coordination-form"
          changes={{ table: 'coordinationForms', list: '/coordination' }}
          form={CoordinationFormPage}
        />
        <RecordRoute path="/coordination/:id" table="coordinationForms" list="/coordination" page={CoordinationPage} />
        <Route path="/dispatch/*?">
          <DispatchPages />
        </Route>
        <Route path="/replies/*?">
          <ReplyPages />
        </Route>
        <Route path="/praise/*?">
          <PraisePages />
        </Route>
        <Route path="/directory/*?">
          <DirectoryPages />
        </Route>
        <Route path="/settings/*?">
          <SettingsPages />
        </Route>
        <Route>
          <NothingThere list="/" />
        </Route>
      </Switch>
    </Activity>
  );
}
