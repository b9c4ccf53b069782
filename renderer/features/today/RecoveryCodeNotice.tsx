import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { holdsRole } from '../../../shared/domain/person.ts';
import { useDesk } from '../../ui/session.tsx';

/** Tells a supervisor that the book has no recovery code, and leads to where one is made: it is the only help for forgotten PINs. */
export function RecoveryCodeNotice() {
  const { t } = useTranslation('today');
  const { session, person } = useDesk();
  const [, go] = useLocation();
  const [missing, setMissing] = useState(false);
  // The sample estate shows its PINs.
  const concerned = holdsRole(person, 'supervisor') && !session.description.sample;

  useEffect(() => {
    if (!concerned) return;
    void session.host.pinState().then((answer) => answer.ok && setMissing(!answer.value.recoveryCodeExists));
  }, [session.host, concerned]);

  if (!concerned || !missing) return null;
  return (
    <Alert color="orange" py="xs" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('recoveryCodeMissing')}</Text>
        <Button size="compact-sm" variant="default" onClick={() => go('/settings/backup')} style={{ flexShrink: 0 }}>
          {t('recoveryCodeMake')}
        </Button>
      </Group>
    </Alert>
  );
}
