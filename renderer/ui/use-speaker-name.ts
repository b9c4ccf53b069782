import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from './session.tsx';

/** Who spoke in a decision, in words: a deputy with the name of whom the word was given for (DOMAIN §1). */
export function useSpeakerName(): (decision: { decidedBy: string; onBehalfOf?: string | undefined }) => string {
  const { t } = useTranslation('common');
  const { nameOf } = useDesk();
  return useCallback(
    ({ decidedBy, onBehalfOf = '' }) => {
      if (onBehalfOf === '' || onBehalfOf === decidedBy) return nameOf(decidedBy);
      return t('decision.speaksFor', { deputy: nameOf(decidedBy), name: nameOf(onBehalfOf) });
    },
    [nameOf, t],
  );
}
