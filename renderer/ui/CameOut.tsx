import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface CameOutProps {
  /** Where the print page waits. */
  url: string;
  /** Whether paper came out. */
  onAnswer: (out: boolean) => void;
}

/** Opens the browser's own print window, and asks what no browser tells: whether the sheet came out. */
export function CameOut({ url, onAnswer }: CameOutProps) {
  const { t } = useTranslation('paper');
  return (
    <Alert color="orange" title={t('cameOut')}>
      <PaperWindow url={url} />
      <Group>
        <Button onClick={() => onAnswer(true)}>{t('cameOutYes')}</Button>
        <Button variant="default" onClick={() => onAnswer(false)}>
          {t('cameOutNo')}
        </Button>
      </Group>
    </Alert>
  );
}

/**
 * The browser's own print window over the print page, once it has loaded. The page is ours and runs no script (its CSP says
 * so); a sandbox would keep the print window shut.
 */
function PaperWindow({ url }: { url: string }) {
  const { t } = useTranslation('paper');
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox
    <iframe
      title={t('print')}
      src={url}
      style={{ position: 'absolute', width: 1, height: 1, border: 0, opacity: 0 }}
      onLoad={(event) => event.currentTarget.contentWindow?.print()}
    />
  );
}
