import { Checkbox, Group, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { addHours, isOverdue } from '../../../shared/domain/due-time.ts';
import { OUTGOING_CALL, phoneOnFile, type KnownNumber } from '../../../shared/domain/known-number.ts';
import { RINGS } from '../../../shared/domain/reception.ts';
import { isPhone } from '../../../shared/domain/phone.ts';
import type { Household, HouseholdMember, OutsideNumber } from '../../../shared/domain/property.ts';
import { ChoosePerson } from '../../ui/choose.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { HouseholdField, type HouseholdChoice } from '../../ui/HouseholdField.tsx';
import { notAbout } from '../../ui/not-about.ts';
import { PhoneField } from '../../ui/PhoneField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';
import { NUMBER_LABEL, type ReceptionValues } from './reception-values.ts';

/** An entry of longer ago than this comes from paper or memory. */
const LATE_HOURS = 0.5;

interface CallerFieldsProps {
  form: UseFormReturnType<ReceptionValues>;
  beside: boolean;
}

/** Who called or came, from where, under which number. */
export const CallerFields = memo(Caller, notAbout<ReceptionValues>('content', 'answer', 'note', 'reason'));

function Caller({ form, beside }: CallerFieldsProps) {
  const { t } = useTranslation('reception');
  const { session } = useDesk();
  const { values } = form;
  const callerName = useCallerName();
  // A name takes the mark away; an entry that never had one goes on without.
  const nameLeft = values.nameRefused === true ? { nameRefused: false } : {};
  // What is entered afterwards may have been answered by somebody else.
  const late = isOverdue(values.occurredAt, addHours(session.clock.now(), -LATE_HOURS));

  /** Somebody on file is called: that is the reason for seeing the number, and one click shows it. */
  function toDial(household: Household | null, member: HouseholdMember): KnownNumber | null {
    const known = phoneOnFile(household, member);
    return known === null ? null : { ...known, openItem: OUTGOING_CALL };
  }

  function choose({ hit, member }: HouseholdChoice): void {
    form.setValues({
      unit: hit.unit.name,
      unitId: hit.unit.id,
      householdId: hit.household?.id ?? '',
      ...(member === null
        ? {}
        : {
            customer: member.name,
            ...nameLeft,
            customerReading: member.reading,
            relation: member.relation === 'other' ? 'outside' : member.relation,
            ...(values.channel === 'outgoing' ? { callingNumber: member.phone, callingNumberFrom: toDial(hit.household, member) } : {}),
          }),
    });
  }

  function chooseOutside(number: OutsideNumber): void {
    form.setValues({
      callingNumber: number.phone,
      callingNumberFrom: null,
      customer: number.name,
      ...nameLeft,
      customerReading: '',
      relation: 'outside',
    });
  }
  const onChooseOutside = values.channel === 'outgoing' ? chooseOutside : undefined;

  const phoneProblem = (number: string) => (number === '' || isPhone(number) ? undefined : t('gap.numberLeftInvalid'));
  const numberLabel = t(NUMBER_LABEL[values.channel]);
  return (
    <>
      <Group align="flex-start" gap="sm">
        <DateTimeField
          label={t('field.occurredAt')}
          value={values.occurredAt}
          keptAs="occurredAt"
          onChange={(occurredAt) => form.setValues({ occurredAt })}
          error={form.errors['occurredAt']}
          w={150}
        />
        {values.channel === 'call' && (
          <ChoiceField
            label={t('field.rings')}
            value={values.rings}
            onChange={(rings) => form.setValues({ rings })}
            choices={RINGS.map((value) => ({ value, label: t(`rings.${value}`) }))}
          />
        )}
        {(late || values.takenBy !== '') && (
          <ChoosePerson
            label={t('field.takenBy')}
            placeholder={t('help.takenBy')}
            value={values.takenBy}
            onChange={(takenBy) => form.setValues({ takenBy })}
            error={form.errors['takenBy']}
            w={230}
          />
        )}
      </Group>
      <SimpleGrid cols={beside ? 2 : 3} spacing="sm" verticalSpacing="xs">
        <HouseholdField
          label={t('field.unit')}
          placeholder={t('help.unit')}
          value={values.unit}
          onChange={(unit) => form.setValues({ unit, unitId: '', householdId: '' })}
          onChoose={choose}
          data-first-field
        />
        <HouseholdField
          label={t('field.customer')}
          value={callerName(values)}
          onChange={(customer) => form.setValues({ customer, ...nameLeft })}
          onChoose={choose}
          onChooseOutside={onChooseOutside}
        />
        <TextInput label={t('field.customerReading')} placeholder={t('help.reading')} {...form.getInputProps('customerReading')} />
        {/* Whoever stands at the desk called from nowhere: what they leave is the number below. */}
        {(values.channel !== 'visit' || form.getInitialValues().callingNumber !== '') && (
          <PhoneField
            label={numberLabel}
            value={values.callingNumber}
            onChange={(callingNumber) => form.setValues({ callingNumber })}
            from={values.callingNumberFrom}
            error={phoneProblem(values.callingNumber)}
            disabled={values.numberWithheld}
            plain={(value, onChange, focus) => (
              <HouseholdField
                label={numberLabel}
                value={value}
                onChange={onChange}
                onChoose={choose}
                onChooseOutside={onChooseOutside}
                error={phoneProblem(value)}
                disabled={values.numberWithheld}
                inputMode="tel"
                autoFocus={focus}
              />
            )}
          />
        )}
        {values.channel !== 'outgoing' && (
          <PhoneField
            label={t('field.numberLeft')}
            value={values.numberLeft}
            onChange={(numberLeft) => form.setValues({ numberLeft })}
            from={values.numberLeftFrom}
            error={phoneProblem(values.numberLeft)}
            disabled={values.numberRefused}
          />
        )}
        {values.channel !== 'outgoing' && (
          <Group gap="md" align="flex-end" pb={6}>
            {values.channel === 'call' && (
              <Checkbox size="xs" label={t('field.numberWithheld')} {...form.getInputProps('numberWithheld', { type: 'checkbox' })} />
            )}
            <Checkbox
              size="xs"
              label={t('field.nameRefused')}
              // “Refused” is an answer: it stands where the name would, as it does on paper.
              // An entry of before it was marked says so by its words alone.
              checked={values.nameRefused === true || values.customer === t('field.nameRefused')}
              onChange={(event) => {
                const nameRefused = event.currentTarget.checked;
                form.setValues({ nameRefused, customer: nameRefused ? t('field.nameRefused') : '', customerReading: '' });
              }}
            />
            <Checkbox size="xs" label={t('field.numberRefused')} {...form.getInputProps('numberRefused', { type: 'checkbox' })} />
          </Group>
        )}
      </SimpleGrid>
    </>
  );
}
