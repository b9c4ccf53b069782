import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { FormRoute } from '../../ui/FormRoute.tsx';
import { NothingThere, RecordRoute } from '../../ui/RecordRoute.tsx';
import { PostingListFormPage } from './PostingListForm.tsx';
import { PostingListPage } from './PostingListPage.tsx';
import { PostingLists } from './PostingLists.tsx';
import { ReplyFormPage } from './ReplyFormPage.tsx';
import { ReplyList } from './ReplyList.tsx';
import { ReplyPage } from './ReplyPage.tsx';
import { TemplatesPage } from './TemplatesPage.tsx';

const TABS = { letters: '/replies', postings: '/replies/postings', templates: '/replies/templates' } as const;
type Tab = keyof typeof TABS;

/** Reply letters, the lists they are posted with, and the templates they are drafted from. */
export function ReplyPages() {
  return (
    <Switch>
      <Route path="/replies">
        <ReplyTabs tab="letters" />
      </Route>
      <Route path="/replies/postings">
        <ReplyTabs tab="postings" />
      </Route>
      <Route path="/replies/templates/:id?">{({ id }) => <ReplyTabs tab="templates" id={id ?? ''} />}</Route>
      <FormRoute path="/replies/postings/new/:id" run="make-posting-list" form={PostingListFormPage} />
      <RecordRoute path="/replies/postings/:id" table="postingLists" list="/replies/postings" page={PostingListPage} />
      <FormRoute path="/replies/new/:id" run="save-reply" form={ReplyFormPage} />
      <FormRoute path="/replies/:id/edit" run="save-reply" changes={{ table: 'replies', list: '/replies' }} form={ReplyFormPage} />
      <RecordRoute path="/replies/:id" table="replies" list="/replies" page={ReplyPage} />
      <Route>
        <NothingThere list="/replies" />
      </Route>
    </Switch>
  );
}

function ReplyTabs({ tab, id = '' }: { tab: Tab; id?: string }) {
  const { t } = useTranslation('replies');
  const [, go] = useLocation();
  return (
    <Tabs value={tab} onChange={(next) => go(TABS[next === 'postings' || next === 'templates' ? next : 'letters'])} keepMounted={false}>
      <Tabs.List aria-label={t('title')}>
        {(['letters', 'postings', 'templates'] as const).map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} pt="sm">
        {tab === 'letters' && <ReplyList />}
        {tab === 'postings' && <PostingLists />}
        {tab === 'templates' && <TemplatesPage id={id} />}
      </Tabs.Panel>
    </Tabs>
  );
}
