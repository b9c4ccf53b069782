import { Button, Stack, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { TableName } from '../../shared/domain/record-tables.ts';
import type { DraftRow } from '../data/database.ts';
import { forgetSpareDraft } from '../data/spare-drafts.ts';
import { DraftOthers, useGiveUp } from './draft-others.tsx';
import { asTyped } from './drafts.tsx';
import { FieldList } from './FieldList.tsx';
import { tellingFields, typedFieldLabel, valueText } from './history-words.ts';
import { mayFill } from './kept-dialogs.ts';
import { useDatabase, useDesk } from './session.tsx';
import { unfinishedForms } from './unfinished-forms.ts';

interface LeftFormsProps {
  table: TableName;
  /** Where to go on once it is given up. */
  list: string;
}

/** What was typed at this address into a form of a record that is gone: to be read, and to be given up, by whoever may do what it does. */
export function LeftForms({ table, list }: LeftFormsProps) {
  const { t } = useTranslation('common');
  const database = useDatabase();
  const [location, go] = useLocation();
  const search = useSearch();
  const path = search === '' ? location : `${location}?${search}`;
  const { roles } = useDesk().person;
  const forms = useLiveQuery(
    async () => unfinishedForms(database, await database.drafts.filter((draft) => draft.path === path).toArray()),
    [database, path],
  );
  // Dialogs stand at the address of a page that others may read, too.
  const mine = (forms ?? []).filter((form) => mayFill(roles, form));
  return mine.map(({ draft }) => (
    <DraftOthers key={draft.id} draft={draft}>
      <LeftForm draft={draft} table={table} text={t('nothingThere.typed')} onGivenUp={() => go(list)} />
    </DraftOthers>
  ));
}

/** Forms that make a record of their own beside the one whose address they stand at. */
const OWN_TABLES: Record<string, TableName> = {
  followUp: 'followUps',
  spotCheck: 'followUps',
  addPromise: 'promises',
  tryPromise: 'promises',
  settlePromise: 'promises',
  cancelPromise: 'promises',
};

/** Beside each number where it came from: nothing that was typed. */
const NOT_TYPED = /From$/;

interface LeftFormProps {
  draft: DraftRow;
  /** Of the record that it was typed for. */
  table: TableName;
  /** Why it is only to be read. */
  text: string;
  onGivenUp: () => void;
}

/** What was typed and cannot be saved any more, to be read, copied and given up. */
export function LeftForm({ draft, table: at, text, onGivenUp }: LeftFormProps) {
  const { t, i18n } = useTranslation(['common', 'history']);
  const { people, departments, settings } = useDesk();
  const database = useDatabase();
  const names = new Map([...people, ...departments].map(({ id, name }) => [id, name]));
  const words = { i18n, names, zone: settings.desk.zone };
  const table = OWN_TABLES[draft.form] ?? at;
  const { values } = asTyped(draft);
  const typed = tellingFields({ before: {}, after: values }).filter((field) => !NOT_TYPED.test(field));
  const fields = [
    ...typed.map((field) => ({ field, text: valueText(words, table, field, values[field]) })),
    ...Object.entries(draft.unread ?? {}).map(([field, text]) => ({ field, text })),
  ];

  async function giveUp(): Promise<void> {
    forgetSpareDraft(draft.id);
    await database.drafts.delete(draft.id);
    onGivenUp();
  }

  const { ask, question } = useGiveUp(() => void giveUp());
  return (
    <Stack w="100%" align="flex-start" gap="xs">
      <Text>{text}</Text>
      <FieldList fields={fields.map(({ field, text }) => ({ label: typedFieldLabel(i18n, table, field), value: text, wide: true }))} />
      <Button variant="subtle" color="red" onClick={ask}>
        {t('draftOf.giveUp')}
      </Button>
      {question}
    </Stack>
  );
}
