import { useTranslation } from 'react-i18next';
import { PRAISE_STATES, praisedDepartments, type Praise } from '../../../shared/domain/praise-posting.ts';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPage } from '../../ui/RegisterPage.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useDesk } from '../../ui/session.tsx';
import { usePraiseColumns } from './praise-columns.ts';

/** Praise postings as a list. */
export function PraiseList() {
  const { t } = useTranslation(['praise', 'common']);
  const { departmentOf } = useDesk();
  const paper = usePraiseColumns();

  const columns: GridColumn<Praise>[] = [
    { key: 'number', header: t('field.number'), width: 'minmax(92px, 108px)', cell: (row) => row.number },
    { key: 'received', header: t('field.receivedOn'), width: 'minmax(84px, 100px)', cell: (row) => row.receivedOn },
    { key: 'by', header: t('field.praisedBy'), width: 'minmax(76px, max(96px, 7vw))', cell: (row) => row.praisedBy },
    { key: 'unit', header: t('field.unit'), width: 'minmax(76px, 84px)', cell: (row) => row.unit },
    {
      key: 'employees',
      header: t('field.employees'),
      width: 'minmax(84px, 144px)',
      cell: (row) => row.employees.map((one) => one.name).join(t('common:listSeparator')),
    },
    {
      key: 'departments',
      header: t('field.departments'),
      width: 'minmax(97px, max(130px, 9vw))',
      cell: (row) => praisedDepartments(row).map(departmentOf).join(t('common:listSeparator')),
    },
    { key: 'for', header: t('field.whatFor'), width: 'minmax(67px, 1fr)', cell: (row) => row.whatFor },
    { key: 'original', header: t('field.original'), width: 'minmax(84px, 100px)', cell: (row) => row.original?.on ?? '' },
    {
      key: 'copies',
      header: t('field.copies'),
      width: 'minmax(56px, 72px)',
      cell: (row) => {
        const wanted = praisedDepartments(row);
        const hung = wanted.filter((id) => row.copies.some((copy) => copy.departmentId === id)).length;
        return t('list.copies', { hung, all: wanted.length });
      },
    },
    {
      key: 'state',
      header: t('field.state'),
      width: 'minmax(96px, 110px)',
      cell: (row) => (
        <StateBadge isOpen={row.state === 'open'} size="sm">
          {t(`stateName.${row.state}`)}
        </StateBadge>
      ),
    },
  ];
  return (
    <RegisterPage
      remembered="praise-list"
      table="praises"
      title={t('title')}
      choices={{ states: PRAISE_STATES.map((value) => ({ value, label: t(`stateName.${value}`) })), categories: [] }}
      columns={columns}
      paper={paper}
      pathOf={(row) => `/praise/${row.id}`}
      begin={{ path: '/praise/new', run: 'open-praise-posting', word: t('new') }}
      empty={{ yet: t('list.empty'), filtered: t('list.emptyFilter') }}
    />
  );
}
