import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../data/database.ts';
import { useDraftOtherNames } from '../../ui/draft-others.tsx';
import { formatShortTime } from '../../ui/format.ts';
import { mayFill } from '../../ui/kept-dialogs.ts';
import { useDesk } from '../../ui/session.tsx';
import { inOneLine, type TodayMoment, type TodaySection } from './today-section.ts';
import { unfinishedForms } from '../../ui/unfinished-forms.ts';

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
  'measures',
  'sentBackReason',
  'enquiryResult',
  'deliveryNote',
  'onlineReason',
  'summary',
  'to',
  'sealedBy',
  'receivedBy',
  'whatFor',
  'body',
  'about',
  'result',
  'checkRemark',
  'reason',
  'cancelReason',
  'followUpResult',
  'receivedByName',
  'opinion',
  'worker',
  'evidence',
  'note',
  'postOffice',
  'place',
  'keptWhere',
  'rewardNoticeNumber',
  'received',
  'waived',
];

/** Half-filled forms that were left without being saved: opened again they stand as they were. Calls and visits have their own place. */
export function useUnfinishedSection({ now, zone }: TodayMoment): TodaySection | undefined {
  const { t } = useTranslation('today');
  const { session, person } = useDesk();
  const othersOf = useDraftOtherNames();
  const forms = useLiveQuery(
    async () => unfinishedForms(session.database, await session.database.drafts.orderBy('id').toArray()),
    [session.database],
  );
  if (forms === undefined) return undefined;
  const byWhom = (names: string) => (names === '' ? '' : t('unfinished.by', { names }));
  const left = forms
    .filter((form) => mayFill(person.roles, form))
    .toSorted(({ draft: one }, { draft: other }) => one.openedAt.localeCompare(other.openedAt));
  return {
    key: 'unfinished',
    title: t('unfinished.title'),
    items: left.map(({ draft, name, path, number, gone }) => ({
      id: draft.id,
      path,
      when: formatShortTime(draft.openedAt, now, zone),
      overdue: false,
      badge: t(gone ? 'unfinished.gone' : 'unfinished.notSaved'),
      title: [t(name), number].join(' ').trim(),
      // Whose it is comes first: a long text would leave no room for it.
      text: inOneLine([byWhom(othersOf(draft)), aboutOf(draft)]),
    })),
  };
}

/** What is typed into a group of the record's fields (a decision) is as telling as what stands beside it. */
function aboutOf({ values }: DraftRow): string {
  const groups = Object.values(values).filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
  const typed: DraftRow['values'] = Object.assign({}, ...groups, values);
  const found = TELLING.map((field) => typed[field]).find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found : '';
}
