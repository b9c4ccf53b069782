import { Alert } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayRun, type OperationName } from '../../shared/domain/permissions.ts';
import { useDesk } from './session.tsx';

/** Whether the person at the desk may run an operation: what they may not is not offered to them (DOMAIN §1). */
export function useMay(): (operation: OperationName) => boolean {
  const { roles } = useDesk().person;
  return useCallback((operation) => mayRun(roles, operation), [roles]);
}

interface MayProps {
  run: OperationName;
  children: ReactNode;
}

/** Draws a button, say, only for whoever may run its operation. */
export function May({ run, children }: MayProps) {
  return useMay()(run) ? children : null;
}

/** A form of somebody else's, come to by its address: says so in place of the form. */
export function MayGate({ run, children }: MayProps) {
  const { t } = useTranslation('shell');
  return useMay()(run) ? children : <Alert color="orange">{t('notYours')}</Alert>;
}
