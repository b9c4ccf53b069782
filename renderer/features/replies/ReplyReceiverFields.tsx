import { Alert, Fieldset, Input, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { phoneOnFile } from '../../../shared/domain/known-number.ts';
import { addresseeOf } from '../../../shared/domain/property.ts';
import { postalAddressOf, type ReplySource } from '../../data/queries/reply-source.ts';
import { HouseholdField, type HouseholdChoice } from '../../ui/HouseholdField.tsx';
import { FormPhoneField } from '../../ui/FormPhoneField.tsx';
import { LinkList } from '../../ui/LinkList.tsx';
import { useDesk } from '../../ui/session.tsx';

interface ReplyReceiverFieldsProps {
  form: UseFormReturnType<ReplySource['input']>;
  /** The address was put together from the estate's. */
  addressFromEstate: boolean;
}

/** To whom the letter goes, and where. */
export function ReplyReceiverFields({ form, addressFromEstate }: ReplyReceiverFieldsProps) {
  const { t } = useTranslation('replies');
  const { settings } = useDesk();
  const { values } = form;

  function choose({ hit, member }: HouseholdChoice): void {
    const { household, unit } = hit;
    const { postalAddress, postcode } = postalAddressOf(household, unit.name, settings.estate);
    form.setValues({
      unit: unit.name,
      unitId: unit.id,
      householdId: household?.id ?? '',
      language: household?.letterLanguage ?? values.language,
      postalAddress,
      postcode,
      ...(member === null
        ? {}
        : {
            customer: member.name,
            customerReading: member.reading,
            phone: member.phone,
            phoneFrom: phoneOnFile(household, member),
            postalName: addresseeOf(household, member.name),
          }),
    });
  }

  return (
    <Fieldset legend={t('group.receiver')} p="sm">
      <Stack gap="xs">
        <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
          <HouseholdField
            label={t('field.unit')}
            value={values.unit}
            onChange={(unit) => form.setValues({ unit, unitId: '', householdId: '' })}
            onChoose={choose}
            autoFocus={values.unit === ''}
          />
          <HouseholdField
            label={t('field.customer')}
            value={values.customer}
            onChange={(customer) => form.setValues({ customer })}
            onChoose={choose}
          />
          <FormPhoneField form={form} label={t('field.phone')} />
          <TextInput label={t('field.postalName')} withAsterisk {...form.getInputProps('postalName')} />
          <TextInput label={t('field.postcode')} inputMode="numeric" {...form.getInputProps('postcode')} />
        </SimpleGrid>
        <TextInput label={t('field.postalAddress')} withAsterisk {...form.getInputProps('postalAddress')} />
        {addressFromEstate && values.postalAddress !== '' && (
          <Alert color="gray" py={4}>
            {t('addressFromEstate')}
          </Alert>
        )}
        {values.postalAddress === '' && values.customer !== '' && (
          <Alert color="orange" py={4}>
            {t('addressMissing')}
          </Alert>
        )}
        {values.answers.length > 0 && (
          <Input.Wrapper label={t('field.answers')} labelElement="div">
            <LinkList links={values.answers} />
          </Input.Wrapper>
        )}
      </Stack>
    </Fieldset>
  );
}
