import { NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTER_CATEGORIES, type LetterCategory } from '../../../shared/domain/letter.ts';
import { ChooseDepartment } from '../../ui/choose.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { ScanField } from '../../ui/ScanField.tsx';
import { notAbout } from '../../ui/not-about.ts';
import type { LetterValues } from './letter-values.ts';

const ANSWERS = ['yes', 'no'] as const;

/** What the letter is about, and what it asks for. */
export const LetterContentFields = memo(Content, notAbout<LetterValues>('sender', 'unit', 'senderReading', 'phone', 'postalNumber'));

function Content({ form }: { form: UseFormReturnType<LetterValues> }) {
  const { t } = useTranslation(['letters', 'common']);
  const { settings } = useDesk();
  const { values } = form;
  // The arrow keys choose every category they pass: what one of them brought along goes with it.
  const neededByCategory = useRef(false);

  function chooseCategory(category: LetterCategory): void {
    const unsaid = values.replyNeeded === '' || neededByCategory.current;
    // A complaint normally leads to a reply letter (DOMAIN §3).
    neededByCategory.current = unsaid && category === 'complaint';
    form.setValues({ category, ...(unsaid ? { replyNeeded: category === 'complaint' ? 'yes' : '' } : {}) });
  }

  return (
    <>
      <ChoiceField
        label={t('field.category')}
        value={values.category}
        onChange={chooseCategory}
        choices={LETTER_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <TextInput label={t('field.subject')} {...form.getInputProps('subject')} />
      <Textarea label={t('field.summary')} minRows={3} maxRows={8} {...form.getInputProps('summary')} />
      <SimpleGrid cols={4} spacing="sm" verticalSpacing="xs">
        <NumberInput
          label={t('field.pages')}
          min={0}
          max={9999}
          value={values.pages === 0 ? '' : values.pages}
          onChange={(pages) => form.setValues({ pages: Number(pages) || 0 })}
        />
        <TextInput label={t('field.enclosures')} {...form.getInputProps('enclosures')} />
        <ChooseDepartment
          label={t('field.department')}
          value={values.departmentId}
          onChange={(departmentId) => form.setValues({ departmentId })}
        />
        <TextInput label={t('field.keptWhere')} {...form.getInputProps('keptWhere')} />
        <ChoiceField
          label={t('field.replyNeeded')}
          value={values.replyNeeded}
          onChange={(replyNeeded) => {
            neededByCategory.current = false;
            form.setValues({ replyNeeded });
          }}
          choices={ANSWERS.map((value) => ({ value, label: t(`common:${value}`) }))}
        />
        {values.replyNeeded === 'yes' && (
          <DateField
            label={t('field.replyDueOn')}
            lean="future"
            placeholder={t('help.replyDue', { count: settings.rules.replyWorkingDays })}
            value={values.replyDueOn}
            keptAs="replyDueOn"
            onChange={(replyDueOn) => form.setValues({ replyDueOn })}
          />
        )}
        <DateField
          label={t('field.answerBy')}
          lean="future"
          value={values.answerBy}
          keptAs="answerBy"
          onChange={(answerBy) => form.setValues({ answerBy })}
        />
        <TextInput label={t('field.note')} {...form.getInputProps('note')} />
      </SimpleGrid>
      <ScanField
        label={t('field.scans')}
        scans={values.scans}
        onChange={(change) => form.setValues(({ scans = [] }) => ({ scans: change(scans) }))}
      />
    </>
  );
}
