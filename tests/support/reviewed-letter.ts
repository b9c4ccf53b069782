import { expect } from 'vitest';
import type { ReplyLetter } from '../../shared/domain/reply-letter.ts';
import { advanceReply } from '../../renderer/data/operations/advance-reply.ts';
import { approveReply } from '../../renderer/data/operations/approve-reply.ts';
import { reviewReply } from '../../renderer/data/operations/review-reply.ts';
import { saveReply } from '../../renderer/data/operations/save-reply.ts';
import { sampleDesk } from './sample-desk.ts';

/** The receptionist who drafts and sends. */
export const DESK = '林晓燕';

/** The letter about parking space B2-117: it concerns property and law, so four people review it. */
export const draft = {
  id: 'r1',
  title: '关于地下车库B2-117车位漏水问题的答复函',
  salutation: '尊敬的马䶮骏先生',
  body: '来函收悉。现答复如下。',
  customer: '马䶮骏',
  unit: '12栋801',
  postalName: '马䶮骏',
  postalAddress: '浙江省杭州市西湖区桂苑路18号桂苑花园12栋801',
  postcode: '310012',
  concernsProperty: true,
  legalQuestion: true,
  departmentIds: [] as string[],
};

export const posting = {
  id: 'r1',
  form: 'registered' as const,
  postalNumber: 'XA12345678533',
  receiptNumber: '0458821',
  postedOn: '2026-11-25',
};

/** A sample desk, and the ways a letter takes on it. */
export async function replyDesk() {
  const desk = await sampleDesk();

  async function letter(id = 'r1'): Promise<ReplyLetter> {
    const found = await desk.session.database.replies.get(id);
    if (found === undefined) throw new Error('no such letter');
    return found;
  }

  /** A decision by PIN, as the host has confirmed it. */
  function byPin(name: string, opinion = '') {
    const decidedBy = desk.person(name);
    return {
      decision: { decidedBy, by: 'pin' as const, on: '2026-11-24', evidence: '', opinion },
      options: { confirmations: [{ personId: decidedBy, by: 'pin' as const, on: '2026-11-24', evidence: '' }] },
    };
  }

  function review(name: string, as: Parameters<typeof reviewReply.run>[1]['as'], outcome: 'agree' | 'return' = 'agree', id = 'r1') {
    const { decision, options } = byPin(name, outcome === 'return' ? '请写明完工日期' : '同意');
    return desk.as(DESK, reviewReply, { ...decision, id, as, outcome }, options);
  }

  function approve(name = '江海涛', id = 'r1') {
    const { decision, options } = byPin(name);
    return desk.as(DESK, approveReply, { ...decision, id }, options);
  }

  async function agreeAll(id = 'r1'): Promise<void> {
    expect(await review('郑建军', 'siteDirector', 'agree', id)).toBe('');
    expect(await review('高文斌', 'propertyManager', 'agree', id)).toBe('');
    expect(await review('沈国华', 'supervisor', 'agree', id)).toBe('');
    expect(await review('顾明远', 'lawyer', 'agree', id)).toBe('');
  }

  async function printed(id = 'r1'): Promise<void> {
    expect(await desk.as(DESK, saveReply, { ...draft, id })).toBe('');
    expect(await desk.as(DESK, advanceReply, { action: 'submit', id })).toBe('');
    await agreeAll(id);
    expect(await approve('江海涛', id)).toBe('');
    expect(await desk.as(DESK, advanceReply, { action: 'print', id })).toBe('');
  }

  return { desk, letter, byPin, review, approve, agreeAll, printed };
}
export type ReplyDesk = Awaited<ReturnType<typeof replyDesk>>;
