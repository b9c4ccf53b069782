import { Alert, Button, Code, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenBook } from './open-book.ts';
import { RecoveryCodePrint } from './RecoveryCodePrint.tsx';

interface RecoveryCodeCardProps {
  book: OpenBook;
  /** Who is unlocked and prints it. */
  personId: string;
  code: string;
  onDone: () => void;
}

/** The one-time recovery code: shown once, to be written down or printed. */
export function RecoveryCodeCard({ book, personId, code, onDone }: RecoveryCodeCardProps) {
  const { t } = useTranslation('boot');
  const [printing, setPrinting] = useState(false);
  return (
    <Stack>
      <Alert color="orange" title={t('wizard.recoveryTitle')}>
        {t('wizard.recoveryText')}
      </Alert>
      <Code block fz="xl" ta="center" aria-label={t('wizard.step.recovery')}>
        {code}
      </Code>
      <Group>
        <Button variant="default" onClick={() => setPrinting(true)}>
          {t('wizard.printCode')}
        </Button>
        <Button onClick={onDone} data-autofocus>
          {t('wizard.done')}
        </Button>
      </Group>
      {printing && <RecoveryCodePrint book={book} personId={personId} code={code} onClose={() => setPrinting(false)} />}
    </Stack>
  );
}
