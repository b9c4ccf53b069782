import { Anchor, Button, FileButton, Group, Input, Modal, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../shared/domain/fields.ts';
import { useHost } from './session.tsx';
import { useFailureText } from './use-failure-text.ts';

interface ScanFieldProps {
  label: string;
  scans: readonly Scan[];
  onChange: (scans: Scan[]) => void;
}

/** Scans and photos of a record: dragged in, pasted or chosen. The host keeps them under their SHA-256 and looks at the bytes, not the name. */
export function ScanField({ label, scans, onChange }: ScanFieldProps) {
  const { t } = useTranslation(['common', 'history']);
  const host = useHost();
  const failureText = useFailureText();
  const [problem, setProblem] = useState('');
  const [over, setOver] = useState(false);

  async function take(files: readonly File[]): Promise<void> {
    setProblem('');
    const taken = [...scans];
    for (const file of files) {
      const answer = await host.storeScan({ bytes: new Uint8Array(await file.arrayBuffer()) });
      if (!answer.ok) {
        setProblem(t('history:labelled', { label: file.name, value: failureText(answer.error) }));
        continue;
      }
      const { sha256, type, bytes } = answer.value;
      if (!taken.some((scan) => scan.sha256 === sha256)) taken.push({ sha256, name: file.name, type, bytes });
    }
    onChange(taken);
  }

  return (
    <Input.Wrapper label={label} labelElement="div" error={problem === '' ? undefined : problem}>
      <Paper
        withBorder
        p="xs"
        bg={over ? 'teal.0' : undefined}
        tabIndex={0}
        role="group"
        aria-label={label}
        onPaste={(event: ClipboardEvent) => {
          const files = [...event.clipboardData.files];
          if (files.length > 0) {
            event.preventDefault();
            void take(files);
          }
        }}
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
      >
        <Group gap="sm">
          <FileButton multiple accept="application/pdf,image/jpeg,image/png" onChange={(files) => void take(files)}>
            {(props) => (
              <Button size="compact-sm" variant="default" {...props}>
                {t('scan.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="gray.7">
            {t('scan.help')}
          </Text>
        </Group>
        <Stack gap={2} mt={scans.length > 0 ? 6 : 0}>
          {scans.map((scan) => (
            <Group key={scan.sha256} gap={4} wrap="nowrap">
              <ScanLink scan={scan} />
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                aria-label={t('scan.remove', { name: scan.name })}
                onClick={() => onChange(scans.filter((one) => one.sha256 !== scan.sha256))}
              >
                ×
              </Button>
            </Group>
          ))}
        </Stack>
      </Paper>
    </Input.Wrapper>
  );
}

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
function ScanLink({ scan }: { scan: Scan }) {
  const { t } = useTranslation('common');
  const host = useHost();
  const failureText = useFailureText();
  const [problem, setProblem] = useState('');
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
    const answer = await host.readScan({ sha256: scan.sha256 });
    if (!answer.ok) return setProblem(failureText(answer.error));
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
        style={{ overflowWrap: 'anywhere' }}
        aria-label={t('scan.open', { name: scan.name })}
        onClick={() => void open()}
      >
        {scan.name} {problem}
      </Anchor>
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
