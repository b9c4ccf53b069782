// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { renderToString } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import { receptionRecord, type Reception } from '../../../shared/domain/reception.ts';
import type { DraftRow } from '../../data/database.ts';
import { zh } from '../../i18n/resources.ts';
import { ReceptionChangeForm } from './ReceptionChangeForm.tsx';
import { ownValues } from './reception-values.ts';

const people = vi.hoisted(() => [
  { id: 'lin', name: '林晓燕', title: '', active: true },
  { id: 'su', name: '苏敏', title: '', active: true },
]);
vi.mock('dexie-react-hooks', () => ({ useLiveQuery: () => undefined }));
vi.mock('../../ui/entries.tsx', () => ({ useEntries: () => ({ minimise: () => undefined }) }));
vi.mock('../../ui/session.tsx', () => ({
  useDatabase: () => undefined,
  useDesk: () => ({
    session: { clock: { now: () => NOW } },
    settings: { desk: { zone: 'Asia/Shanghai' }, rules: { repeatedDays: 30, promiseHours: 2 } },
    person: people[0],
    people,
    departments: [],
  }),
}));

const NOW = '2026-11-23T00:30:00.000Z';
const NUMBERED = { number: 'JD-2026-000001', numberYear: 2026, numberDesk: 'A', numberSerial: 1 };
const BASE = { id: 'x', createdAt: NOW, changedAt: NOW, createdBy: 'lin', desk: 'A', ...NUMBERED };
const CALL = { channel: 'call', occurredAt: NOW, state: 'open', complaint: null, takenBy: 'lin' };
const entry = receptionRecord.parse({ ...BASE, ...CALL, content: '单元门关不上', callingNumber: '13805712236' });

async function drawn(now: Reception, draft: Pick<DraftRow, 'values' | 'begun'>): Promise<HTMLElement> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh }, lng: 'zh', fallbackLng: false });
  const place = document.createElement('div');
  place.innerHTML = renderToString(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <ReceptionChangeForm draft={{ id: 'reception-change-x', form: 'receptionChange', openedAt: NOW, ...draft }} entry={now} />
      </MantineProvider>
    </I18nextProvider>,
  );
  return place;
}

/** A half-filled change, typed while the record was what `entry` says. */
function typed(values: Partial<Reception>): Pick<DraftRow, 'values' | 'begun'> {
  const begun = Object.fromEntries(Object.entries(ownValues(entry)).filter(([field]) => field in values));
  return { values, begun };
}

it.each<[string, Partial<Reception>, Partial<Reception>, string]>([
  ['the same field', { content: '单元门的门轴松了' }, { content: '单元门修好了' }, '内容：单元门修好了'],
  ['a field nobody typed in', { content: '单元门的门轴松了' }, { note: '已派工' }, ''],
  ['the same words', { content: '单元门修好了' }, { content: '单元门修好了' }, ''],
  ['whoever took it', { takenBy: '' }, { takenBy: 'su' }, '接待人：苏敏'],
  ['a number', { callingNumber: '13905710001' }, { callingNumber: '13705712237' }, '来电号码：137****2237'],
  ['what it follows', { followsNumber: 'JD-2026-000002' }, { followsNumber: 'JD-2026-000003' }, '接续：JD-2026-000003'],
  ['the answer', { answeredOnSpot: 'no' }, { answeredOnSpot: 'yes' }, '当场答复：是'],
])('a change of an entry, half-filled, is told of others’ words in %s', async (_case, mine, theirs, told) => {
  const place = await drawn({ ...entry, ...theirs }, typed(mine));
  const [, fields = ''] = /现为：(.*?)。/.exec(place.querySelector('[role=status]')?.textContent ?? '') ?? [];
  expect(fields).toBe(told);
});

it('holds what was typed, and for the rest what the entry says by now', async () => {
  const place = await drawn({ ...entry, note: '已派工' }, typed({ content: '单元门的门轴松了' }));
  expect(place.querySelector('textarea')?.value).toBe('单元门的门轴松了');
  expect([...place.querySelectorAll('input')].map(({ value }) => value)).toContain('已派工');
});

it('shows no number that nobody typed', async () => {
  const place = await drawn(entry, typed({ content: '单元门的门轴松了' }));
  expect(place.innerHTML).toContain('138****2236');
  expect(place.innerHTML).not.toContain('13805712236');
});

it.each<[string, Partial<Reception>, boolean]>([
  ['open', {}, false],
  ['closed meanwhile', { state: 'closed', closedAt: NOW }, true],
  ['read by the assistant meanwhile', { checkedAt: NOW, checkedBy: 'su' }, true],
])('an entry that is %s asks for a reason: %o %s', async (_case, now, asked) => {
  const place = await drawn({ ...entry, ...now }, typed({ content: '单元门的门轴松了' }));
  const labels = [...place.querySelectorAll('label')].map(({ textContent }) => textContent);
  expect(labels.some((label) => label.startsWith('原因'))).toBe(asked);
  expect(place.querySelector('h1')?.textContent).toBe(asked ? '更正 JD-2026-000001' : '修改 JD-2026-000001');
});
