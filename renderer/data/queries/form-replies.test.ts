import { expect, it } from 'vitest';
import { coordinationInput, coordinationRecord } from '../../../shared/domain/coordination-form.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { replyInput } from '../../../shared/domain/reply-letter.ts';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk } from '../../../tests/support/sample-desk.ts';
import { issueCoordinationForm } from '../operations/issue-coordination-form.ts';
import { logReception } from '../operations/log-reception.ts';
import { registerLetter } from '../operations/register-letter.ts';
import { saveReply } from '../operations/save-reply.ts';
import { repliesOfForm } from './form-replies.ts';

const DESK = '林晓燕';

it('a form shows the replies to the letter or entry it came from, and to itself where it came from none', async () => {
  const desk = await sampleDesk();
  const { database } = desk.session;
  const formOf = async (id: string) => coordinationRecord.parse(await database.coordinationForms.get(id));
  await ok(desk.as(DESK, registerLetter, { ...letterInput.parse({ category: 'report', sender: '单雄信', subject: '漏水' }), id: 'l1' }));
  const entry = receptionInput.parse({ channel: 'call', category: 'report', content: '漏水' });
  await ok(desk.as(DESK, logReception, { ...entry, id: 'e1' }));
  const sources = { x1: ['letters', 'l1'], x2: ['receptions', 'e1'], x3: ['', ''] } as const;
  for (const [id, [sourceTable, sourceId]] of Object.entries(sources)) {
    const form = coordinationInput.parse({ sourceTable, sourceId, departmentId: desk.department('工程部'), subject: '漏水' });
    await ok(desk.as(DESK, issueCoordinationForm, { ...form, id }));
  }
  const replies = { r1: ['letters', 'l1'], r2: ['receptions', 'e1'], r3: ['coordinationForms', 'x3'] } as const;
  for (const [id, [table, answered]] of Object.entries(replies)) {
    const answers = [{ table, id: answered, number: '' }];
    await ok(desk.as(DESK, saveReply, { ...replyInput.parse({ customer: '单雄信', answers }), id }));
  }
  for (const [form, reply] of [
    ['x1', 'r1'],
    ['x2', 'r2'],
    ['x3', 'r3'],
  ] as const) {
    const { links, replied } = await repliesOfForm(database, await formOf(form));
    expect([form, links.map(({ table, id }) => `${table}/${id}`), replied]).toEqual([form, [`replies/${reply}`], false]);
  }
  await database.letters.update('l1', { repliedOn: '2026-11-24' });
  expect(await repliesOfForm(database, await formOf('x1'))).toMatchObject({ replied: true });
});
