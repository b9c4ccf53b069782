import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetLostScans, lostScans } from '../../data/lost-scans.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';
import type { Upkeep } from './use-desk-upkeep.ts';

interface BannersProps {
  upkeep: Upkeep;
  clockBack: boolean;
  tornCut: boolean;
}

/** What the desk has to say about itself, on the lock screen too: nothing of it is about customers. */
export function Banners({ upkeep, clockBack, tornCut }: BannersProps) {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [lost, setLost] = useState(lostScans);
  const { backupProblem } = upkeep;
  const reload = (
    <Button size="compact-sm" onClick={() => globalThis.location.reload()}>
      {t('reload')}
    </Button>
  );
  return (
    <>
      {upkeep.journalBrokenAt !== '' && (
        <Alert color="red" role="alert">
          <Group>
            {t('journalBroken', { place: upkeep.journalBrokenAt })}
            {reload}
          </Group>
        </Alert>
      )}
      {upkeep.storeDamaged && (
        <Alert color="red" role="alert">
          <Group>
            {t('storeDamaged')}
            {reload}
          </Group>
        </Alert>
      )}
      {upkeep.leaseLost && (
        <Alert color="red" role="alert">
          <Group>
            {t('leaseLost')}
            {reload}
          </Group>
        </Alert>
      )}
      {clockBack && (
        <Alert color="orange" role="alert">
          {t('clockBack')}
        </Alert>
      )}
      {tornCut && (
        <Alert color="orange" role="status">
          {t('tornCut')}
        </Alert>
      )}
      {lost > 0 && (
        <Alert
          color="orange"
          role="alert"
          withCloseButton
          closeButtonLabel={common('close')}
          onClose={() => {
            forgetLostScans();
            setLost(0);
          }}
        >
          {t('lostScans', { count: lost })}
        </Alert>
      )}
      {backupProblem !== null && (
        <Alert color="orange" role="alert" withCloseButton closeButtonLabel={common('close')} onClose={upkeep.readBackupProblem}>
          {t(`backupFailed.${backupProblem.place}`, { reason: failureText(backupProblem.failure) })}
        </Alert>
      )}
      {upkeep.lowSpace !== null && (
        <Alert color="orange" role="alert">
          {t('lowSpace', { free: `${Math.round(upkeep.lowSpace / 1024 / 1024)} MB` })}
        </Alert>
      )}
    </>
  );
}
