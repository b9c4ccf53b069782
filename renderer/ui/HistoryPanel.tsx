import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { readHistory, type HistoryEntry } from '../data/queries/record-history.ts';
import { changeText, fieldLabel, reasonText, tellingFields, type HistoryWords } from './history-words.ts';
import { formatDateTime } from './format.ts';
import { useDesk } from './session.tsx';

interface HistoryPanelProps {
  table: TableName;
  id: string;
}

/** The history of a record in words: every change, who, when, at which desk, before and after. */
export function HistoryPanel({ table, id }: HistoryPanelProps) {
  const { t } = useTranslation('history');
  const { session, people, departments } = useDesk();
  const [shown, setShown] = useState(false);
  const entries = useLiveQuery(() => (shown ? readHistory(session.database, table, id) : []), [session.database, table, id, shown]);
  const buildings = useLiveQuery(() => (shown ? session.database.buildings.toArray() : []), [session.database, shown]);
  const names = useMemo(
    () => new Map([...people, ...departments, ...(buildings ?? [])].map(({ id: named, name }) => [named, name])),
    [people, departments, buildings],
  );
  return (
    <Stack gap="xs">
      <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setShown(!shown)} aria-expanded={shown}>
        {t('title')}
      </Button>
      {shown && (entries ?? []).map((entry) => <HistoryRow key={entry.sequence} table={table} entry={entry} names={names} />)}
    </Stack>
  );
}

/** Paragraphs of a letter stay paragraphs: one that was only split would look the same before and after. */
const AS_TYPED = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

interface HistoryRowProps {
  table: TableName;
  entry: HistoryEntry;
  names: HistoryWords['names'];
}

function HistoryRow({ table, entry, names }: HistoryRowProps) {
  const { t, i18n } = useTranslation('history');
  const { settings } = useDesk();
  const { operation, change } = entry;
  const fields = change.after === null ? [] : tellingFields({ before: change.before, after: change.after });
  const name = names.get(operation.actor) ?? operation.actor;
  const words = { i18n, names, zone: settings.desk.zone };
  const sides = (key: string) => changeText(words, table, key, { before: change.before?.[key], after: change.after?.[key] });
  return (
    <Stack gap={2} bd="1px solid gray.3" p="xs" style={{ borderRadius: 4 }}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {i18n.t(`history:operation.${operation.name}`, { defaultValue: operation.name })}
        </Text>
        <Text size="sm">{formatDateTime(operation.at, settings.desk.zone)}</Text>
        <Text size="sm" c="gray.7">
          {t('by', { name, desk: operation.desk })}
        </Text>
      </Group>
      {operation.reason !== '' && <Text size="sm">{t('reason', { reason: reasonText(i18n, table, operation) })}</Text>}
      {fields.length > 0 && (
        <Table fz="xs" layout="fixed" withRowBorders={false} verticalSpacing={2}>
          <Table.Tbody>
            {fields.map((key) => (
              <Table.Tr key={key}>
                <Table.Td w={150}>{fieldLabel(i18n, table, key)}</Table.Td>
                {change.before !== null && (
                  <Table.Td c="gray.7" style={AS_TYPED}>
                    {sides(key).before}
                  </Table.Td>
                )}
                <Table.Td style={AS_TYPED}>{sides(key).after}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
