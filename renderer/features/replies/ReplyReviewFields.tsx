import { Checkbox, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { HANDLERS, type ReplyInput } from '../../../shared/domain/reply-letter.ts';
import { neededReviews } from '../../../shared/domain/reply-review.ts';
import { ChooseDepartments } from '../../ui/choose.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { useReviewerName } from './reviewer-name.ts';

/** Who handles the matter and what it touches: the reviewers follow from it (1:3.3, 1:3.7). */
export function ReplyReviewFields({ form }: { form: UseFormReturnType<ReplyInput> }) {
  const { t } = useTranslation(['replies', 'common']);
  const nameOf = useReviewerName();
  const { values } = form;
  return (
    <Fieldset legend={t('group.review')} p="sm">
      <Stack gap="xs">
        <Group gap="lg" align="flex-end">
          <ChoiceField
            label={t('field.handledBy')}
            value={values.handledBy}
            onChange={(handledBy) => form.setValues({ handledBy })}
            choices={HANDLERS.map((value) => ({ value, label: t(`handledByName.${value}`) }))}
          />
          <Checkbox
            label={t('field.concernsProperty')}
            checked={values.concernsProperty}
            onChange={(event) => form.setValues({ concernsProperty: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('field.legalQuestion')}
            checked={values.legalQuestion}
            onChange={(event) => form.setValues({ legalQuestion: event.currentTarget.checked })}
          />
        </Group>
        <ChooseDepartments
          label={t('field.departments')}
          value={values.departmentIds}
          onChange={(departmentIds) => form.setValues({ departmentIds })}
        />
        <Text size="sm" c="gray.7">
          {t('reviewersAre', { names: neededReviews(values).map(nameOf).join(t('common:listSeparator')) })}
        </Text>
        <TextInput label={t('field.note')} {...form.getInputProps('note')} />
      </Stack>
    </Fieldset>
  );
}
