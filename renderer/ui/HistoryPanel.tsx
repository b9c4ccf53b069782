import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { readHistory, type HistoryEntry } from '../data/queries/record-history.ts';
import { fieldLabel, valueText } from './history-words.ts';
import { formatDateTime } from './format.ts';
import { useDesk } from './session.tsx';

interface HistoryPanelProps {
  table: TableName;
  id: string;
}

/** The history of a record in words: every change, who, when, at which desk, before and after. */
export function HistoryPanel({ table, id }: HistoryPanelProps) {
  const { t } = useTranslation('history');
  const { session } = useDesk();
  const [shown, setShown] = useState(false);
  const entries = useLiveQuery(() => (shown ? readHistory(session.database, table, id) : []), [session.database, table, id, shown]);
  return (
    <Stack gap="xs">
      <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setShown(!shown)} aria-expanded={shown}>
        {t('title')}
      </Button>
      {shown && (entries ?? []).map((entry) => <HistoryRow key={entry.sequence} table={table} entry={entry} />)}
    </Stack>
  );
}

/** Fields that only the machine needs, or that every change touches. */
const SILENT = new Set([
  'id',
  'changedAt',
  'createdAt',
  'createdBy',
  'desk',
  'keys',
  'numberYear',
  'numberDesk',
  'numberSerial',
  'sortKey',
  'canonical',
  'names',
  'pinyin',
  'initials',
  'phones',
  // Ids stand beside the name or number they belong to; local dates beside their instant.
  'unitId',
  'householdId',
  'workerId',
  'sourceId',
  'sourceTable',
  'reworkOfId',
  'reworkOrderId',
  'orderId',
  'reportedOn',
  'finishedOn',
  'archivedOn',
  'cancelledOn',
  'doneOn',
  'letterId',
]);

function HistoryRow({ table, entry }: { table: TableName; entry: HistoryEntry }) {
  const { t, i18n } = useTranslation('history');
  const { people, settings, departments } = useDesk();
  const { operation, change } = entry;
  const before = change.before ?? {};
  const after = change.after ?? {};
  const fields = Object.keys(after).filter((key) => !SILENT.has(key) && (change.before !== null || !isEmpty(after[key])));
  const name = people.find((person) => person.id === operation.actor)?.name ?? operation.actor;
  const words = { i18n, people, departments, zone: settings.desk.zone };
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
      {operation.reason !== '' && <Text size="sm">{t('reason', { reason: operation.reason })}</Text>}
      {fields.length > 0 && (
        <Table fz="xs" withRowBorders={false} verticalSpacing={2}>
          <Table.Tbody>
            {fields.map((key) => (
              <Table.Tr key={key}>
                <Table.Td w={150}>{fieldLabel(i18n, table, key)}</Table.Td>
                {change.before !== null && <Table.Td c="gray.7">{valueText(words, table, key, before[key])}</Table.Td>}
                <Table.Td>{valueText(words, table, key, after[key])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || value === false || value === 0 || (Array.isArray(value) && value.length === 0);
}
