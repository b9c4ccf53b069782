import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PraiseGap } from '../../shared/domain/praise-posting.ts';
import { useDesk } from './session.tsx';

/** What of a praise letter still has to hang, in words: 保安部未张贴复印件. */
export function usePraiseGapText(): (gap: PraiseGap) => string {
  const { t } = useTranslation('praise');
  const { departmentOf } = useDesk();
  return useCallback(
    (gap) => {
      if (typeof gap === 'string') return t(`gap.${gap}`);
      return 'copyIn' in gap
        ? t('gap.copyIn', { department: departmentOf(gap.copyIn) })
        : t('gap.departmentOf', { name: gap.departmentOf });
    },
    [t, departmentOf],
  );
}
