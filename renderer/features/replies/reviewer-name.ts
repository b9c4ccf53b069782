import { useTranslation } from 'react-i18next';
import type { NeededReview } from '../../../shared/domain/reply-review.ts';
import type { ReplyReview } from '../../../shared/domain/reply-letter.ts';
import { useDesk } from '../../ui/session.tsx';

/** In which capacity somebody reviews, in words: the head of a department by the department's name. */
export function useReviewerName(): (review: NeededReview | Pick<ReplyReview, 'as' | 'departmentId'>) => string {
  const { t } = useTranslation(['replies', 'common']);
  const { departmentOf } = useDesk();
  return ({ as, departmentId }) => {
    const department = departmentOf(departmentId);
    return as === 'departmentHead' && department !== '' ? t('headOf', { department }) : t(`common:role.${as}`);
  };
}
