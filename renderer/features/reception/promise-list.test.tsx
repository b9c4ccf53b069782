// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { renderToString } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import { promiseRecord } from '../../../shared/domain/promise.ts';
import { receptionRecord } from '../../../shared/domain/reception.ts';
import { zh } from '../../i18n/resources.ts';
import { PromiseList } from './PromiseList.tsx';

const granted = vi.hoisted(() => new Set<string>());
vi.mock('dexie-react-hooks', () => ({ useLiveQuery: () => 0 }));
vi.mock('../../ui/may.tsx', () => ({ useMay: () => (operation: string) => granted.has(operation) }));
vi.mock('../../ui/session.tsx', () => ({
  useDesk: () => ({ session: { clock: { now: () => NOW } }, settings: { desk: { zone: 'Asia/Shanghai' } }, people: [] }),
}));

const NOW = '2026-11-23T00:30:00.000Z';
const BASE = { id: 'x', createdAt: NOW, changedAt: NOW, createdBy: 'p1', desk: 'A', number: 'JD-2026-000001', numberYear: 2026 };
const NUMBERED = { ...BASE, numberDesk: 'A', numberSerial: 1 };
const entry = receptionRecord.parse({ ...NUMBERED, channel: 'call', occurredAt: NOW, state: 'open', complaint: null });
const message = promiseRecord.parse({ ...BASE, kind: 'message', sourceNumber: entry.number, state: 'open', attempts: [] });

async function buttonsOf(...operations: OperationName[]): Promise<string[]> {
  granted.clear();
  for (const operation of operations) granted.add(operation);
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh }, lng: 'zh', fallbackLng: false });
  const drawn = renderToString(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <PromiseList promises={[message]} entry={entry} onSlip={() => undefined} open={() => undefined} />
      </MantineProvider>
    </I18nextProvider>,
  );
  const place = document.createElement('div');
  place.innerHTML = drawn;
  return [...place.querySelectorAll('button')].map((button) => button.textContent);
}

it.each<[OperationName, string[]]>([
  ['settle-promise', ['已办', '取消约定']],
  ['try-promise', ['记录联系']],
  ['add-promise', ['加一项约定']],
  ['record-print', ['打印留言条']],
  ['log-reception', []],
])('whoever may %s alone is offered %j', async (operation, buttons) => {
  expect(await buttonsOf(operation)).toEqual(buttons);
});
