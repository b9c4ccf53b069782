import { describe, expect, it } from 'vitest';
import { printCompletionNotice } from '../../renderer/print/completion-notice.tsx';
import { BLANK_COORDINATION_FORM, printCoordinationForm } from '../../renderer/print/coordination-form.tsx';
import { BLANK_DISPATCH_TICKET } from '../../renderer/print/dispatch-ticket-paper.ts';
import { printDispatchTicket } from '../../renderer/print/dispatch-ticket.tsx';
import { BLANK_MESSAGE_SLIP, printMessageSlip } from '../../renderer/print/message-slip.tsx';
import { printPostingList } from '../../renderer/print/posting-list.tsx';
import { printPraiseCover, printPraiseNotice } from '../../renderer/print/praise-posting.tsx';
import type { PrintDocument } from '../../renderer/print/print-document.tsx';
import { praise } from './desk-samples.ts';
import { textOf, toPdf } from './pdf-tools.ts';
import { zhContext } from './samples.ts';

/** Fields that hold a moment: each gets a day of its own, all others a mark of their own. */
const MOMENT = /(?:At|On)$|^appointment$/;

/** The paper with a text of its own in every field, and those texts as they must stand on it. */
function marked<Paper extends object>(paper: Paper, keep: Partial<Paper>): { paper: Paper; texts: string[] } {
  const texts: string[] = [];
  const fields = Object.keys(paper)
    .filter((key) => !(key in keep))
    .map((key, at) => {
      const text = MOMENT.test(key) ? `2026-03-${String(at + 1).padStart(2, '0')}` : `Q${String(at).padStart(2, '0')}Z`;
      texts.push(text);
      return [key, text];
    });
  return { paper: { ...paper, ...keep, ...Object.fromEntries(fields) }, texts };
}

const form = marked(BLANK_COORDINATION_FORM, {
  source: 'letter',
  helping: ['Q90Z', 'Q91Z'],
  reminders: [
    { at: '2026-04-01', by: 'Q92Z' },
    { at: '2026-04-02', by: 'Q93Z' },
  ],
});
const slip = marked(BLANK_MESSAGE_SLIP, { wish: 'callBack' });
const ticket = marked(BLANK_DISPATCH_TICKET, { materials: [{ name: 'Q90Z', quantity: 'Q91Z', price: 'Q92Z', amount: 'Q93Z' }] });
const cover = marked(praise, { employees: ['Q90Z', 'Q91Z'], departments: ['Q92Z'], postedAt: 'Q93Z' });
const notice = marked(
  { number: '', title: '', customer: '', unit: '', letterDate: '', sentBy: '', postedOn: '', ground: '', completedOn: '' },
  {},
);
const noticePaper = {
  ...notice.paper,
  letterDate: '2026-04-03',
  barcode: 'KH-2026-0012',
  answers: ['Q90Z', 'Q91Z'],
  toldTo: ['Q92Z', 'Q93Z'],
};
const reason = {
  ...praise,
  praisedBy: 'Q01Z',
  unit: 'Q02Z',
  form: 'q03z',
  employees: ['Q90Z', 'Q91Z'],
  departments: ['Q92Z'],
  reason: 'Q93Z',
};
/** Who sent the worker, and when, stands on the desk's stub; a roll has none. */
const isOnRoll = (text: string) => text !== ticket.paper.dispatchedAt && text !== ticket.paper.dispatchedBy;
const MATERIAL = ['Q90Z', 'Q91Z', 'Q92Z', 'Q93Z'];

describe('every field of a paper stands on it', { timeout: 60_000 }, () => {
  it.each<[string, PrintDocument, string[]]>([
    ['coordination-a5', printCoordinationForm(form.paper, zhContext), [...form.texts, ...MATERIAL, '2026-04-01', '2026-04-02', '来函']],
    ['coordination-a4', printCoordinationForm(form.paper, zhContext, 'A4'), [...form.texts, ...MATERIAL]],
    ['slip-a5', printMessageSlip(slip.paper, zhContext), slip.texts],
    ['slip-roll', printMessageSlip(slip.paper, zhContext, 'roll'), slip.texts],
    ['ticket-a5', printDispatchTicket(ticket.paper, zhContext), [...ticket.texts, ...MATERIAL]],
    ['ticket-roll', printDispatchTicket(ticket.paper, zhContext, 'roll'), [...ticket.texts.filter(isOnRoll), ...MATERIAL]],
    ['praise-cover', printPraiseCover(cover.paper, zhContext), [...cover.texts, ...MATERIAL]],
    [
      'praise-notice',
      printPraiseNotice({ ...reason, receivedOn: '2026-03-04', postedOn: '2026-03-05' }, zhContext),
      ['Q01Z', 'Q02Z', 'q03z', ...MATERIAL, '2026年3月4日', '2026年3月5日', zhContext.companyName],
    ],
    [
      'completion-notice',
      printCompletionNotice(noticePaper, zhContext),
      [...notice.texts.filter((text) => text !== notice.paper.letterDate), ...MATERIAL, '2026-04-03'],
    ],
  ])('%s', async (name, document, texts) => {
    const text = (await textOf(await toPdf(`every-field-${name}`, document))).replaceAll(/\s/g, '');
    expect(texts.filter((one) => !text.includes(one))).toEqual([]);
  });
  it('of a posting list under its own heading', async () => {
    // In the order of the columns.
    const piece = {
      postalNumber: 'Q10Z',
      addressee: 'Q11Z',
      address: 'Q12Z',
      postcode: 'Q13Z',
      weight: 'Q14Z',
      postage: 'Q15Z',
      registration: 'Q16Z',
      returnReceipt: 'Q17Z',
      letterNumber: 'Q18Z',
    };
    const totals = { weight: 'Q20Z', postage: 'Q21Z', registration: 'Q22Z', returnReceipt: 'Q23Z', sum: 'Q24Z' };
    const list = { number: 'Q30Z', sender: 'Q31Z', postedOn: '2026-03-04', postOffice: 'Q32Z', pieces: [piece], totals };
    const text = (await textOf(await toPdf('every-field-posting', printPostingList(list, zhContext)))).replaceAll(/\s/g, '');
    expect(text).toContain(`1${Object.values(piece).join('')}`);
    expect(text).toMatch(/合计1件Q20ZQ21ZQ22ZQ23Z\D*Q24Z/);
    for (const one of ['Q30Z', 'Q31Z', 'Q32Z', '2026-03-04']) expect(text).toContain(one);
  });
});
