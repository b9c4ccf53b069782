import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useScreenState } from './screen-state.ts';

/** Sizes a printout can be had in; the same word names them for every printout. */
type PaperName = 'A5' | 'A4' | 'roll' | 'threeParts';

interface PaperChoice<Size> {
  size: Size;
  /** Goes above the preview. */
  control: ReactNode;
}

/**
 * The paper of a printout: the choice is remembered for the next one of its kind, at this desk.
 * @param id names the choice among what the screens remember
 * @param papers its sizes, the usual one first, and the words for each
 * @returns `null` until the remembered choice has been read
 */
export function usePaperChoice<Size extends string>(
  id: string,
  papers: Record<Size, PaperName>,
  usual: NoInfer<Size>,
): PaperChoice<Size> | null {
  const { t } = useTranslation('paper');
  const [remembered, setRemembered] = useScreenState(id, z.string(), usual);
  if (remembered === null) return null;
  const isSize = (value: string): value is Size => value in papers;
  const size = isSize(remembered) ? remembered : usual;
  const sizes = Object.keys(papers).filter(isSize);
  return {
    size,
    control: (
      <SegmentedControl
        aria-label={t('paper')}
        w="fit-content"
        data={sizes.map((value) => ({ value, label: t(`size.${papers[value]}`) }))}
        value={size}
        onChange={setRemembered}
      />
    ),
  };
}
