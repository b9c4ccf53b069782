import { SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLiveQuery } from 'dexie-react-hooks';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneOnFile } from '../../../shared/domain/known-number.ts';
import { LETTER_MEANS } from '../../../shared/domain/letter.ts';
import type { BookDatabase } from '../../data/database.ts';
import { letterWithPostalNumber } from '../../data/queries/find-letters.ts';
import { ChoosePerson } from '../../ui/choose.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { HouseholdField, type HouseholdChoice } from '../../ui/HouseholdField.tsx';
import { FormPhoneField } from '../../ui/FormPhoneField.tsx';
import { notAbout } from '../../ui/not-about.ts';
import { ChooseEarlierLetter } from './ChooseEarlierLetter.tsx';
import type { LetterValues } from './letter-values.ts';

interface LetterOriginFieldsProps {
  form: UseFormReturnType<LetterValues>;
  database: BookDatabase;
  letterId: string;
}

/** How and when the letter came, and who sent it. */
export const LetterOriginFields = memo(Origin, notAbout<LetterValues>('subject', 'summary', 'enclosures', 'keptWhere', 'note'));

function Origin({ form, database, letterId }: LetterOriginFieldsProps) {
  const { t } = useTranslation('letters');
  const { values } = form;
  const byPost = values.means === 'post';
  const repeated = useLiveQuery(
    () => letterWithPostalNumber(database, values.postalNumber, letterId),
    [database, values.postalNumber, letterId],
  );

  function choose({ hit, member }: HouseholdChoice): void {
    form.setValues({
      unit: hit.unit.name,
      unitId: hit.unit.id,
      householdId: hit.household?.id ?? '',
      ...(member === null
        ? {}
        : {
            sender: member.name,
            senderReading: member.reading,
            // A number the letter itself gives counts for more than the one on file.
            ...(values.phone === '' ? { phone: member.phone, phoneFrom: phoneOnFile(hit.household, member) } : {}),
          }),
    });
  }

  return (
    <>
      <ChoiceField
        label={t('field.means')}
        value={values.means}
        onChange={(means) => form.setValues({ means })}
        choices={LETTER_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
      />
      <SimpleGrid cols={4} spacing="sm" verticalSpacing="xs">
        <HouseholdField
          label={t('field.sender')}
          value={values.sender}
          onChange={(sender) => form.setValues({ sender })}
          onChoose={choose}
          data-first-field
        />
        <TextInput label={t('field.senderReading')} {...form.getInputProps('senderReading')} />
        <HouseholdField
          label={t('field.unit')}
          value={values.unit}
          onChange={(unit) => form.setValues({ unit, unitId: '', householdId: '' })}
          onChoose={choose}
        />
        <FormPhoneField form={form} label={t('field.phone')} />
        <DateTimeField
          label={t('field.receivedAt')}
          value={values.receivedAt}
          keptAs="receivedAt"
          onChange={(receivedAt) => form.setValues({ receivedAt })}
          error={form.errors['receivedAt']}
        />
        <DateField
          label={t('field.letterDate')}
          lean="past"
          value={values.letterDate}
          keptAs="letterDate"
          onChange={(letterDate) => form.setValues({ letterDate })}
          error={form.errors['letterDate']}
        />
        {byPost && (
          <DateField
            label={t('field.postmarkDate')}
            lean="past"
            value={values.postmarkDate}
            keptAs="postmarkDate"
            onChange={(postmarkDate) => form.setValues({ postmarkDate })}
            error={form.errors['postmarkDate']}
          />
        )}
        {byPost && (
          <TextInput
            label={t('field.postalNumber')}
            {...form.getInputProps('postalNumber')}
            description={repeated === undefined || repeated === null ? undefined : t('repeatedNumber', { number: repeated.number })}
          />
        )}
        <ChoosePerson
          label={t('field.receivedBy')}
          placeholder={t('help.receivedBy')}
          value={values.receivedBy}
          onChange={(receivedBy) => form.setValues({ receivedBy })}
        />
        <ChooseEarlierLetter form={form} letterId={letterId} />
      </SimpleGrid>
    </>
  );
}
