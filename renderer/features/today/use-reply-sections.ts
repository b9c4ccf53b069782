import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { readOpenReplies } from '../../data/queries/open-replies.ts';
import { formatShortDay } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { inOneLine, type TodayMoment, type TodaySection } from './today-section.ts';

/** Reply letters that wait for somebody; `undefined` while they are read. */
export function useReplySections({ today, zone }: TodayMoment, minute: number): TodaySection[] | undefined {
  const { t } = useTranslation(['replies', 'common']);
  const { session } = useDesk();
  const waiting = useLiveQuery(() => readOpenReplies(session.database, today, zone), [session.database, minute, today, zone]);
  return (
    waiting && [
      {
        key: 'replies',
        title: t('todayTitle'),
        items: waiting.map(({ letter, step, dueOn }) => ({
          id: `${letter.id}/${step}`,
          path: `/replies/${letter.id}`,
          when: formatShortDay(dueOn, today, t('common:today')),
          overdue: dueOn !== '' && dueOn < today,
          badge: t(`step.${step}`),
          title: inOneLine([letter.number === '' ? t('draftTitle') : letter.number, letter.customer, letter.unit]),
          text: letter.title,
        })),
      },
    ]
  );
}
