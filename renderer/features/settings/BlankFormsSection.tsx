import { Button, NumberInput, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../ui/may.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { BLANK_FORMS, printBlankForm, type BlankForm } from './blank-forms.ts';

/** Sheets of one form printed at once. */
const MOST_SHEETS = 20;

/** Blank forms of every register, to be printed before the power goes (DOMAIN §13). */
export function BlankFormsSection() {
  const { t } = useTranslation(['settings', 'reception', 'letters', 'praise', 'paper']);
  const [sheets, setSheets] = useState(2);
  const [form, setForm] = useState<BlankForm | null>(null);
  const request = useMemo<PrintRequest | null>(
    () =>
      form === null
        ? null
        : {
            build: (context) => printBlankForm(form, sheets, t, context),
            log: { printout: 'blankForm', table: '', recordId: '', recordNumber: '', personalData: false, range: form },
          },
    [form, sheets, t],
  );
  const mayPrint = useMay()('record-print');
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{t('blank.title')}</Title>
        <Text size="sm">{t('blank.help')}</Text>
        {mayPrint ? (
          <>
            <NumberInput
              label={t('blank.sheets')}
              w={120}
              min={1}
              max={MOST_SHEETS}
              clampBehavior="strict"
              allowDecimal={false}
              value={sheets}
              onChange={(value) => setSheets(Math.max(1, Number(value)))}
            />
            <SimpleGrid cols={3} spacing="sm">
              {BLANK_FORMS.map((one) => (
                <Button key={one} variant="default" onClick={() => setForm(one)}>
                  {t(`blank.${one}`)}
                </Button>
              ))}
            </SimpleGrid>
          </>
        ) : (
          <Text>{t('blank.byTheDesk')}</Text>
        )}
        {request !== null && <PrintDialog request={request} onClose={() => setForm(null)} />}
      </Stack>
    </Paper>
  );
}
