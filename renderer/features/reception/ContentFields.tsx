import { Group, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RECEPTION_CATEGORIES, RELATIONS, URGENCIES } from '../../../shared/domain/reception.ts';
import { ChooseDepartment, ChoosePerson } from '../../ui/choose.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { notAbout } from '../../ui/not-about.ts';
import { useDesk } from '../../ui/session.tsx';
import type { ReceptionValues } from './reception-values.ts';

interface ContentFieldsProps {
  form: UseFormReturnType<ReceptionValues>;
  /** What saving will make the desk owe. */
  owes: 'reply' | 'message' | null;
}

const ANSWERED = ['yes', 'no'] as const;

/** What it was about, and what was said or promised. */
export const ContentFields = memo(
  Content,
  notAbout<ReceptionValues>('unit', 'customer', 'customerReading', 'callingNumber', 'numberLeft', 'reason'),
);

function Content({ form, owes }: ContentFieldsProps) {
  const { t } = useTranslation('reception');
  const { t: common } = useTranslation('common');
  const { settings, people } = useDesk();
  const { values } = form;
  return (
    <>
      <Group gap="lg" align="flex-start">
        <ChoiceField
          label={t('field.relation')}
          value={values.relation}
          onChange={(relation) => form.setValues({ relation })}
          choices={RELATIONS.map((value) => ({ value, label: common(`relation.${value}`) }))}
        />
        <ChoiceField
          label={t('field.urgency')}
          value={values.urgency}
          onChange={(urgency) => form.setValues({ urgency })}
          choices={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        />
      </Group>
      <ChoiceField
        label={t('field.category')}
        value={values.category}
        onChange={(category) => form.setValues({ category })}
        choices={RECEPTION_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      {values.category === 'colleague' && (
        <SimpleGrid cols={2} spacing="sm">
          <ChoosePerson
            label={t('field.colleague')}
            value={values.colleagueId}
            onChange={(id) => form.setValues({ colleagueId: id, colleagueName: people.find((person) => person.id === id)?.name ?? '' })}
          />
          {values.colleagueId === '' && <TextInput label={t('field.colleagueOther')} {...form.getInputProps('colleagueName')} />}
        </SimpleGrid>
      )}
      <Textarea label={t('field.content')} minRows={3} maxRows={8} {...form.getInputProps('content')} />
      <Group align="flex-start" gap="md">
        <ChoiceField
          label={t('field.answeredOnSpot')}
          value={values.answeredOnSpot}
          onChange={(answeredOnSpot) => form.setValues({ answeredOnSpot })}
          choices={ANSWERED.map((value) => ({ value, label: common(value) }))}
        />
        {owes !== null && (
          <DateTimeField
            label={t('field.promiseDueAt')}
            description={t('help.promise', { count: settings.rules.promiseHours })}
            value={values.promiseDueAt}
            keptAs="promiseDueAt"
            onChange={(promiseDueAt) => form.setValues({ promiseDueAt })}
          />
        )}
        <ChooseDepartment
          label={t('field.passedToDepartment')}
          value={values.passedToDepartmentId}
          onChange={(passedToDepartmentId) => form.setValues({ passedToDepartmentId })}
          w={140}
        />
        <ChoosePerson
          label={t('field.passedToPerson')}
          value={values.passedToPersonId}
          onChange={(passedToPersonId) =>
            form.setValues({
              passedToPersonId,
              passedToDepartmentId:
                values.passedToDepartmentId === ''
                  ? (people.find((person) => person.id === passedToPersonId)?.departmentId ?? '')
                  : values.passedToDepartmentId,
            })
          }
          w={140}
        />
        <TextInput label={t('field.note')} flex={1} miw={160} {...form.getInputProps('note')} />
      </Group>
      {values.answeredOnSpot === 'yes' && <Textarea label={t('field.answer')} minRows={1} maxRows={5} {...form.getInputProps('answer')} />}
    </>
  );
}
