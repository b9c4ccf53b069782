import { Alert, Button, Code, FileButton, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { missingHolidayYear, type HolidayYear } from '../../../shared/domain/working-days.ts';
import { importHolidays } from '../../data/operations/import-holidays.ts';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { useDatabase, useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useMay } from '../../ui/may.tsx';
import { holidayRanges, publicHoliday, readHolidayFile, type HolidayFileProblem } from './holiday-file.ts';

const EXAMPLE = '{ "year": 2027, "source": "", "holidays": [{ "date": "2027-01-01", "name": "" }], "makeUpDays": [] }';

/** The tables of holidays and make-up days, and the import of the next year's (DOMAIN §14). */
export function HolidaysSection() {
  const { t } = useTranslation('settings');
  const database = useDatabase();
  const { session, settings } = useDesk();
  const may = useMay();
  const years = useLiveQuery(() => database.holidays.toArray(), [database]);
  const missing = years === undefined ? null : missingHolidayYear(localDateOf(session.clock.now(), settings.desk.zone), years);
  const newestFirst = (years ?? []).toSorted((left, right) => right.year - left.year);
  return (
    <Stack>
      {may('import-holidays') && <ImportPanel known={(years ?? []).map((table) => table.year)} />}
      {missing !== null && (
        <Alert color="orange" role="status">
          {t('holidayMissing', { year: missing })}
        </Alert>
      )}
      {newestFirst.map((table) => (
        <YearTable key={table.id} table={table}>
          <HistoryPanel table="holidays" id={table.id} />
        </YearTable>
      ))}
      {years?.length === 0 && <Alert color="orange">{t('holidaysEmpty')}</Alert>}
    </Stack>
  );
}

function ImportPanel({ known }: { known: readonly number[] }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const run = useOperation();
  const [table, setTable] = useState<HolidayYear | null>(null);
  const [problem, setProblem] = useState<HolidayFileProblem | null>(null);
  const [saving, setSaving] = useState(false);

  async function read(file: File | null): Promise<void> {
    if (file === null) return;
    const answer = readHolidayFile(await file.text());
    setTable(answer.ok ? answer.table : null);
    setProblem(answer.ok ? null : answer.problem);
  }

  async function save(): Promise<void> {
    if (table === null || saving) return;
    setSaving(true);
    const result = await run(importHolidays, table);
    setSaving(false);
    if (result.ok) setTable(null);
  }

  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={2}>{t('holidayImport')}</Title>
        <Text size="sm">{t('holidayImportHelp')}</Text>
        <Code block fz="xs">
          {EXAMPLE}
        </Code>
        <FileButton onChange={(file) => void read(file)} accept="application/json,.json">
          {(props) => (
            <Button variant="default" w="fit-content" {...props}>
              {t('chooseFile')}
            </Button>
          )}
        </FileButton>
        {problem !== null && (
          <Alert color="red" role="alert">
            {t(`holidayProblem.${problem.code}`, { where: problem.where })}
          </Alert>
        )}
        {table !== null && (
          <>
            {known.includes(table.year) && <Alert color="orange">{t('holidayReplaces', { year: table.year })}</Alert>}
            <YearTable table={table} />
            <Group>
              <Button onClick={() => void save()} loading={saving}>
                {t('holidaySave', { year: table.year })}
              </Button>
              <Button variant="default" onClick={() => setTable(null)}>
                {common('cancel')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function YearTable({ table, children }: { table: HolidayYear; children?: ReactNode }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const nameOf = (name: string) => {
    const known = publicHoliday(name);
    return known === undefined ? name : t(`holidayName.${known}`);
  };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <Title order={2}>{t('holidayYear', { year: table.year })}</Title>
        <Text size="xs" c="gray.7">
          {table.source}
        </Text>
      </Group>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('holiday')}</Table.Th>
            <Table.Th>{t('daysOff')}</Table.Th>
            <Table.Th>{t('makeUpDays')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holidayRanges(table).map((range) => (
            <Table.Tr key={`${range.name}/${range.from}`}>
              <Table.Td>{nameOf(range.name)}</Table.Td>
              <Table.Td>
                {range.from === range.until ? range.from : `${range.from} – ${range.until}`} ({t('days', { count: range.days })})
              </Table.Td>
              <Table.Td>{range.makeUp.join(common('listSeparator'))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {children}
    </Paper>
  );
}
