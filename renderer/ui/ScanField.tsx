import { Button, FileButton, Group, Input, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_SCAN_BYTES, type Scan } from '../../shared/domain/fields.ts';
import { isDialogOpen } from './open-dialog.ts';
import { ScanLink } from './ScanList.tsx';
import { useHost } from './session.tsx';
import { useFailureText } from './use-failure-text.ts';

interface ScanFieldProps {
  label: string;
  scans: readonly Scan[];
  /** Hands over how the list changes, not the list: files that come in while others are being stored must not undo each other. */
  onChange: (change: (scans: readonly Scan[]) => Scan[]) => void;
}

/** What Chromium calls every picture of the clipboard. */
const CLIPBOARD_NAME = 'image.png';

/** Whether something dragged holds files: text on its way into a field is none of ours. */
function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/**
 * Whether something pasted here is meant for this field: pasted in it, or a picture without words anywhere in its form or
 * with the cursor nowhere. What has words goes where the cursor is: Office puts a picture of them on the clipboard too.
 */
function isPastedFor(box: HTMLElement, { target, clipboardData }: ClipboardEvent): boolean {
  if (!(target instanceof Node) || clipboardData === null || clipboardData.files.length === 0) return false;
  if (box.contains(target)) return true;
  if (clipboardData.types.includes('text/plain')) return false;
  const form = box.closest('form');
  if (form?.contains(target) === true) return true;
  return target instanceof Element && target.matches('body, main') && (!isDialogOpen() || box.closest('[role=dialog]') !== null);
}

/** Scans and photos of a record: dragged in, pasted or chosen. The host keeps them under their SHA-256 and looks at the bytes, not the name. */
export function ScanField({ label, scans, onChange }: ScanFieldProps) {
  const { t } = useTranslation(['common', 'history']);
  const host = useHost();
  const failureText = useFailureText();
  const [problems, setProblems] = useState<string[]>([]);
  /** Names of the files on their way to the host. */
  const [storing, setStoring] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const emptyInput = useRef<() => void>(null);
  // One after the other: pages stand in the order they came in.
  const turn = useRef(Promise.resolve());
  const wait = storing.length > 0 ? t('scan.storing', { names: storing.join(t('listSeparator')) }) : '';
  // A form that is saved now would leave them out: like a text that cannot be read, they keep it from being sent.
  useEffect(() => input.current?.setCustomValidity(wait), [wait]);

  function change(how: (scans: readonly Scan[]) => Scan[]): void {
    onChange(how);
    // A form that asks before it gives up what was typed hears of it as of any other field: nothing was typed here.
    box.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /**
   * Stores one file; what was wrong with it, or `''`.
   * @param held SHA-256 of what the list has; the file's own is added
   */
  async function store(file: File, name: string, held: Set<string>): Promise<string> {
    if (file.size > LARGEST_SCAN_BYTES) {
      return failureText({ code: 'scanTooLarge', parameters: { megabytes: LARGEST_SCAN_BYTES / 1024 / 1024 } });
    }
    // A folder looks like a file until it is read.
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return t('scan.unreadable');
    const answer = await host.storeScan({ bytes: new Uint8Array(bytes) });
    if (!answer.ok) return failureText(answer.error);
    const scan = { ...answer.value, name };
    if (held.has(scan.sha256)) return t('scan.already');
    held.add(scan.sha256);
    change((before) => (before.some(({ sha256 }) => sha256 === scan.sha256) ? [...before] : [...before, scan]));
    return '';
  }

  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || box.current === null || !isPastedFor(box.current, event)) return;
    event.preventDefault();
    take([...(event.clipboardData?.files ?? [])]);
    // The cursor may be in a field far above: what was pasted is seen to have come.
    box.current.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);

  function take(files: readonly File[]): void {
    emptyInput.current?.();
    setProblems([]);
    const taken = files.map((file) => ({ file, name: nameOf(file) }));
    const held = new Set(scans.map(({ sha256 }) => sha256));
    setStoring((names) => [...names, ...taken.map(({ name }) => name)]);
    for (const { file, name } of taken) {
      turn.current = turn.current.then(async () => {
        const wrong = await store(file, name, held);
        if (wrong !== '') setProblems((before) => [...before, t('history:labelled', { label: name, value: wrong })]);
        setStoring((names) => names.toSpliced(names.indexOf(name), 1));
      });
    }
  }

  /** Pictures of the clipboard all have one name: here they are told apart. */
  function nameOf(file: File): string {
    if (file.name !== CLIPBOARD_NAME) return file.name;
    const names = new Set([...scans.map((scan) => scan.name), ...storing]);
    let number = 1;
    while (names.has(t('scan.pasted', { number }))) number += 1;
    return t('scan.pasted', { number });
  }

  function remove(sha256: string): void {
    change((before) => before.filter((scan) => scan.sha256 !== sha256));
    // The button that was pressed goes with its scan, and the cursor with it.
    box.current?.focus();
  }

  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      error={problems.length === 0 ? undefined : problems.map((problem, index) => <div key={index}>{problem}</div>)}
      errorProps={{ role: 'alert' }}
    >
      <Paper
        ref={box}
        withBorder
        p="xs"
        bg={over ? 'teal.0' : undefined}
        tabIndex={0}
        role="group"
        aria-label={label}
        onDragOver={(event: DragEvent) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event: DragEvent) => {
          // Over a part of the field it is still over the field.
          if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
        }}
        onDrop={(event: DragEvent) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <Group gap="sm">
          <FileButton
            multiple
            accept="application/pdf,image/jpeg,image/png"
            ref={input}
            resetRef={emptyInput}
            // Our own words below, not the browser's bubble at a field that nobody sees.
            inputProps={{ onInvalid: (event) => event.preventDefault() }}
            onChange={take}
          >
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
                onClick={() => remove(scan.sha256)}
              >
                ×
              </Button>
            </Group>
          ))}
        </Stack>
        {wait !== '' && (
          <Text size="sm" c="gray.7" role="status">
            {wait}
          </Text>
        )}
      </Paper>
    </Input.Wrapper>
  );
}
