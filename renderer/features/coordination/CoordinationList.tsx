import { Badge, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  COORDINATION_STATES,
  coordinationWarnings,
  OPEN_COORDINATION_STATES,
  type CoordinationForm,
} from '../../../shared/domain/coordination-form.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPage } from '../../ui/RegisterPage.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Coordination forms as a list. */
export function CoordinationList() {
  const { t } = useTranslation('coordination');
  const { settings, departmentOf } = useDesk();
  const now = useNow();
  const { zone } = settings.desk;
  const paper = useMemo<PaperColumn<CoordinationForm>[]>(
    () => [
      { header: t('field.number'), widthMm: 26, text: (row) => row.number },
      { header: t('field.issuedAt'), widthMm: 27, text: (row) => formatDateTime(row.issuedAt, zone) },
      { header: t('field.sourceNumber'), widthMm: 28, text: (row) => row.sourceNumber },
      { header: t('field.unit'), widthMm: 18, text: (row) => row.unit },
      { header: t('field.customer'), widthMm: 22, text: (row) => row.customer },
      { header: t('field.subject'), widthMm: 62, text: (row) => row.subject },
      { header: t('field.department'), widthMm: 20, text: (row) => departmentOf(row.departmentId) },
      { header: t('field.dueOn'), widthMm: 21, text: (row) => row.dueOn },
      { header: t('field.doneAt'), widthMm: 27, text: (row) => formatDateTime(row.doneAt, zone) },
      { header: t('field.state'), widthMm: 18, text: (row) => t(`stateName.${row.state}`) },
    ],
    [t, zone, departmentOf],
  );
  const today = localDateOf(now, zone);

  const columns: GridColumn<CoordinationForm>[] = [
    { key: 'number', header: t('field.number'), width: 'minmax(98px, 124px)', cell: (row) => row.number },
    { key: 'issued', header: t('field.issuedAt'), width: 'minmax(121px, 140px)', cell: (row) => formatDateTime(row.issuedAt, zone) },
    { key: 'unit', header: t('field.unit'), width: 'minmax(76px, 100px)', cell: (row) => row.unit },
    { key: 'customer', header: t('field.customer'), width: 'minmax(77px, max(110px, 8vw))', cell: (row) => row.customer },
    { key: 'subject', header: t('field.subject'), width: 'minmax(77px, 1fr)', cell: (row) => row.subject },
    {
      key: 'department',
      header: t('list.department'),
      width: 'minmax(76px, max(110px, 8vw))',
      cell: (row) => departmentOf(row.departmentId),
    },
    { key: 'due', header: t('list.due'), width: 'minmax(81px, 118px)', cell: (row) => row.dueOn },
    {
      key: 'state',
      header: t('field.state'),
      // All its marks at once: issued, not received, late.
      width: 'minmax(206px, 212px)',
      cell: (row) => {
        const warnings = coordinationWarnings(row, now, today);
        const isOpen = OPEN_COORDINATION_STATES.includes(row.state);
        return (
          <Group gap={4} wrap="nowrap">
            <StateBadge isOpen={isOpen} size="sm">
              {t(`stateName.${row.state}`)}
            </StateBadge>
            {warnings.map((warning) => (
              <Badge key={warning} size="sm" color="red.9">
                {t(`warning.${warning}`)}
              </Badge>
            ))}
          </Group>
        );
      },
    },
  ];
  return (
    <RegisterPage
      remembered="coordination-list"
      table="coordinationForms"
      title={t('title')}
      paperTitle={t('register')}
      choices={{ states: COORDINATION_STATES.map((value) => ({ value, label: t(`stateName.${value}`) })), categories: [] }}
      columns={columns}
      paper={paper}
      pathOf={(row) => `/coordination/${row.id}`}
      begin={{ path: '/coordination/new', run: 'issue-coordination-form', word: t('new'), keys: 'F7' }}
      empty={{ yet: t('list.empty'), filtered: t('list.emptyFilter') }}
    />
  );
}
