import { Fieldset, Group, SegmentedControl, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deskSettings, estateSettings } from '../../../shared/domain/settings.ts';
import { languageOf } from '../../i18n/language.ts';
import { ChooseDepartment } from '../../ui/choose.tsx';
import { SettingsForm } from './SettingsForm.tsx';

const schema = estateSettings.extend({
  code: deskSettings.shape.code,
  deskName: deskSettings.shape.name,
  severalDesks: deskSettings.shape.severalDesks,
  zone: deskSettings.shape.zone,
});

function knownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Who the desk works for, as printed on every sheet; the desk itself; the language of the screen. */
export function EstateSection() {
  const { t, i18n } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { t: boot } = useTranslation('boot');
  const required = (value: string) => (value.trim() === '' ? common('required') : null);
  const postcode = (value: string) => (/^(\d{6})?$/.test(value.trim()) ? null : t('postcodeRule'));
  return (
    <Stack>
      <Group>
        <Text size="sm" fw={600}>
          {boot('wizard.language')}
        </Text>
        <SegmentedControl
          aria-label={boot('wizard.language')}
          value={languageOf(i18n)}
          onChange={(language) => void i18n.changeLanguage(language)}
          data={[
            { value: 'zh', label: boot('wizard.languageNames.zh') },
            { value: 'en', label: boot('wizard.languageNames.en') },
          ]}
        />
      </Group>
      <SettingsForm
        title={t('section.estate')}
        part="estate"
        schema={schema}
        read={({ estate, desk }) => ({ ...estate, code: desk.code, deskName: desk.name, severalDesks: desk.severalDesks, zone: desk.zone })}
        write={(settings, { code, deskName, severalDesks, zone, ...estate }) => ({
          ...settings,
          estate,
          desk: { code, name: deskName, severalDesks, zone },
        })}
        rules={{
          propertyCompany: required,
          developer: required,
          estate: required,
          postcode,
          developerPostcode: postcode,
          code: (code) => (/^[A-Z0-9]{1,6}$/.test(code) ? null : boot('wizard.deskCodeHelp')),
          zone: (zone) => (knownZone(zone) ? null : t('zoneRule')),
        }}
      >
        {(form) => (
          <>
            <Fieldset legend={t('estateGroup')} p="sm">
              <SimpleGrid cols={2} spacing="sm">
                <TextInput label={t('field.propertyCompany')} withAsterisk maxLength={100} {...form.getInputProps('propertyCompany')} />
                <TextInput label={t('field.estate')} withAsterisk maxLength={60} {...form.getInputProps('estate')} />
                <TextInput label={t('field.estateAddress')} maxLength={300} {...form.getInputProps('estateAddress')} />
                <TextInput label={t('field.postcode')} maxLength={6} {...form.getInputProps('postcode')} />
                <TextInput label={t('field.deskPhone')} maxLength={60} {...form.getInputProps('deskPhone')} />
                <ChooseDepartment
                  label={t('field.deskDepartmentId')}
                  value={form.values.deskDepartmentId}
                  onChange={(id) => form.setFieldValue('deskDepartmentId', id)}
                />
              </SimpleGrid>
            </Fieldset>
            <Fieldset legend={t('developerGroup')} p="sm">
              <SimpleGrid cols={2} spacing="sm">
                <TextInput label={t('field.developer')} withAsterisk maxLength={100} {...form.getInputProps('developer')} />
                <TextInput label={t('field.developerPhone')} maxLength={60} {...form.getInputProps('developerPhone')} />
                <TextInput label={t('field.developerAddress')} maxLength={300} {...form.getInputProps('developerAddress')} />
                <TextInput label={t('field.developerPostcode')} maxLength={6} {...form.getInputProps('developerPostcode')} />
                <TextInput label={t('field.developerEnglish')} maxLength={100} {...form.getInputProps('developerEnglish')} />
                <TextInput label={t('field.developerAddressEnglish')} maxLength={300} {...form.getInputProps('developerAddressEnglish')} />
              </SimpleGrid>
            </Fieldset>
            <Fieldset legend={t('deskGroup')} p="sm">
              <SimpleGrid cols={3} spacing="sm">
                <TextInput label={t('field.code')} description={t('codeHelp')} withAsterisk maxLength={6} {...form.getInputProps('code')} />
                <TextInput label={t('field.deskName')} description={t('deskNameHelp')} maxLength={60} {...form.getInputProps('deskName')} />
                <TextInput label={t('field.zone')} description={t('zoneHelp')} maxLength={60} {...form.getInputProps('zone')} />
              </SimpleGrid>
              <Switch
                mt="sm"
                label={t('field.severalDesks')}
                description={t('severalDesksHelp')}
                {...form.getInputProps('severalDesks', { type: 'checkbox' })}
              />
            </Fieldset>
          </>
        )}
      </SettingsForm>
    </Stack>
  );
}
