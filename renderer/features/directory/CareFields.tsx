import { Alert, Chip, Fieldset, Group, Input, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { hasHealthConsent, householdInput, type HouseholdInput } from '../../../shared/domain/property.ts';
import { DateField } from '../../ui/DateField.tsx';
import { useDesk } from '../../ui/session.tsx';

const CARE_KINDS = ['elderly', 'oftenIll', 'notPermanent', 'other'] as const;
const CARE_EVERY = ['', 'daily', 'weekly', 'fortnightly', 'monthly'] as const;

/** Care household 重点业户 (5:7). Notes on health are written only while a recorded consent is in force. */
export function CareFields({ form }: { form: UseFormReturnType<HouseholdInput> }) {
  const { t } = useTranslation('directory');
  const { session, settings } = useDesk();
  const { careKinds, careMind, healthConsent, healthNote } = form.values;
  // What was written stays in sight: a note that nobody sees could neither be removed nor keep its consent.
  const shown = careKinds.length > 0 || careMind !== '' || healthNote !== '';
  const consented = hasHealthConsent(healthConsent, localDateOf(session.clock.now(), settings.desk.zone));
  return (
    <Fieldset legend={t('careTitle')} p="sm">
      <Stack gap="sm">
        <Chip.Group
          multiple
          value={careKinds}
          onChange={(kinds) => form.setFieldValue('careKinds', householdInput.shape.careKinds.parse(kinds))}
        >
          <Group gap={6} role="group" aria-label={t('field.careKinds')}>
            {CARE_KINDS.map((kind) => (
              <Chip key={kind} value={kind} size="xs" radius="sm">
                {t(`careKinds.${kind}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {shown && (
          <>
            <SimpleGrid cols={2} spacing="sm">
              <Select
                label={t('field.careEvery')}
                data={CARE_EVERY.map((every) => ({ value: every, label: t(`careEvery.${every === '' ? 'none' : every}`) }))}
                {...form.getInputProps('careEvery')}
              />
              <DateField
                label={t('field.careNextOn')}
                value={form.values.careNextOn}
                keptAs="careNextOn"
                onChange={(value) => form.setFieldValue('careNextOn', value)}
              />
            </SimpleGrid>
            <Textarea label={t('field.careMind')} description={t('careMindHelp')} maxLength={5000} {...form.getInputProps('careMind')} />
            <Input.Wrapper label={t('consentTitle')} labelElement="div">
              <SimpleGrid cols={4} spacing="xs">
                <DateField
                  label={t('consent.givenOn')}
                  value={healthConsent.givenOn}
                  keptAs="givenOn"
                  onChange={(value) => form.setFieldValue('healthConsent.givenOn', value)}
                />
                <TextInput label={t('consent.scope')} maxLength={300} {...form.getInputProps('healthConsent.scope')} />
                <DateField
                  label={t('consent.until')}
                  value={healthConsent.until}
                  keptAs="until"
                  onChange={(value) => form.setFieldValue('healthConsent.until', value)}
                />
                <DateField
                  label={t('consent.withdrawnOn')}
                  value={healthConsent.withdrawnOn}
                  keptAs="withdrawnOn"
                  onChange={(value) => form.setFieldValue('healthConsent.withdrawnOn', value)}
                />
              </SimpleGrid>
            </Input.Wrapper>
            {consented || healthNote !== '' ? (
              <Textarea
                label={t('field.healthNote')}
                maxLength={5000}
                error={consented ? undefined : t('consentGone')}
                {...form.getInputProps('healthNote')}
              />
            ) : (
              <Alert color="gray">{t('consentNeeded')}</Alert>
            )}
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
