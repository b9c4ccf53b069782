import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refusal } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { changeLetter } from './change-letter.ts';
import { closeLetter } from './close-letter.ts';
import { decideLetter } from './decide-letter.ts';
import { handOverLetter } from './hand-over-letter.ts';
import { registerLetter } from './register-letter.ts';

const DESK = '林晓燕';
const RECEIVED_AT = '2026-11-20T02:00:00.000Z';
let desk: SampleDesk;

const letter = (fields: object) => ({ ...letterInput.parse({ receivedAt: RECEIVED_AT, sender: '消防大队', ...fields }), id: 'l1' });

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
});

it('another decision takes the place of the first with a reason only (2:3.3.2)', async () => {
  await ok(desk.as(DESK, registerLetter, letter({ category: 'complaint' })));
  const decision = { id: 'l1', outcome: 'noForm' as const, reason: '已解决' };
  await ok(desk.as('苏敏', decideLetter, decision));
  expect(await refusal(desk, '苏敏', decideLetter, decision, { reason: ' ' })).toEqual({ code: 'reasonMissing' });
  expect(await desk.as('苏敏', decideLetter, { ...decision, outcome: 'issueForm' }, { reason: '客户又来函' })).toBe('');
});

describe('a letter is not received after what was done with it', () => {
  const late = { receivedAt: '2026-11-21T02:00:00.000Z' };
  const failure = { code: 'beforePreviousStep', parameters: { field: 'receivedAt' } };

  it('was handed over', async () => {
    await ok(desk.as(DESK, registerLetter, letter({ category: 'other' })));
    const handedOver = { id: 'l1', to: '陈静', departmentId: desk.department('行政部'), at: '2026-11-20T08:00:00.000Z' };
    await ok(desk.as(DESK, handOverLetter, handedOver));
    const reason = { reason: '看错日期' };
    expect(await refusal(desk, DESK, changeLetter, letter({ category: 'other', ...late }), reason)).toEqual(failure);
    expect(await desk.as(DESK, changeLetter, letter({ category: 'other', receivedAt: handedOver.at }), reason)).toBe('');
  });
  it('was answered', async () => {
    const asked = { category: 'other', replyNeeded: 'yes' } as const;
    await ok(desk.as(DESK, registerLetter, letter(asked)));
    await ok(
      desk.as(DESK, handOverLetter, { id: 'l1', to: '陈静', departmentId: desk.department('行政部'), at: '2026-11-23T08:00:00.000Z' }),
    );
    await ok(desk.as(DESK, closeLetter, { id: 'l1', repliedOn: '2026-11-20' }));
    const reason = { reason: '看错日期' };
    expect(await refusal(desk, DESK, changeLetter, letter({ ...asked, ...late }), reason)).toEqual(failure);
    expect(await desk.as(DESK, changeLetter, letter({ ...asked, receivedAt: '2026-11-20T08:00:00.000Z' }), reason)).toBe('');
  });
  it('was decided on', async () => {
    await ok(desk.as(DESK, registerLetter, letter({ category: 'complaint' })));
    desk.setClock('2026-11-20T09:00:00.000Z');
    await ok(desk.as('苏敏', decideLetter, { id: 'l1', outcome: 'noForm', reason: '已解决' }));
    desk.setClock('2026-11-24T01:00:00.000Z');
    const reason = { reason: '看错日期' };
    expect(await refusal(desk, DESK, changeLetter, letter({ category: 'complaint', ...late }), reason)).toEqual(failure);
    expect(await desk.as(DESK, changeLetter, letter({ category: 'complaint', receivedAt: '2026-11-20T08:00:00.000Z' }), reason)).toBe('');
  });
});
