import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { praiseState, type Hanging, type Praise } from '../../../shared/domain/praise-posting.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const hangingInput = z.object({
  id: z.string().min(1),
  place: z.string().trim().min(1, 'required').max(300),
  /** `''` = today. */
  on: z.union([z.literal(''), z.iso.date()]).default(''),
  /** `''` = whoever is at the desk. */
  by: z.string().max(64).default(''),
});

/**
 * What hangs, as it is stored. Posting what hangs already corrects it, so it needs a reason. Failures: `alreadyCancelled`,
 * `reasonMissing`, `inTheFuture`, `dateTooEarly` (before the praise was received), `dateTooLate` (after it was taken down).
 */
export async function hang(
  context: WriteContext,
  praise: Praise,
  hung: Hanging | undefined,
  input: z.output<typeof hangingInput>,
): Promise<Hanging> {
  if (praise.state === 'cancelled') throw new FailureError('alreadyCancelled');
  if (hung !== undefined && context.reason.trim() === '') throw new FailureError('reasonMissing');
  const on = input.on === '' ? context.today : input.on;
  if (on > context.today) throw new FailureError('inTheFuture', { field: 'on' });
  if (on < praise.receivedOn) throw new FailureError('dateTooEarly', { field: 'on', earliest: praise.receivedOn });
  if (hung !== undefined && hung.takenDownOn !== '' && on > hung.takenDownOn) {
    throw new FailureError('dateTooLate', { field: 'on', latest: hung.takenDownOn });
  }
  const by = input.by === '' ? context.actorId : input.by;
  await context.get('people', by);
  return { place: input.place, on, by, takenDownOn: hung?.takenDownOn ?? '' };
}

/** The original is posted in the office (2:3.3.3). Failures: those of `hang`. */
export const postPraiseOriginal = defineOperation({
  name: 'post-praise-original',
  input: hangingInput,
  tables: ['praises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const before = await context.get('praises', input.id);
    const praise = { ...before, original: await hang(context, before, before.original ?? undefined, input) };
    await context.put('praises', { ...praise, state: praiseState(praise) });
    return praise.id;
  },
});
