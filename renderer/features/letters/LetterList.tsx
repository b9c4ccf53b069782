import { useTranslation } from 'react-i18next';
import { LETTER_CATEGORIES, letterNextStep, type Letter } from '../../../shared/domain/letter.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPage } from '../../ui/RegisterPage.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useLetterColumns } from './letter-columns.ts';

const STATES = ['open', 'closed'] as const;

/** 《客户来函目录》 as a list. */
export function LetterList() {
  const { t } = useTranslation('letters');
  const { settings } = useDesk();
  const { zone } = settings.desk;
  const paper = useLetterColumns();
  const columns: GridColumn<Letter>[] = [
    { key: 'number', header: t('field.number'), width: 'minmax(98px, 124px)', cell: (row) => row.number },
    { key: 'received', header: t('field.receivedAt'), width: 'minmax(121px, 140px)', cell: (row) => formatDateTime(row.receivedAt, zone) },
    {
      key: 'means',
      header: t('field.means'),
      width: 'minmax(74px, 84px)',
      cell: (row) => (row.means === '' ? '' : t(`means.${row.means}`)),
    },
    { key: 'sender', header: t('field.sender'), width: 'minmax(78px, max(140px, 10vw))', cell: (row) => row.sender },
    { key: 'unit', header: t('field.unit'), width: 'minmax(76px, 96px)', cell: (row) => row.unit },
    {
      key: 'category',
      header: t('field.category'),
      width: 'minmax(93px, 106px)',
      cell: (row) => (row.category === '' ? '' : t(`category.${row.category}`)),
    },
    { key: 'subject', header: t('field.subject'), width: 'minmax(78px, 1fr)', cell: (row) => row.subject || row.summary },
    { key: 'step', header: t('field.nextStep'), width: 'minmax(124px, 180px)', cell: (row) => t(`step.${letterNextStep(row)}`) },
    {
      key: 'state',
      header: t('field.state'),
      width: 'minmax(70px, 90px)',
      cell: (row) => (
        <StateBadge isOpen={row.state === 'open'} size="sm">
          {t(`stateName.${row.state}`)}
        </StateBadge>
      ),
    },
  ];
  const choices = {
    states: STATES.map((value) => ({ value, label: t(`stateName.${value}`) })),
    categories: LETTER_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
  };
  return (
    <RegisterPage
      remembered="letter-list"
      table="letters"
      title={t('title')}
      choices={choices}
      columns={columns}
      paper={paper}
      pathOf={(row) => `/letters/${row.id}`}
      begin={{ path: '/letters/new', run: 'register-letter', word: t('new'), keys: 'F6' }}
      empty={{ yet: t('list.empty'), filtered: t('list.emptyFilter') }}
    />
  );
}
