// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { Person } from '../../../shared/domain/person.ts';
import { drawing } from '../../../tests/support/drawn.tsx';
import { soon } from '../../../tests/support/soon.ts';
import { PinPanel } from './PinPanel.tsx';

const shen = { id: 'shen', name: '沈国华', roles: ['supervisor'], active: true };
const desk = vi.hoisted(() => ({
  person: {},
  session: { host: { pinState: vi.fn<() => Promise<object>>(), setPin: vi.fn<(input: object) => Promise<object>>() } },
}));
vi.mock('../../ui/session.tsx', () => ({ useDesk: () => desk }));

const draw = drawing();
beforeEach(async () => {
  desk.person = shen;
  desk.session.host.pinState.mockReset().mockResolvedValue({ ok: true, value: { withPin: [] } });
  desk.session.host.setPin.mockReset().mockResolvedValue({ ok: true, value: {} });
  // Only what the panel reads of a person.
  await draw(<PinPanel person={shen as unknown as Person} />);
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '设密码')?.click();
  await soon(() => {
    if (fields().length !== 2) throw new Error('the panel has no fields yet');
  });
});

const fields = () => [...document.querySelectorAll('input')];
/** React hears of a value only that the input's own setter set. */
function type(place: number, text: string): void {
  const field = fields()[place];
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field?.dispatchEvent(new Event('input', { bubbles: true }));
}
const send = () => document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

it.each([
  ['two digits', '12', '12', 0, '密码为 4 至 12 位数字。'],
  ['another one the second time', '2468', '2469', 1, '两次输入不一致。'],
  ['nothing the second time', '2468', '', 1, '必填'],
])('a PIN of %s is said beside its field, which has the cursor, and sets none', async (_name, pin, again, wrong, words) => {
  type(0, pin);
  type(1, again);
  send();
  await soon(() => expect(fields().map((field) => field.getAttribute('aria-invalid'))[wrong]).toBe('true'));
  expect(document.activeElement).toBe(fields()[wrong]);
  expect(document.body.textContent).toContain(words);
  expect(desk.session.host.setPin).not.toHaveBeenCalled();
});

it('typed twice it is set, and the dialog closes', async () => {
  type(0, '2468');
  type(1, '2468');
  send();
  await soon(() => expect(fields()).toHaveLength(0));
  expect(desk.session.host.setPin).toHaveBeenCalledExactlyOnceWith({ personId: 'shen', pin: '2468', mayManage: true });
});

it('what the host refuses is said in the dialog, and what was typed stays', async () => {
  desk.session.host.setPin.mockResolvedValue({ ok: false, error: { code: 'diskFull' } });
  type(0, '2468');
  type(1, '2468');
  send();
  await soon(() => expect(document.querySelector('form [role=alert]')?.textContent).toContain('磁盘'));
  expect(fields().map(({ value }) => value)).toEqual(['2468', '2468']);
});
