// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { renderToString } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import { praiseRecord, type Praise } from '../../../shared/domain/praise-posting.ts';
import { zh } from '../../i18n/resources.ts';
import { PraiseHangings } from './PraiseHangings.tsx';

const granted = vi.hoisted(() => new Set<string>());
vi.mock('../../ui/may.tsx', () => ({ useMay: () => (operation: string) => granted.has(operation) }));
vi.mock('../../ui/session.tsx', () => ({ useDesk: () => ({ nameOf: () => '', departmentOf: () => '工程部' }) }));

const NOW = '2026-11-23T00:30:00.000Z';
const BARE = {
  id: 'x',
  createdAt: NOW,
  changedAt: NOW,
  createdBy: 'p1',
  desk: 'A',
  number: 'BY-2026-001',
  numberYear: 2026,
  numberDesk: 'A',
  numberSerial: 1,
  departmentIds: ['d1'],
};
const HUNG = { place: '公告栏', on: '2026-11-23', by: 'p1', takenDownOn: '' };
const blank = praiseRecord.parse({ ...BARE, state: 'open', original: null });
const hanging: Praise = { ...blank, original: HUNG, copies: [{ ...HUNG, departmentId: 'd1' }] };

async function buttonsOf(praise: Praise, operation: OperationName): Promise<(string | null)[]> {
  granted.clear();
  granted.add(operation);
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh }, lng: 'zh', fallbackLng: false });
  const place = document.createElement('div');
  place.innerHTML = renderToString(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <PraiseHangings praise={praise} open={() => undefined} />
      </MantineProvider>
    </I18nextProvider>,
  );
  return [...place.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'));
}

it.each<[OperationName, string, Praise, string[]]>([
  ['post-praise-original', 'nothing hangs', blank, ['张贴原件']],
  ['post-praise-copy', 'nothing hangs', blank, ['张贴工程部复印件']],
  ['take-down-praise', 'nothing hangs', blank, []],
  ['post-praise-original', 'all hangs', hanging, ['更正原件张贴']],
  ['post-praise-copy', 'all hangs', hanging, ['更正工程部复印件张贴']],
  ['take-down-praise', 'all hangs', hanging, ['撤下原件', '撤下工程部复印件']],
  ['take-down-praise', 'it was cancelled', { ...hanging, state: 'cancelled' }, []],
])('whoever may %s alone, where %s', async (operation, _state, praise, buttons) => {
  expect(await buttonsOf(praise, operation)).toEqual(buttons);
});
