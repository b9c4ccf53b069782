import { useLiveQuery } from 'dexie-react-hooks';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../data/database.ts';
import { RECEPTION_DRAFT } from '../../ui/entries.tsx';
import { formatShortTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import type { TodayMoment, TodaySection } from './today-section.ts';

/** What a form is called in the list; its name among the drafts is that of its page or table. */
const FORM_NAMES: Record<string, ParseKeys<'today'>> = {
  letter: 'unfinished.letter',
  coordination: 'unfinished.coordination',
  dispatch: 'unfinished.dispatch',
  dispatchWork: 'unfinished.dispatchWork',
  praise: 'unfinished.praise',
  reply: 'unfinished.reply',
  letterTemplates: 'unfinished.letterTemplate',
  people: 'unfinished.person',
  departments: 'unfinished.department',
  buildings: 'unfinished.building',
  units: 'unfinished.unit',
  households: 'unfinished.household',
  outsideNumbers: 'unfinished.outsideNumber',
  settings: 'unfinished.settings',
};

/** Fields that tell what a half-filled form is about, the most telling first. */
const TELLING = ['subject', 'title', 'name', 'sender', 'customer', 'praisedBy', 'unit', 'content', 'summary', 'whatFor', 'body', 'note'];

/** Half-filled forms that were left without being saved: opened again they stand as they were. Calls and visits have their own place. */
export function useUnfinishedSection({ now, zone }: TodayMoment): TodaySection | undefined {
  const { t } = useTranslation('today');
  const { session } = useDesk();
  const drafts = useLiveQuery(() => session.database.drafts.orderBy('id').toArray(), [session.database]);
  if (drafts === undefined) return undefined;
  const left = drafts.filter(({ form }) => form !== RECEPTION_DRAFT).toSorted((one, other) => one.openedAt.localeCompare(other.openedAt));
  return {
    key: 'unfinished',
    title: t('unfinished.title'),
    items: left.flatMap((draft) => {
      const name = FORM_NAMES[draft.form];
      if (name === undefined || draft.path === undefined) return [];
      return [
        {
          id: draft.id,
          path: draft.path,
          when: formatShortTime(draft.openedAt, now, zone),
          overdue: false,
          badge: t('unfinished.notSaved'),
          title: t(name),
          text: aboutOf(draft),
        },
      ];
    }),
  };
}

function aboutOf({ values }: DraftRow): string {
  const found = TELLING.map((field) => values[field]).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found : '';
}
