import { FailureError } from '../../../shared/contract/result.ts';
import { praiseInput } from '../../../shared/domain/praise-posting.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { openPraisePostingInput } from './open-praise-posting.ts';

/**
 * Notes what comes after the posting: number of the reward notice, where the letter or banner is kept, photos. Completes the
 * entry and corrects nothing, so it needs no reason. Fails with `alreadyCancelled`.
 */
export const filePraisePosting = defineOperation({
  name: 'file-praise-posting',
  input: praiseInput
    .pick({ rewardNoticeNumber: true, keptWhere: true, photos: true })
    .extend(openPraisePostingInput.pick({ id: true }).shape),
  tables: ['praises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const praise = await context.get('praises', input.id);
    if (praise.state === 'cancelled') throw new FailureError('alreadyCancelled');
    const { rewardNoticeNumber, keptWhere, photos } = input;
    await context.put('praises', { ...praise, rewardNoticeNumber, keptWhere, photos });
    return praise.id;
  },
});
