import { Box, Fieldset, Group, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CHARGES, DISPATCH_URGENCIES, TRADES } from '../../../shared/domain/dispatch-order.ts';
import { phoneOnFile } from '../../../shared/domain/known-number.ts';
import { isEnteredLate } from '../../../shared/domain/step-time.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { HouseholdField, type HouseholdChoice } from '../../ui/HouseholdField.tsx';
import { FormPhoneField } from '../../ui/FormPhoneField.tsx';
import { notAbout } from '../../ui/not-about.ts';
import { useDesk } from '../../ui/session.tsx';
import type { OrderValues } from './order-values.ts';
import { ChooseWorker } from './ChooseWorker.tsx';

/** Where an order comes from that has no record of its own behind it. */
const OWN_SOURCES = ['patrol', 'steward', 'call', 'visit', 'outgoing', 'other'] as const;

interface FieldsProps {
  form: UseFormReturnType<OrderValues>;
}

/** Where it is and who says so: a flat with its people, or a public area. */
export const OrderPlaceFields = memo(Place, notAbout<OrderValues>('content', 'note', 'reason'));

function Place({ form }: FieldsProps) {
  const { t } = useTranslation('dispatch');
  const { values } = form;

  function take({ hit, member }: HouseholdChoice): void {
    if (hit.unit.kind === 'publicPlace') {
      form.setValues({ unit: '', unitId: hit.unit.id, householdId: '', publicArea: hit.unit.name });
      return;
    }
    form.setValues({
      unit: hit.unit.name,
      unitId: hit.unit.id,
      householdId: hit.household?.id ?? '',
      publicArea: '',
      ...(member === null
        ? {}
        : {
            customer: member.name,
            customerReading: member.reading,
            phone: member.phone,
            phoneFrom: phoneOnFile(hit.household, member),
          }),
    });
  }

  return (
    <SimpleGrid cols={4} spacing="sm" verticalSpacing="xs">
      <HouseholdField
        label={t('field.unit')}
        description={t('placeHelp')}
        value={values.unit}
        onChange={(unit) => form.setValues({ unit, unitId: '', householdId: '' })}
        onChoose={take}
        error={form.errors['unit']}
        autoFocus={values.unit === ''}
      />
      <HouseholdField
        label={t('field.publicArea')}
        description={t('areaHelp')}
        value={values.publicArea}
        onChange={(publicArea) => form.setValues(values.unit === '' ? { publicArea, unitId: '', householdId: '' } : { publicArea })}
        onChoose={take}
      />
      <TextInput label={t('field.customer')} {...form.getInputProps('customer')} />
      <FormPhoneField form={form} label={t('field.phone')} />
    </SimpleGrid>
  );
}

/** What is wrong, which trade, how urgent, who pays, when. */
export const OrderWorkFields = memo(Work, notAbout<OrderValues>('unit', 'publicArea', 'customer', 'phone', 'reason'));

function Work({ form, fixedSource }: FieldsProps & { fixedSource: boolean }) {
  const { t } = useTranslation('dispatch');
  const { values } = form;
  const trade = useRef<HTMLDivElement>(null);

  // Filled from a source, the first thing to say is the trade.
  useEffect(() => {
    if (fixedSource) trade.current?.querySelector('input')?.focus();
  }, [fixedSource]);

  return (
    <>
      <Group gap="lg" align="flex-start">
        <Box ref={trade}>
          <ChoiceField
            label={t('field.trade')}
            withAsterisk
            value={values.trade}
            onChange={(next) => form.setValues({ trade: next })}
            choices={TRADES.map((value) => ({ value, label: t(`trade.${value}`) }))}
          />
        </Box>
        <ChoiceField
          label={t('field.urgency')}
          value={values.urgency}
          onChange={(urgency) => form.setValues({ urgency })}
          choices={DISPATCH_URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        />
        <ChoiceField
          label={t('field.charge')}
          value={values.charge}
          onChange={(charge) => form.setValues({ charge })}
          choices={CHARGES.map((value) => ({ value, label: t(`charge.${value}`) }))}
        />
        {!fixedSource && (
          <ChoiceField
            label={t('field.source')}
            value={values.source}
            onChange={(source) => form.setValues({ source })}
            choices={OWN_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
          />
        )}
      </Group>
      {fixedSource && (
        <Text size="sm" c="gray.7">
          {[t('field.source'), t(`source.${values.source}`), values.sourceNumber].join(' ')}
        </Text>
      )}
      <Textarea label={t('field.content')} withAsterisk minRows={3} maxRows={8} {...form.getInputProps('content')} />
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <DateTimeField
          label={t('field.reportedAt')}
          description={t('reportedHelp')}
          value={values.reportedAt}
          keptAs="reportedAt"
          onChange={(reportedAt) => form.setValues({ reportedAt })}
          error={form.errors['reportedAt']}
        />
        <DateTimeField
          label={t('field.appointmentAt')}
          description={t('appointmentHelp')}
          withAsterisk={values.urgency === 'planned'}
          value={values.appointmentAt}
          keptAs="appointmentAt"
          onChange={(appointmentAt) => form.setValues({ appointmentAt })}
        />
        <TextInput label={t('field.note')} {...form.getInputProps('note')} />
      </SimpleGrid>
    </>
  );
}

/** Whom a new order is sent to at once, and when somebody was, where it is entered late. */
export const SendToFields = memo(SendTo, notAbout<OrderValues>('unit', 'publicArea', 'customer', 'phone', 'content', 'note', 'reason'));

function SendTo({ form }: FieldsProps) {
  const { t } = useTranslation('dispatch');
  const { session } = useDesk();
  const { departmentId, reportedAt, sentAt } = form.values;
  const late = isEnteredLate(reportedAt, session.clock.now());
  return (
    <Fieldset legend={t('sendTo')} p="xs">
      <ChooseWorker value={form.values} onChange={(sent) => form.setValues(sent)} help={t('sendToHelp')} />
      {departmentId !== '' && (late || sentAt !== '') && (
        <DateTimeField
          label={t('field.dispatchedAt')}
          description={t('reportedHelp')}
          value={sentAt}
          keptAs="sentAt"
          onChange={(at) => form.setValues({ sentAt: at })}
          error={form.errors['sentAt']}
          w={240}
        />
      )}
    </Fieldset>
  );
}
