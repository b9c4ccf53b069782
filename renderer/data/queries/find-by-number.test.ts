import { beforeAll, expect, it } from 'vitest';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { replyBarcode } from '../../../shared/domain/reply-letter.ts';
import { logReception } from '../operations/log-reception.ts';
import { saveReply } from '../operations/save-reply.ts';
import { pageOfNumber } from './find-by-number.ts';

const APPROVED = { number: '客函〔2026〕12号', numberYear: 2026, numberDesk: 'A', numberSerial: 12 };
let desk: SampleDesk;

beforeAll(async () => {
  desk = await sampleDesk();
  await desk.as('林晓燕', logReception, { ...sampleCall({}), id: 'entry' });
  for (const id of ['draft', 'reply']) await desk.as('林晓燕', saveReply, { id, title: '答复函' });
  await desk.session.database.replies.update('reply', APPROVED);
});

it('a prefix in small letters is scanned in capitals', async () => {
  await desk.session.database.receptions.update('entry', { number: 'jd-2026-000001' });
  expect(await pageOfNumber(desk.session.database, 'JD-2026-000001')).toBe('/reception/entry');
  await desk.session.database.receptions.update('entry', { number: 'JD-2026-000001' });
});

it.each([
  ['an entry', 'JD-2026-000001', '/reception/entry'],
  ['a reply letter, by its number', '客函〔2026〕12号', '/replies/reply'],
  ['the label of a reply letter that came back (DOMAIN §13)', replyBarcode(APPROVED), '/replies/reply'],
  ['nobody has given', 'KH-2026-0013', null],
  ['nobody can give', 'KH-0-0000', null],
])('the number of %s: %s', async (_what, number, page) => {
  expect(await pageOfNumber(desk.session.database, number)).toBe(page);
});
