import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { REPLY_STATES, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { replyStep } from '../../../shared/domain/reply-steps.ts';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPage } from '../../ui/RegisterPage.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { postedOn } from './reply-paper.ts';

/** Reply letters as a list. */
export function ReplyList() {
  const { t } = useTranslation('replies');
  const { settings, nameOf } = useDesk();
  const { zone } = settings.desk;
  const paper = useMemo<PaperColumn<ReplyLetter>[]>(
    () => [
      { header: t('field.number'), widthMm: 34, text: (row) => row.number },
      { header: t('field.createdAt'), widthMm: 22, text: (row) => localDateOf(row.createdAt, zone) },
      { header: t('field.answers'), widthMm: 28, text: (row) => row.answers.map((answer) => answer.number).join('\n') },
      { header: t('field.unit'), widthMm: 18, text: (row) => row.unit },
      { header: t('field.customer'), widthMm: 22, text: (row) => row.customer },
      { header: t('field.title'), widthMm: 60, text: (row) => row.title },
      { header: t('field.letterDate'), widthMm: 21, text: (row) => row.letterDate },
      { header: t('field.posted'), widthMm: 21, text: (row) => postedOn(row) },
      { header: t('post.postalNumber'), widthMm: 29, text: (row) => row.postings.at(-1)?.postalNumber ?? '' },
      { header: t('field.state'), widthMm: 18, text: (row) => t(`stateName.${row.state}`) },
    ],
    [t, zone],
  );

  const columns: GridColumn<ReplyLetter>[] = [
    {
      key: 'number',
      header: t('field.number'),
      width: 'minmax(132px, 160px)',
      cell: (row) => (row.number === '' ? t('draftTitle') : row.number),
    },
    { key: 'created', header: t('field.createdAt'), width: 'minmax(84px, 104px)', cell: (row) => localDateOf(row.createdAt, zone) },
    { key: 'unit', header: t('field.unit'), width: 'minmax(74px, 96px)', cell: (row) => row.unit },
    { key: 'customer', header: t('field.customer'), width: 'minmax(80px, max(110px, 8vw))', cell: (row) => row.customer },
    { key: 'title', header: t('field.title'), width: 'minmax(150px, 1fr)', cell: (row) => row.title },
    {
      key: 'drafted',
      header: t('field.draftedBy'),
      width: 'minmax(80px, 96px)',
      cell: (row) => nameOf(row.draftedBy),
    },
    { key: 'posted', header: t('field.posted'), width: 'minmax(84px, 104px)', cell: (row) => postedOn(row) },
    {
      key: 'state',
      header: t('field.state'),
      width: 'minmax(94px, 110px)',
      cell: (row) => (
        <StateBadge isOpen={replyStep(row) !== 'none'} size="sm">
          {t(`stateName.${row.state}`)}
        </StateBadge>
      ),
    },
  ];
  return (
    <RegisterPage
      remembered="reply-list"
      table="replies"
      title={t('title')}
      choices={{ states: REPLY_STATES.map((value) => ({ value, label: t(`stateName.${value}`) })), categories: [] }}
      columns={columns}
      paper={paper}
      pathOf={(row) => `/replies/${row.id}`}
      begin={{ path: '/replies/new', run: 'save-reply', word: t('new') }}
      empty={{ yet: t('empty'), filtered: t('emptyFilter') }}
      taken={284}
    />
  );
}
