import { useLiveQuery } from 'dexie-react-hooks';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import type { BookDatabase, DraftRow } from '../../data/database.ts';
import { useDraftOthers } from '../../ui/draft-others.tsx';
import { RECEPTION_CHANGE_DRAFT, WORK_DRAFT } from '../../ui/drafts.tsx';
import { RECEPTION_DRAFT } from '../../data/queries/first-screen.ts';
import { formatShortTime } from '../../ui/format.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import type { TodayMoment, TodaySection } from './today-section.ts';

/** What a form is called in the list, and what it does; its name among the drafts is that of its page or table. */
const FORMS: Record<string, { name: ParseKeys<'today'>; run: OperationName }> = {
  receptionChange: { name: 'unfinished.receptionChange', run: 'change-reception' },
  letter: { name: 'unfinished.letter', run: 'register-letter' },
  coordination: { name: 'unfinished.coordination', run: 'issue-coordination-form' },
  dispatch: { name: 'unfinished.dispatch', run: 'issue-dispatch-order' },
  dispatchWork: { name: 'unfinished.dispatchWork', run: 'advance-dispatch-order' },
  praise: { name: 'unfinished.praise', run: 'open-praise-posting' },
  reply: { name: 'unfinished.reply', run: 'save-reply' },
  postingList: { name: 'unfinished.postingList', run: 'make-posting-list' },
  letterTemplates: { name: 'unfinished.letterTemplate', run: 'save-letter-template' },
  people: { name: 'unfinished.person', run: 'save-person' },
  departments: { name: 'unfinished.department', run: 'save-department' },
  buildings: { name: 'unfinished.building', run: 'save-building' },
  units: { name: 'unfinished.unit', run: 'save-unit' },
  households: { name: 'unfinished.household', run: 'save-household' },
  outsideNumbers: { name: 'unfinished.outsideNumber', run: 'save-outside-number' },
  settings: { name: 'unfinished.settings', run: 'save-settings' },
};

/** Fields that tell what a half-filled form is about, the most telling first. */
const TELLING = [
  'subject',
  'title',
  'name',
  'sender',
  'customer',
  'praisedBy',
  'unit',
  'content',
  'done',
  'summary',
  'whatFor',
  'body',
  'note',
  'postOffice',
];

/** Half-filled forms that were left without being saved: opened again they stand as they were. Calls and visits have their own place. */
export function useUnfinishedSection({ now, zone }: TodayMoment): TodaySection | undefined {
  const { t } = useTranslation('today');
  const { session } = useDesk();
  const may = useMay();
  const othersOf = useDraftOthers();
  const drafts = useLiveQuery(() => session.database.drafts.orderBy('id').toArray(), [session.database]);
  const numbers = useLiveQuery(() => numbersOf(session.database, drafts ?? []), [session.database, drafts]);
  if (drafts === undefined) return undefined;
  const left = drafts.filter(({ form }) => form !== RECEPTION_DRAFT).toSorted((one, other) => one.openedAt.localeCompare(other.openedAt));
  return {
    key: 'unfinished',
    title: t('unfinished.title'),
    items: left.flatMap((draft) => {
      const form = FORMS[draft.form];
      if (form === undefined || draft.path === undefined || !may(form.run)) return [];
      return [
        {
          id: draft.id,
          path: draft.path,
          when: formatShortTime(draft.openedAt, now, zone),
          overdue: false,
          badge: t('unfinished.notSaved'),
          title: [t(form.name), numbers?.get(draft.id) ?? ''].filter((part) => part !== '').join(' '),
          text: [aboutOf(draft), othersOf(draft)].filter((part) => part !== '').join(' · '),
        },
      ];
    }),
  };
}

/**
 * Numbers of the orders whose work was half entered and of the entries that were half changed, by the draft's id: of the fields
 * alone nobody knows which one it is.
 */
async function numbersOf(database: BookDatabase, drafts: readonly DraftRow[]): Promise<Map<string, string>> {
  const { dispatchOrders, receptions } = database;
  const found = await Promise.all(
    drafts.map(async ({ id, form }): Promise<[string, string]> => {
      if (form === 'dispatchWork') return [id, (await dispatchOrders.get(id.slice(WORK_DRAFT.length)))?.number ?? ''];
      if (form === 'receptionChange') return [id, (await receptions.get(id.slice(RECEPTION_CHANGE_DRAFT.length)))?.number ?? ''];
      return [id, ''];
    }),
  );
  return new Map(found);
}

function aboutOf({ values }: DraftRow): string {
  const found = TELLING.map((field) => values[field]).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found : '';
}
