import { useTranslation } from 'react-i18next';
import type { PraiseGap } from '../../shared/domain/praise-posting.ts';
import { useDesk } from './session.tsx';

export interface PraiseWords {
  departmentOf(id: string): string;
  nameOf(id: string): string;
  /** What still has to hang, in words: 保安部未张贴复印件. */
  gapText(gap: PraiseGap): string;
}

/** Names and gaps of praise as screens and paper word them. */
export function usePraiseWords(): PraiseWords {
  const { t } = useTranslation('praise');
  const { people, departments } = useDesk();
  const departmentOf = (id: string) => departments.find((one) => one.id === id)?.name ?? '';
  return {
    departmentOf,
    nameOf: (id) => people.find((one) => one.id === id)?.name ?? '',
    gapText: (gap) => {
      if (typeof gap === 'string') return t(`gap.${gap}`);
      return 'copyIn' in gap
        ? t('gap.copyIn', { department: departmentOf(gap.copyIn) })
        : t('gap.departmentOf', { name: gap.departmentOf });
    },
  };
}
