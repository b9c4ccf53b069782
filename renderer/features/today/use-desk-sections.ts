import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../../shared/domain/due-time.ts';
import type { DeskPromise } from '../../../shared/domain/promise.ts';
import type { ComplaintStep } from '../../../shared/domain/reception.ts';
import { readToday } from '../../data/queries/today.ts';
import { formatShortDay, formatShortTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';
import type { OpenItem } from './OpenItems.tsx';
import { inOneLine, type TodayMoment, type TodaySection } from './today-section.ts';

/** Promises, messages, complaints, letters and coordination forms that wait; `undefined` while they are read. */
export function useDeskSections({ now, today, zone }: TodayMoment, minute: number): TodaySection[] | undefined {
  const { t } = useTranslation(['today', 'common', 'reception', 'letters', 'coordination']);
  const { session, departmentOf } = useDesk();
  const callerName = useCallerName();
  const board = useLiveQuery(() => readToday(session.database, now, today), [session.database, minute, today]);
  if (board === undefined) return undefined;

  const dayOf = (on: string) => formatShortDay(on, today, t('common:today'));
  const promisedFor = (at: string) => (at === '' ? t('waits') : formatShortTime(at, now, zone));
  const promiseItem = (promise: DeskPromise): OpenItem => ({
    id: promise.id,
    path: `/reception/${promise.sourceId}`,
    when: promisedFor(promise.dueAt),
    overdue: isOverdue(promise.dueAt, now),
    badge: t(`reception:promise.${promise.kind}`),
    title: inOneLine([
      promise.kind === 'message' ? t('reception:promise.for', { name: promise.forName }) : '',
      promise.unit,
      callerName(promise),
    ]),
    text: promise.about,
  });
  const complaintItems = (wanted: ComplaintStep): OpenItem[] =>
    board.complaints
      .filter(({ step }) => step === wanted)
      .map(({ entry }) => ({
        id: entry.id,
        path: `/reception/${entry.id}`,
        when: formatShortTime(entry.occurredAt, now, zone),
        overdue: false,
        badge: entry.number,
        title: inOneLine([entry.unit, callerName(entry)]),
        text: entry.content,
      }));
  return [
    { key: 'promises', title: t('promises'), items: board.promises.filter((promise) => promise.kind !== 'message').map(promiseItem) },
    { key: 'messages', title: t('messages'), items: board.promises.filter((promise) => promise.kind === 'message').map(promiseItem) },
    { key: 'complaints', title: t('complaints'), items: complaintItems('decide') },
    { key: 'complaintForms', title: t('complaintForms'), items: complaintItems('issueForm') },
    {
      key: 'letters',
      title: t('letters'),
      items: board.letters.map(({ letter, step, due }) => ({
        id: letter.id,
        path: `/letters/${letter.id}`,
        when: due.on === '' ? formatShortTime(due.at === '' ? letter.receivedAt : due.at, now, zone) : dayOf(due.on),
        overdue: isOverdue(due.at, now),
        badge: t(`letters:step.${step}`),
        title: inOneLine([letter.number, letter.sender, letter.unit]),
        text: letter.subject === '' ? letter.summary : letter.subject,
      })),
    },
    {
      key: 'forms',
      title: t('forms'),
      items: board.forms.map(({ form, warnings, due }) => ({
        id: form.id,
        path: `/coordination/${form.id}`,
        when: due.at === '' ? dayOf(due.on) : formatShortTime(due.at, now, zone),
        overdue: warnings.length > 0,
        badge: t(warnings.includes('notReceived') ? 'coordination:warning.notReceived' : `coordination:stateName.${form.state}`),
        title: inOneLine([form.number, departmentOf(form.departmentId), form.unit]),
        text: form.subject,
      })),
    },
  ];
}
