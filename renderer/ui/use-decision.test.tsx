// @vitest-environment happy-dom
import { act, useEffect, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { failure, success } from '../../shared/contract/result.ts';
import { useBeginDecision, useDecision, type DecisionForm } from './use-decision.tsx';
import { useSayLacks } from './use-say-lacks.ts';

const person = (id: string, name: string) => ({ id, name, title: '', pinyin: id, initials: id, active: true, roles: [] });
const people = [person('me', '林晓燕'), person('wu', '吴敏'), person('qin', '秦琼')];

const confirmByPin = vi.fn<(input: object) => Promise<unknown>>();
const desk = {
  session: { clock: { now: () => '2026-11-23T02:00:00.000Z' }, host: { confirmByPin } },
  settings: { desk: { zone: 'Asia/Shanghai' } },
  person: people[0],
  people,
};
vi.mock('./session.tsx', () => ({ useDesk: () => desk }));

const drawn = drawing();
let form: DecisionForm;

const handedOver = vi.fn<(change: object) => void>();

function Form({ firstId, opinionRequired }: { firstId: string; opinionRequired: boolean }) {
  const [values, setValues] = useState(useBeginDecision()(firstId));
  const kept = {
    values,
    set: (change: Partial<typeof values>) => {
      handedOver(change);
      setValues({ ...values, ...change });
    },
    operationId: 'op1',
  };
  const decision = useDecision({ whose: '审核人', among: () => true, opinionRequired, kept });
  useEffect(() => {
    form = decision;
  });
  return decision.fields(useSayLacks());
}

async function draw(firstId: string, opinionRequired = false): Promise<void> {
  await drawn(<Form firstId={firstId} opinionRequired={opinionRequired} />);
}

function fieldCalled(label: string): HTMLInputElement | HTMLTextAreaElement {
  const id = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label))?.htmlFor;
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[id="${id}"]`);
  if (field === null) throw new Error(`no field called ${label}`);
  return field;
}

async function type(label: string, text: string): Promise<void> {
  const field = fieldCalled(label);
  const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  await act(() => {
    field.focus();
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function choose(name: string): Promise<void> {
  await type('审核人', name);
  await act(() => fieldCalled('审核人').dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', bubbles: true })));
}

async function said(by: 'pin' | 'paper'): Promise<void> {
  await act(() => document.querySelector<HTMLInputElement>(`input[value=${by}]`)?.click());
}

async function take(): ReturnType<DecisionForm['take']> {
  let taken: Awaited<ReturnType<DecisionForm['take']>> | undefined;
  await act(async () => {
    taken = await form.take();
  });
  if (taken === undefined) throw new Error('nothing taken');
  return taken;
}

beforeEach(() => {
  confirmByPin.mockReset();
  handedOver.mockReset();
});

const TODAY = '2026-11-23';

it('by PIN the host is asked for this very operation, and the operation gets what the host has confirmed', async () => {
  confirmByPin.mockResolvedValue(success({ outcome: 'unlocked', waitMs: 0 }));
  await draw('wu');
  expect(form.incomplete).toBe(true);
  await type('审核人的密码', '2468');
  await type('意见', '同意');
  expect(form.incomplete).toBe(false);
  const taken = await take();
  if (!taken.ok) throw new Error(taken.text);
  const { operationId, ...rest } = taken.value;
  expect(confirmByPin.mock.calls).toEqual([[{ personId: 'wu', pin: '2468', operationId }]]);
  expect(rest).toEqual({
    decision: { decidedBy: 'wu', by: 'pin', on: TODAY, evidence: '', opinion: '同意' },
    confirmations: [{ personId: 'wu', by: 'pin', on: TODAY, evidence: '' }],
  });
});

it('whoever is unlocked has typed the PIN already', async () => {
  await draw('me');
  expect(form.incomplete).toBe(false);
  expect(await take()).toMatchObject({ ok: true, value: { decision: { decidedBy: 'me', by: 'pin' }, confirmations: [] } });
  expect(confirmByPin).not.toHaveBeenCalled();
});

it.each([
  ['a wrong PIN', success({ outcome: 'wrong', waitMs: 0 }), '密码不对。'],
  ['one wrong PIN too many', success({ outcome: 'wait', waitMs: 4001 }), '密码多次输错，请等 5 秒再试。'],
  ['no PIN at all', success({ outcome: 'noPin', waitMs: 0 }), '此人尚未设置密码，请主管在“人员”里设置。'],
  ['a host that fails', failure('hostError', { call: 'confirmByPin', detail: 'EIO' }), '程序出现意外错误'],
])('%s decides nothing, is said, and must be typed anew', async (_what, answer, said) => {
  confirmByPin.mockResolvedValue(answer);
  await draw('wu');
  await type('审核人的密码', '2468');
  expect(await take()).toEqual({ ok: false, text: expect.stringContaining(said) });
  expect(fieldCalled('审核人的密码').value).toBe('');
  expect(form.incomplete).toBe(true);
});

it('a PIN goes with its person: for another one it is not there to be sent, or shown', async () => {
  await draw('wu');
  await type('审核人的密码', '2468');
  await choose('秦琼');
  expect(form.decidedBy).toBe('qin');
  expect(fieldCalled('审核人的密码').value).toBe('');
  expect(form.incomplete).toBe(true);
});

it('from paper it needs a day and the place where the paper lies, and no PIN', async () => {
  await draw('wu');
  await said('paper');
  expect(form.incomplete).toBe(true);
  await type('纸质意见存放处', ' ');
  expect(form.incomplete).toBe(true);
  await type('纸质意见存放处', '档案盒3');
  expect(form.incomplete).toBe(false);
  await type('日期', '');
  expect(form.incomplete).toBe(true);
  await type('日期', '2026-11-20');
  expect(form.incomplete).toBe(false);
  expect(form.on).toBe('2026-11-20');
  const decision = { decidedBy: 'wu', by: 'paper', on: '2026-11-20', evidence: '档案盒3', opinion: '' };
  expect(await take()).toMatchObject({ ok: true, value: { decision, confirmations: [] } });
  expect(confirmByPin).not.toHaveBeenCalled();
});

it('hands over for keeping what was filled in, and never a PIN', async () => {
  await draw('wu');
  await type('审核人的密码', '2468');
  await type('意见', '同意');
  await choose('秦琼');
  await said('paper');
  await type('日期', '2026-11-20');
  await type('纸质意见存放处', '档案盒3');
  expect(handedOver.mock.calls.flat()).toEqual([
    { opinion: '同意' },
    { decidedBy: 'qin' },
    { by: 'paper' },
    { on: '2026-11-20' },
    { evidence: '档案盒3' },
  ]);
});

it('asks for an opinion where one is required', async () => {
  await draw('me', true);
  expect(form.incomplete).toBe(true);
  await type('意见', ' ');
  expect(form.incomplete).toBe(true);
  await type('意见', '请补充');
  expect(form.incomplete).toBe(false);
});

it('what was filled in for paper does not go along with a PIN', async () => {
  confirmByPin.mockResolvedValue(success({ outcome: 'unlocked', waitMs: 0 }));
  await draw('wu');
  await said('paper');
  await type('纸质意见存放处', '档案盒3');
  await type('日期', '2026-11-20');
  await said('pin');
  await type('审核人的密码', '2468');
  expect(form.on).toBe(TODAY);
  expect(await take()).toMatchObject({ ok: true, value: { decision: { by: 'pin', on: TODAY, evidence: '' } } });
});

it('nobody’s paper is no decision', async () => {
  await draw('');
  await said('paper');
  await type('纸质意见存放处', '档案盒3');
  expect(form.incomplete).toBe(true);
});
