import { Anchor, Button, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/result.ts';
import type { Scan } from '../../shared/domain/fields.ts';
import { FailureWords } from './FailureWords.tsx';
import classes from './scan-list.module.css';
import { ScanThumbnail } from './ScanThumbnail.tsx';
import { useHost } from './session.tsx';

/** Scans of a record, one below the other. */
export function ScanList({ scans }: { scans: readonly Scan[] }) {
  return (
    <Stack gap={2} align="flex-start">
      {scans.map((scan) => (
        <ScanLink key={scan.sha256} scan={scan} />
      ))}
    </Stack>
  );
}

function saveAs(url: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
}

/** Shows a picture over the page and saves a PDF as a file: the bytes come from the host, checked against their name. */
export function ScanLink({ scan }: { scan: Scan }) {
  const { t } = useTranslation('common');
  const host = useHost();
  const [problem, setProblem] = useState<Failure | null>(null);
  const [picture, setPicture] = useState<Blob | null>(null);
  /** Address of the picture while it is shown; another one after a lock. */
  const [address, setAddress] = useState('');

  useEffect(() => {
    if (picture === null) return;
    const url = URL.createObjectURL(picture);
    setAddress(url);
    return () => {
      URL.revokeObjectURL(url);
      setAddress('');
    };
  }, [picture]);

  async function open(): Promise<void> {
    setProblem(null);
    const answer = await host.readScan({ sha256: scan.sha256 });
    if (!answer.ok) return setProblem(answer.error);
    const { type, bytes } = answer.value;
    const blob = new Blob([bytes.slice()], { type });
    if (type.startsWith('image/')) return setPicture(blob);
    const url = URL.createObjectURL(blob);
    saveAs(url, scan.name);
    URL.revokeObjectURL(url);
  }

  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        className={classes.link}
        aria-label={t('scan.open', { name: scan.name })}
        onClick={() => void open()}
      >
        <ScanThumbnail scan={scan} />
        {scan.name}
      </Anchor>
      {problem !== null && (
        <Text size="sm" c="red.9" role="alert">
          <FailureWords failure={problem} />
        </Text>
      )}
      <Modal opened={picture !== null} onClose={() => setPicture(null)} title={scan.name} size={1040}>
        <Stack gap="sm" align="flex-start">
          <Button size="compact-sm" variant="default" data-autofocus onClick={() => saveAs(address, scan.name)}>
            {t('scan.save')}
          </Button>
          {address !== '' && <img src={address} alt={scan.name} style={{ maxWidth: '100%' }} />}
        </Stack>
      </Modal>
    </>
  );
}
