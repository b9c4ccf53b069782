import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RecoveryCodeCardProps {
  code: string;
  /** Prints the code; left out where no printing is possible yet. */
  onPrint?: () => void;
  onDone: () => void;
}

/** The one-time recovery code: shown once, to be written down or printed. */
export function RecoveryCodeCard({ code, onPrint, onDone }: RecoveryCodeCardProps) {
  const { t } = useTranslation('boot');
  return (
    <Stack>
      <Alert color="orange" title={t('wizard.recoveryTitle')}>
        {t('wizard.recoveryText')}
      </Alert>
      <Code block fz="xl" ta="center" aria-label={t('wizard.step.recovery')}>
        {code}
      </Code>
      <Group>
        {onPrint !== undefined && (
          <Button variant="default" onClick={onPrint}>
            {t('wizard.printCode')}
          </Button>
        )}
        <Button onClick={onDone} data-autofocus>
          {t('wizard.done')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('wizard.intro')}
      </Text>
    </Stack>
  );
}
