import { Anchor, Button, FileButton, Group, Input, Paper, Text } from '@mantine/core';
import { useState, type ClipboardEvent, type DragEvent } from 'react';
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
  const { t } = useTranslation('common');
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
        setProblem(`${file.name}: ${failureText(answer.error)}`);
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
          {scans.map((scan) => (
            <Group key={scan.sha256} gap={4}>
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
        </Group>
      </Paper>
    </Input.Wrapper>
  );
}

/** Opens a scan in a window of the page itself: the bytes come from the host, checked against their name. */
export function ScanLink({ scan }: { scan: Scan }) {
  const { t } = useTranslation('common');
  const host = useHost();
  const failureText = useFailureText();
  const [problem, setProblem] = useState('');

  async function save(): Promise<void> {
    const answer = await host.readScan({ sha256: scan.sha256 });
    if (!answer.ok) return setProblem(failureText(answer.error));
    const url = URL.createObjectURL(new Blob([answer.value.bytes.slice()], { type: answer.value.type }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = scan.name;
    anchor.click();
    URL.revokeObjectURL(url);
  }

  return (
    <Anchor component="button" type="button" size="sm" aria-label={t('scan.open', { name: scan.name })} onClick={() => void save()}>
      {scan.name} {problem}
    </Anchor>
  );
}
