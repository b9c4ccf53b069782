import { expect, it } from 'vitest';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk } from '../../../tests/support/sample-desk.ts';
import { logReception } from '../operations/log-reception.ts';
import { praiseFromSource } from './praise-source.ts';

it.each([
  [{ customer: '李淑芬' }, '李淑芬', '3-2-1502'],
  [{ customer: '不愿留名', nameRefused: true }, '', ''],
])(
  'praise of a caller %j is posted under name and flat, and of one who would not give a name under neither',
  async (who, praisedBy, unit) => {
    const desk = await sampleDesk();
    const visit = receptionInput.parse({ channel: 'visit', category: 'praise', content: '保安热心', unit: '3-2-1502', ...who });
    await ok(desk.as('林晓燕', logReception, { ...visit, id: 'j1' }));
    const posting = await praiseFromSource(desk.session.database, 'receptions', 'j1', 'Asia/Shanghai');
    expect(posting).toMatchObject({ praisedBy, unit, form: 'inPerson', whatFor: '保安热心' });
  },
);
