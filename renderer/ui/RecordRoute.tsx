import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, useLocation } from 'wouter';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { tableOf } from '../data/database.ts';
import { LeftForms } from './LeftForms.tsx';
import { useDatabase } from './session.tsx';

/** Where a record is kept, and where to go on when it is gone. */
export interface RecordPlace {
  table: TableName;
  /** Address of the list it belongs to. */
  list: string;
}

interface RecordRouteProps extends RecordPlace {
  /** With the record's id in it: `:id`. */
  path: `/${string}/:id` | `/${string}/:id/${string}`;
  page: ComponentType<{ id: string }>;
}

/** Route of a record's page. An address may outlive its record: the book can be brought back to before it was entered. */
export function RecordRoute({ path, table, list, page: Page }: RecordRouteProps) {
  return (
    <Route path={path}>
      {({ id = '' }) => (
        <RecordThere key={id} table={table} id={id} list={list}>
          <Page id={id} />
        </RecordThere>
      )}
    </Route>
  );
}

interface RecordThereProps extends RecordPlace {
  id: string;
  children: ReactNode;
}

/**
 * Shows what is about a record only where there is such a record, and says so where there is none: with what was typed to change
 * it, which no form shows any more.
 */
export function RecordThere({ table, id, list, children }: RecordThereProps) {
  const database = useDatabase();
  const there = useLiveQuery(async () => (await tableOf(database, table).where(':id').equals(id).count()) > 0, [database, table, id]);
  if (there === undefined) return null;
  if (there) return children;
  return (
    <NothingThere list={list}>
      <LeftForms table={table} list={list} />
    </NothingThere>
  );
}

/** Said where an address leads nowhere, with the way on. */
export function NothingThere({ list, children }: { list: string; children?: ReactNode }) {
  const { t } = useTranslation('common');
  const [, go] = useLocation();
  return (
    <Paper withBorder p="md">
      <Stack align="flex-start">
        <Title order={1}>{t('nothingThere.title')}</Title>
        <Text>{t('nothingThere.text')}</Text>
        <Button autoFocus onClick={() => go(list)}>
          {t('nothingThere.back')}
        </Button>
        {children}
      </Stack>
    </Paper>
  );
}
