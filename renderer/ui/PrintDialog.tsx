import { Alert, Button, Center, Group, Loader, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterEntry } from '../../shared/contract/host-calls.ts';
import { languageOf } from '../i18n/language.ts';
import { recordPrint } from '../data/operations/record-print.ts';
import { reportFailedPrint } from '../data/operations/report-failed-print.ts';
import type { PrintDocument } from '../print/print-document.tsx';
import { CameOut } from './CameOut.tsx';
import { PrintFrame } from './PrintFrame.tsx';
import { countPrints, previewOf, sheetOf, type PrintRequest } from './print-sheet.ts';
import { useDesk } from './session.tsx';
import { useFailureText } from './use-failure-text.ts';
import { useFocusBack } from './use-focus-back.ts';
import { useOperation } from './use-operation.ts';

interface PrintDialogProps {
  request: PrintRequest;
  onClose: () => void;
  /** Choices of this printout, above the preview: its paper, its parts. */
  children?: ReactNode;
}

/**
 * Preview, printer, copies, PDF. Every sheet is entered in the print log, and acknowledged there, before it is printed;
 * the browser host cannot know whether paper came out, so it asks.
 */
export function PrintDialog({ request, onClose, children }: PrintDialogProps) {
  const { t, i18n } = useTranslation('paper');
  const { session, settings, person } = useDesk();
  const run = useOperation();
  const failureText = useFailureText();
  const [printers, setPrinters] = useState<PrinterEntry[]>([]);
  const [printer, setPrinter] = useState('');
  const [silent, setSilent] = useState(false);
  const [copies, setCopies] = useState(request.copies ?? 1);
  const [working, setWorking] = useState(false);
  // Pressed before the sheet stands, it waits for it: a quick hand's Enter must not be lost.
  const [asked, setAsked] = useState<'paper' | 'pdf' | null>(null);
  const [problem, setProblem] = useState('');
  const [asking, setAsking] = useState<{ url: string; entry: string } | null>(null);
  const [done, setDone] = useState('');
  useFocusBack();
  const { database, host } = session;
  const { recordId, printout } = request.log;
  const { roll = false } = request;
  // Roll and sheets have printers of their own: what was read for the one does not hold for the other.
  const [readForRoll, setReadForRoll] = useState<boolean | null>(null);
  const printerKnown = readForRoll === roll;
  // Of the moment the dialog opened: what it prints itself must not turn its preview into a reprint.
  const [reprints, setReprints] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    void countPrints(database, recordId, printout).then((count) => wanted && setReprints(count));
    return () => {
      wanted = false;
    };
  }, [database, recordId, printout]);
  // Closed, or hidden by the lock, it sends nothing out any more; what the log took for printed is taken back.
  const open = useRef(true);
  const unsent = useRef('');
  const takeBack = async () => {
    const id = unsent.current;
    if (id !== '' && (await run(reportFailedPrint, { id }, { quiet: true })).ok) unsent.current = '';
  };
  const wake = useEffectEvent(takeBack);
  useEffect(() => {
    open.current = true;
    // On a locked desk nobody could say so: whoever comes back does.
    void wake();
    return () => {
      open.current = false;
    };
  }, []);

  useEffect(() => {
    void host.listPrinters().then((answer) => answer.ok && setPrinters(answer.value));
    void host.readHostSettings().then((answer) => {
      setReadForRoll(roll);
      if (!answer.ok) return;
      setPrinter(roll ? answer.value.rollPrinter : answer.value.sheetPrinter);
      setSilent(answer.value.printSilently);
    });
  }, [host, roll]);

  const language = languageOf(i18n);
  const { sample } = session.description;
  // The sheet says when and by whom it was printed: the moment of the preview holds for its first print.
  const [openedAt] = useState(session.clock.now());
  const facts = useMemo(() => ({ language, settings, printedBy: person.name, sample }), [language, settings, person.name, sample]);
  const preview = useMemo(
    () => (reprints === null ? null : previewOf(request, facts, { printedAt: openedAt, reprint: reprints })),
    [request, facts, openedAt, reprints],
  );

  /** Enters the print in the log; its id, or `''` when that failed. */
  async function enter(medium: 'paper' | 'pdf'): Promise<string> {
    const result = await run(recordPrint, { ...request.log, copies, medium, printer }, { quiet: true });
    if (!result.ok) {
      setProblem(result.text);
      return '';
    }
    await result.value.saved;
    if (open.current) return result.value.id;
    // Saved only after the dialog was closed or the desk locked: nobody waits for this sheet any more.
    unsent.current = result.value.id;
    await takeBack();
    return '';
  }

  async function output(medium: 'paper' | 'pdf'): Promise<void> {
    if (preview === null || working) return;
    setWorking(true);
    setProblem('');
    setDone('');
    const count = await countPrints(database, recordId, printout);
    // A second print from the same dialog is a reprint, and says so.
    const printedAt = count === reprints ? openedAt : session.clock.now();
    const { title, html, pageSize } = sheetOf(request, facts, { printedAt, reprint: count });
    const job = { title, html, pageSize };
    const entry = await enter(medium);
    if (entry !== '') {
      if (medium === 'pdf') await savePdf(job, entry);
      else await sendToPaper(job, entry);
    }
    setWorking(false);
  }

  async function failed(entry: string, text: string): Promise<void> {
    // The desk may have been locked while a window of the system was open: then it is taken back later.
    unsent.current = entry;
    await takeBack();
    setProblem(text);
  }

  async function succeeded(words: string): Promise<void> {
    const wrong = (await request.onPrinted?.()) ?? '';
    if (wrong === '') setDone(words);
    else setProblem(wrong);
  }

  async function savePdf(job: Pick<PrintDocument, 'title' | 'html' | 'pageSize'>, entry: string): Promise<void> {
    const answer = await host.savePdf(job);
    if (!answer.ok) return failed(entry, failureText(answer.error));
    const { file, pdf } = answer.value;
    // The save window was closed without a file: the person knows, and nothing went wrong.
    if (file === 'cancelled') return failed(entry, '');
    if (file === 'page') download(pdf, `${job.title}.pdf`);
    await succeeded(t(file === 'page' ? 'saved' : 'savedThere'));
  }

  async function sendToPaper(job: Pick<PrintDocument, 'title' | 'html' | 'pageSize'>, entry: string): Promise<void> {
    const answer = await host.printPaper({ ...job, printer, silent: silent && printer !== '', copies });
    if (!answer.ok) return failed(entry, failureText(answer.error));
    if (answer.value.paper === 'window') setAsking({ url: answer.value.url, entry });
    else if (answer.value.paper === 'sent') await succeeded(t('sent'));
    else await failed(entry, '');
  }

  // A button that is at work cannot be pressed, and the cursor falls off it. It goes back for the next try only: where the
  // sheet is out, one more Enter must not print it again.
  const pressed = useRef<HTMLElement | null>(null);
  const idle = !working && asked === null;
  const again = idle && asking === null && done === '';
  useEffect(() => {
    if (again && window.document.activeElement === window.document.body) pressed.current?.focus();
  }, [again]);
  function ask(medium: 'paper' | 'pdf', button: HTMLElement): void {
    pressed.current = button;
    setAsked(medium);
  }

  const begin = useEffectEvent((medium: 'paper' | 'pdf') => void output(medium));
  const ready = preview !== null && (asked === 'pdf' || printerKnown);
  useEffect(() => {
    if (asked === null || !ready) return;
    setAsked(null);
    begin(asked);
  }, [asked, ready]);

  return (
    <Modal opened onClose={onClose} title={t('preview')} size="xl">
      <Stack>
        {children}
        {preview === null ? (
          <Center h={200}>
            <Loader />
          </Center>
        ) : (
          <PrintFrame document={preview.document} title={t('preview')} />
        )}
        {preview?.masked === true && (
          <Text size="xs" c="gray.7">
            {t('previewMasked')}
          </Text>
        )}
        {asking !== null && (
          <CameOut
            url={asking.url}
            onAnswer={(out) => {
              setAsking(null);
              void (out ? succeeded(t('sent')) : failed(asking.entry, failureText({ code: 'printFailed' })));
            }}
          />
        )}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {done !== '' && <Text role="status">{done}</Text>}
        <Group align="flex-end">
          {printers.length > 0 && (
            <Select
              label={t('printer')}
              w={260}
              data={[{ value: '', label: t('default') }, ...printers.map((entry) => ({ value: entry.name, label: entry.displayName }))]}
              value={printer}
              onChange={(name) => setPrinter(name ?? '')}
            />
          )}
          <NumberInput label={t('copies')} w={80} min={1} max={99} value={copies} onChange={(value) => setCopies(Number(value) || 1)} />
          <Button onClick={(event) => ask('paper', event.currentTarget)} loading={!idle} data-autofocus>
            {t('print')}
          </Button>
          <Button variant="default" onClick={(event) => ask('pdf', event.currentTarget)} disabled={!idle}>
            {t('savePdf')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/pdf' }));
  const anchor = window.document.createElement('a');
  anchor.href = url;
  anchor.download = name.replaceAll(/[\\/:*?"<>|]/g, ' ');
  anchor.click();
  URL.revokeObjectURL(url);
}
