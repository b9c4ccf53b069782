import { z } from 'zod';
import { count, line, localDate, paragraph, recordBase, reference, scans } from './fields.ts';

/** Notices 通知、告示 and reward/penalty notices 奖惩公告 (DOMAIN §§6, 8, 11; 4:职责3, 3:3.6). */

export const NOTICE_KINDS = ['notice', 'announcement', 'reward', 'penalty', 'praise'] as const;

export const noticeInput = z.object({
  kind: z.enum(NOTICE_KINDS).default('notice'),
  /** As the company numbers it; `''` when it has none. */
  number: line,
  title: line,
  text: paragraph,
  signedAs: line,
  dated: localDate,
  /** Whom a reward or penalty is about. */
  personIds: z.array(z.string()).default([]),
  checkId: reference,
  praiseId: reference,
  scans,
  note: paragraph,
});
export type NoticeInput = z.infer<typeof noticeInput>;

export const noticeRecord = recordBase.extend({
  ...noticeInput.shape,
  posted: z.array(z.object({ place: line, on: localDate, by: reference, takeDownOn: localDate, takenDownOn: localDate })).default([]),
  state: z.enum(['draft', 'posted', 'takenDown', 'cancelled']),
  timesPrinted: count,
});
export type Notice = z.infer<typeof noticeRecord>;
