import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceptionInput } from '../../shared/domain/reception.ts';

/**
 * Who called or came, for people to read: of somebody who would not leave a name it says so in the reader's language, whatever
 * it was entered in. Entries of before that was marked show what was stored.
 */
export function useCallerName(): (entry: Pick<ReceptionInput, 'customer' | 'nameRefused'>) => string {
  const { t } = useTranslation('reception');
  return useCallback(({ customer, nameRefused }) => (nameRefused === true ? t('field.nameRefused') : customer), [t]);
}
