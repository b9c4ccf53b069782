import { Alert, Button, Group, NumberInput, Paper, Select, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostSettings, PrinterEntry } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useHostSettings } from './use-host-settings.ts';

/**
 * Printers of this PC, how far each shifts the page, and what its letters are set in. The browser host prints through the
 * browser's own window.
 */
export function PrintersSection() {
  const { session } = useDesk();
  const host = useHostSettings();
  const [printers, setPrinters] = useState<PrinterEntry[] | null>(null);
  useEffect(() => {
    void session.host.listPrinters().then((answer) => setPrinters(answer.ok ? answer.value : []));
  }, [session.host]);
  if (host.settings === null || printers === null) return null;
  // The browser's own print window asks: what was chosen here would have no effect.
  const asked = session.description.host === 'browser';
  return <PrintersForm key={JSON.stringify(host.settings)} settings={host.settings} printers={asked ? null : printers} save={host.save} />;
}

interface PrintersFormProps {
  settings: HostSettings;
  /** `null` where the browser asks for the printer. */
  printers: readonly PrinterEntry[] | null;
  save(settings: HostSettings): Promise<Failure | null>;
}

function PrintersForm({ settings, printers, save }: PrintersFormProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const [problem, setProblem] = useState<Failure | null>(null);
  const form = useForm({
    initialValues: {
      sheetPrinter: settings.sheetPrinter,
      rollPrinter: settings.rollPrinter,
      printSilently: settings.printSilently,
      printerOffsets: settings.printerOffsets,
      systemFangSong: settings.systemFangSong,
    },
  });
  return (
    <Paper withBorder p="md" component="form" onSubmit={form.onSubmit((values) => void save({ ...settings, ...values }).then(setProblem))}>
      <Stack gap="sm">
        <Title order={2}>{t('section.printers')}</Title>
        {printers === null ? (
          <Alert color="gray">{t('browserPrints')}</Alert>
        ) : (
          <PrinterFields form={form} settings={settings} printers={printers} />
        )}
        <Switch
          label={t('field.systemFangSong')}
          description={t('fangSongHelp')}
          {...form.getInputProps('systemFangSong', { type: 'checkbox' })}
        />
        {problem !== null && (
          <Alert color="red" role="alert">
            <FailureWords failure={problem} />
          </Alert>
        )}
        <Button type="submit" w="fit-content">
          {common('save')}
        </Button>
      </Stack>
    </Paper>
  );
}

interface PrinterFieldsProps {
  form: UseFormReturnType<Pick<HostSettings, 'sheetPrinter' | 'rollPrinter' | 'printSilently' | 'printerOffsets' | 'systemFangSong'>>;
  settings: HostSettings;
  printers: readonly PrinterEntry[];
}

/** Which printer takes what, and how far each shifts the page. */
function PrinterFields({ form, settings, printers }: PrinterFieldsProps) {
  const { t } = useTranslation('settings');
  const names = [...new Set([...printers.map((printer) => printer.name), settings.sheetPrinter, settings.rollPrinter])].filter(
    (name) => name !== '',
  );
  const labelOf = (name: string) => printers.find((printer) => printer.name === name)?.displayName ?? t('printerGone', { name });
  const choices = [{ value: '', label: t('printerDialog') }, ...names.map((name) => ({ value: name, label: labelOf(name) }))];
  const used = [...new Set([form.values.sheetPrinter, form.values.rollPrinter])].filter((name) => name !== '');

  function setOffset(name: string, axis: 'x' | 'y', value: string | number): void {
    const offset = form.values.printerOffsets[name] ?? { x: 0, y: 0 };
    form.setFieldValue('printerOffsets', { ...form.values.printerOffsets, [name]: { ...offset, [axis]: Number(value) || 0 } });
  }

  return (
    <>
      <Group grow align="flex-start">
        <Select label={t('field.sheetPrinter')} data={choices} {...form.getInputProps('sheetPrinter')} />
        <Select label={t('field.rollPrinter')} data={choices} {...form.getInputProps('rollPrinter')} />
      </Group>
      <Switch
        label={t('field.printSilently')}
        description={t('silentHelp')}
        {...form.getInputProps('printSilently', { type: 'checkbox' })}
      />
      {used.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('offsets')}
          </Text>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('printer')}</Table.Th>
                <Table.Th>{t('offsetX')}</Table.Th>
                <Table.Th>{t('offsetY')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {used.map((name) => (
                <Table.Tr key={name}>
                  <Table.Td>{labelOf(name)}</Table.Td>
                  {(['x', 'y'] as const).map((axis) => (
                    <Table.Td key={axis}>
                      <NumberInput
                        size="xs"
                        w={100}
                        min={-30}
                        max={30}
                        step={0.5}
                        decimalScale={1}
                        aria-label={`${labelOf(name)}: ${t(axis === 'x' ? 'offsetX' : 'offsetY')}`}
                        value={form.values.printerOffsets[name]?.[axis] ?? 0}
                        onChange={(value) => setOffset(name, axis, value)}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </>
  );
}
