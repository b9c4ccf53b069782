import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { readOpenPraises } from '../../data/queries/praise-board.ts';
import { usePraiseGapText } from '../../ui/use-praise-gap-text.ts';
import { formatShortDay } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { inOneLine, type TodayMoment, type TodaySection } from './today-section.ts';

/** Praise that still has to hang, or whose customer was not thanked; `undefined` while it is read. */
export function usePraiseSections({ now, today }: TodayMoment, minute: number): TodaySection[] | undefined {
  const { t } = useTranslation(['today', 'common', 'praise']);
  const { session } = useDesk();
  const gapText = usePraiseGapText();
  const open = useLiveQuery(() => readOpenPraises(session.database, now), [session.database, minute, today]);
  if (open === undefined) return undefined;

  return [
    {
      key: 'praises',
      title: t('praises'),
      items: open.map(({ praise, gaps, thanks }) => ({
        id: praise.id,
        path: `/praise/${praise.id}`,
        when: formatShortDay(praise.receivedOn, today, t('common:today')),
        overdue: false,
        badge: t(`praise:stateName.${praise.state}`),
        title: inOneLine([praise.number, praise.praisedBy, praise.unit]),
        text: inOneLine([...gaps.map(gapText), ...(thanks ? [t('praise:gap.thanks')] : [])]),
      })),
    },
  ];
}
