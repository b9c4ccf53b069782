import { Button, Group, Stack, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import type { OperationName } from '../../shared/domain/permissions.ts';
import type { RecordOf } from '../../shared/domain/record-tables.ts';
import type { ListedTable, RegisterFilter } from '../data/queries/register-page.ts';
import { KeyHint } from './KeyHint.tsx';
import { keepPlace, placeToBegin } from './list-place.ts';
import { May } from './may.tsx';
import { INITIAL_LIST, listState, RegisterFilterBar, useRegisterFilter, type ListChoices, type ListState } from './RegisterFilterBar.tsx';
import { RegisterGrid, type GridColumn } from './RegisterGrid.tsx';
import { RegisterPrint, type PaperColumn } from './RegisterPrint.tsx';
import { useScreenState } from './screen-state.ts';
import { useRegister } from './use-register.ts';

interface RowsProps<Name extends ListedTable> {
  table: Name;
  title: string;
  /** What the register can be narrowed to, and what its categories are called where not *category*. */
  choices: ListChoices;
  categoryLabel?: string;
  columns: readonly GridColumn<RecordOf<Name>>[];
  pathOf: (row: RecordOf<Name>) => string;
  /** What an empty list says: that nothing is there yet and what to do first, or that the filter leaves nothing. */
  empty: { yet: string; filtered: string };
  /** Pixels of the window that other parts of the page take. */
  taken?: number;
}

interface RegisterPageProps<Name extends ListedTable> extends RowsProps<Name> {
  /** Under this name the list's range and choices are remembered. */
  remembered: string;
  /** The register on paper: its title where it is another, and its columns. */
  paperTitle?: string;
  paper: readonly PaperColumn<RecordOf<Name>>[];
  /** Beside the title, e.g. a choice of views. */
  beside?: ReactNode;
  /** How one begins a new record: the form's address without its id, the operation it ends in, its button and key. */
  begin?: { path: string; run: OperationName; word: string; keys?: string };
  /** Another view in the place of the list. */
  instead?: ReactNode;
}

/** A register: filter, virtual list, print of what the filter leaves. Each opens with Enter. */
export function RegisterPage<Name extends ListedTable>(props: RegisterPageProps<Name>) {
  const { table, title, choices, remembered, paperTitle = title, paper, beside, begin, instead } = props;
  const { t } = useTranslation('common');
  const [, go] = useLocation();
  const [list, setList] = useScreenState(remembered, listState, INITIAL_LIST);
  const filter = useRegisterFilter(list);
  const [printing, setPrinting] = useState(false);
  if (list === null || filter === null) return null;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="md">
          <Title order={1}>{title}</Title>
          {beside}
        </Group>
        <Group gap="xs">
          {begin !== undefined && (
            <May run={begin.run}>
              <Button onClick={() => go(`${begin.path}/${newId()}`)} rightSection={begin.keys !== undefined && <KeyHint of={begin.keys} />}>
                {begin.word}
              </Button>
            </May>
          )}
          <May run="record-print">
            <Button variant="default" onClick={() => setPrinting(true)}>
              {t('printRegister')}
            </Button>
          </May>
        </Group>
      </Group>
      {instead ?? <Rows {...props} list={list} filter={filter} onChange={setList} />}
      {printing && (
        <RegisterPrint
          table={table}
          title={paperTitle}
          list={list}
          filter={filter}
          choices={choices}
          columns={paper}
          onClose={() => setPrinting(false)}
        />
      )}
    </Stack>
  );
}

interface ListedRowsProps<Name extends ListedTable> extends RowsProps<Name> {
  remembered: string;
  list: ListState;
  filter: RegisterFilter;
  onChange: (list: ListState) => void;
}

function Rows<Name extends ListedTable>(props: ListedRowsProps<Name>) {
  const { table, title, choices, categoryLabel, columns, pathOf, empty, taken, remembered, list, filter, onChange } = props;
  const [, go] = useLocation();
  const [begin] = useState(() => placeToBegin(remembered));
  const { rows, more } = useRegister(table, filter, begin?.index);
  const isWhole = list.range === 'all' && list.state === '' && list.category === '';
  return (
    <>
      <RegisterFilterBar list={list} onChange={onChange} {...choices} categoryLabel={categoryLabel} />
      <RegisterGrid
        label={title}
        columns={columns}
        rows={rows}
        onOpen={(row, index) => {
          keepPlace(remembered, { id: row.id, index }, pathOf(row));
          go(pathOf(row));
        }}
        begin={begin}
        onEnd={more}
        empty={isWhole ? empty.yet : empty.filtered}
        taken={taken}
      />
    </>
  );
}
