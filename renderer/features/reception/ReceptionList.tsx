import { useTranslation } from 'react-i18next';
import { RECEPTION_CATEGORIES, type Reception } from '../../../shared/domain/reception.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPage } from '../../ui/RegisterPage.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';
import { useReceptionColumns } from './reception-columns.ts';

/** The reception log as a list. */
export function ReceptionList() {
  const { t } = useTranslation('reception');
  const { settings, nameOf } = useDesk();
  const callerName = useCallerName();
  const paper = useReceptionColumns();

  const columns: GridColumn<Reception>[] = [
    { key: 'number', header: t('list.number'), width: 'minmax(115px, 148px)', cell: (row) => row.number },
    {
      key: 'when',
      header: t('list.when'),
      width: 'minmax(121px, 140px)',
      cell: (row) => formatDateTime(row.occurredAt, settings.desk.zone),
    },
    { key: 'channel', header: t('list.channel'), width: 'minmax(70px, 104px)', cell: (row) => t(`channel.${row.channel}`) },
    { key: 'unit', header: t('list.unit'), width: 'minmax(74px, 110px)', cell: (row) => row.unit },
    { key: 'customer', header: t('list.customer'), width: 'minmax(80px, max(120px, 9vw))', cell: callerName },
    {
      key: 'category',
      header: t('list.category'),
      width: 'minmax(84px, 116px)',
      cell: (row) => (row.category === '' ? '' : t(`category.${row.category}`)),
    },
    { key: 'content', header: t('list.content'), width: 'minmax(120px, 1fr)', cell: (row) => row.content },
    { key: 'takenBy', header: t('list.takenBy'), width: 'minmax(72px, 90px)', cell: (row) => nameOf(row.takenBy) },
    {
      key: 'state',
      header: t('list.state'),
      width: 'minmax(70px, 90px)',
      cell: (row) => (
        <StateBadge isOpen={row.state === 'open'} size="sm">
          {t(`stateName.${row.state}`)}
        </StateBadge>
      ),
    },
  ];
  const choices = {
    states: (['open', 'closed'] as const).map((value) => ({ value, label: t(`stateName.${value}`) })),
    categories: RECEPTION_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
  };
  return (
    <RegisterPage
      remembered="reception-list"
      table="receptions"
      title={t('title')}
      choices={choices}
      columns={columns}
      paper={paper}
      pathOf={(row) => `/reception/${row.id}`}
      empty={{ yet: t('list.empty'), filtered: t('list.emptyFilter') }}
    />
  );
}
