import { Fieldset, NumberInput, SimpleGrid, Stack, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { postageSettings } from '../../../shared/domain/postage.ts';
import { DAY_COUNTS, LETTER_DATES, NOT_SATISFIED, ruleSettings, type RuleSettings } from '../../../shared/domain/settings.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** Defaults of registers without a screen (mail, retention): kept, not offered, for they change nothing. */
type Unused = 'mailHandOverHours' | 'mailReturnDays' | 'retentionReceptionYears' | 'retentionLetterYears';
type NumberRule = Exclude<{ [Key in keyof RuleSettings]: RuleSettings[Key] extends number ? Key : never }[keyof RuleSettings], Unused>;

/** The defaults by where they are felt; units are part of each label. */
const GROUPS: readonly { name: 'reception' | 'letters' | 'dispatch' | 'desk'; rules: readonly NumberRule[] }[] = [
  { name: 'reception', rules: ['promiseHours', 'formReceiptHours', 'formWorkingDays', 'repeatedDays'] },
  { name: 'letters', rules: ['replyWorkingDays', 'handOverHours', 'envelopeFootMm', 'envelopeFootFromRightMm'] },
  { name: 'dispatch', rules: ['urgentArrivalMinutes', 'normalFinishHours', 'followUpTries'] },
  { name: 'desk', rules: ['lockMinutes'] },
];
const PRICES = ['localPer20g', 'elsewherePer20g', 'localPer100g', 'elsewherePer100g', 'registration', 'returnReceipt'] as const;

const schema = ruleSettings.extend({ postage: postageSettings });
type Values = ReturnType<typeof schema.parse>;

/** Due times and other defaults, and the post office's prices. */
export function RulesSection() {
  const { t } = useTranslation('settings');
  const allowed = (key: NumberRule) => (value: number) => (ruleSettings.shape[key].safeParse(value).success ? null : t('numberRule'));
  const numberRules = Object.fromEntries(GROUPS.flatMap((group) => group.rules).map((key) => [key, allowed(key)]));
  return (
    <SettingsForm
      title={t('section.rules')}
      part="rules"
      schema={schema}
      read={({ rules, postage }) => ({ ...rules, postage })}
      write={(settings, { postage, ...rules }) => ({ ...settings, rules, postage })}
      rules={numberRules}
    >
      {(form) => <RuleFields form={form} />}
    </SettingsForm>
  );
}

/** What letters follow beside their times. */
function LetterRules({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="sm" mt="sm">
      <ChoiceField
        label={t('field.confirmCount')}
        value={form.values.confirmCount}
        onChange={(count) => form.setFieldValue('confirmCount', count)}
        choices={DAY_COUNTS.map((value) => ({ value, label: t(`confirmCount.${value}`) }))}
      />
      <ChoiceField
        label={t('field.letterDated')}
        value={form.values.letterDated}
        onChange={(dated) => form.setFieldValue('letterDated', dated)}
        choices={LETTER_DATES.map((value) => ({ value, label: t(`letterDated.${value}`) }))}
      />
      <Switch label={t('field.drafterMayApprove')} {...form.getInputProps('drafterMayApprove', { type: 'checkbox' })} />
    </Stack>
  );
}

function RuleFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('settings');
  return (
    <>
      {GROUPS.map((group) => (
        <Fieldset key={group.name} legend={t(`group.${group.name}`)} p="sm">
          <SimpleGrid cols={3} spacing="sm">
            {group.rules.map((rule) => (
              <NumberInput key={rule} label={t(`field.${rule}`)} min={0} hideControls {...form.getInputProps(rule)} />
            ))}
          </SimpleGrid>
          {group.name === 'letters' && <LetterRules form={form} />}
          {group.name === 'dispatch' && (
            <Stack mt="sm">
              <ChoiceField
                label={t('field.notSatisfied')}
                value={form.values.notSatisfied}
                onChange={(then) => form.setFieldValue('notSatisfied', then)}
                choices={NOT_SATISFIED.map((value) => ({ value, label: t(`notSatisfied.${value}`) }))}
              />
            </Stack>
          )}
        </Fieldset>
      ))}
      <Fieldset legend={t('group.postage')} p="sm">
        <SimpleGrid cols={3} spacing="sm">
          {PRICES.map((price) => (
            <NumberInput
              key={price}
              label={t(`field.${price}`)}
              prefix="¥"
              min={0}
              decimalScale={2}
              fixedDecimalScale
              hideControls
              value={form.values.postage[price] / 100}
              onChange={(value) => form.setFieldValue(`postage.${price}`, Math.round(Number(value) * 100))}
            />
          ))}
          <NumberInput label={t('field.maxGrams')} min={20} hideControls {...form.getInputProps('postage.maxGrams')} />
        </SimpleGrid>
      </Fieldset>
    </>
  );
}
