import { Badge, Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import { PRAISE_STATES, praisedDepartments, type Praise } from '../../../shared/domain/praise-posting.ts';
import { RegisterFilterBar, INITIAL_LIST, listState, useRegisterFilter } from '../../ui/RegisterFilterBar.tsx';
import { RegisterGrid, type GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPrint } from '../../ui/RegisterPrint.tsx';
import { May } from '../../ui/may.tsx';
import { useScreenState } from '../../ui/screen-state.ts';
import { useRegister } from '../../ui/use-register.ts';
import { usePraiseColumns } from './praise-columns.ts';
import { usePraiseWords } from '../../ui/praise-words.ts';

/** Praise postings as a list. */
export function PraiseList() {
  const { t } = useTranslation(['praise', 'common', 'reception']);
  const { departmentOf } = usePraiseWords();
  const [, go] = useLocation();
  const [list, setList] = useScreenState('praise-list', listState, INITIAL_LIST);
  const filter = useRegisterFilter(list);
  const { rows, more } = useRegister('praises', filter);
  const [printing, setPrinting] = useState(false);
  const paper = usePraiseColumns();
  if (list === null) return null;

  const columns: GridColumn<Praise>[] = [
    { key: 'number', header: t('field.number'), width: '108px', cell: (row) => row.number },
    { key: 'received', header: t('field.receivedOn'), width: '100px', cell: (row) => row.receivedOn },
    { key: 'by', header: t('field.praisedBy'), width: '96px', cell: (row) => row.praisedBy },
    { key: 'unit', header: t('field.unit'), width: '84px', cell: (row) => row.unit },
    {
      key: 'employees',
      header: t('field.employees'),
      width: '144px',
      cell: (row) => row.employees.map((one) => one.name).join(t('common:listSeparator')),
    },
    {
      key: 'departments',
      header: t('field.departments'),
      width: '130px',
      cell: (row) => praisedDepartments(row).map(departmentOf).join(t('common:listSeparator')),
    },
    { key: 'for', header: t('field.whatFor'), width: 'minmax(140px, 1fr)', cell: (row) => row.whatFor },
    { key: 'original', header: t('field.original'), width: '100px', cell: (row) => row.original?.on ?? '' },
    {
      key: 'copies',
      header: t('field.copies'),
      width: '72px',
      cell: (row) => {
        const wanted = praisedDepartments(row);
        const hung = wanted.filter((id) => row.copies.some((copy) => copy.departmentId === id)).length;
        return t('list.copies', { hung, all: wanted.length });
      },
    },
    {
      key: 'state',
      header: t('field.state'),
      width: '110px',
      cell: (row) => (
        <Badge size="sm" variant="light" color={row.state === 'open' ? 'orange' : 'gray'} c={row.state === 'open' ? 'orange.9' : 'gray.8'}>
          {t(`stateName.${row.state}`)}
        </Badge>
      ),
    },
  ];
  const choices = {
    states: PRAISE_STATES.map((value) => ({ value, label: t(`stateName.${value}`) })),
    categories: [],
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{t('title')}</Title>
        <Group gap="xs">
          <May run="open-praise-posting">
            <Button onClick={() => go(`/praise/new/${newId()}`)}>{t('new')}</Button>
          </May>
          <May run="record-print">
            <Button variant="default" onClick={() => setPrinting(true)}>
              {t('reception:printRegister')}
            </Button>
          </May>
        </Group>
      </Group>
      <RegisterFilterBar list={list} onChange={setList} {...choices} />
      <RegisterGrid
        label={t('title')}
        columns={columns}
        rows={rows}
        onOpen={(row) => go(`/praise/${row.id}`)}
        onEnd={more}
        empty={t(list.range === 'all' && list.state === '' ? 'list.empty' : 'list.emptyFilter')}
      />
      {printing && filter !== null && (
        <RegisterPrint
          table="praises"
          title={t('title')}
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
