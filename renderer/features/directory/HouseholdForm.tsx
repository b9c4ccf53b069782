import { Alert, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { z } from 'zod';
import { isPhone, maskPhone } from '../../../shared/domain/phone.ts';
import { householdInput, householdMember, type Household, type HouseholdInput } from '../../../shared/domain/property.ts';
import type { DraftRow } from '../../data/database.ts';
import { putsIntoForce, saveHousehold } from '../../data/operations/save-household.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { mergeList } from '../../ui/merge-list.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useLeave } from '../../ui/use-leave.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { CareFields } from './CareFields.tsx';
import { ChooseUnit } from './ChooseUnit.tsx';
import { MemberFields } from './MemberFields.tsx';
import { RecordForm } from '../../ui/RecordForm.tsx';
import type { RecordGateContent } from '../../ui/RecordGate.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';

const EMPTY: HouseholdInput = householdInput.parse({ unitId: '', members: [{ name: '' }] });

/** The members of a form, and those of the household when it was opened, as a draft keeps them. */
const draftMembers = z.object({ members: z.array(householdMember) });

/** What was typed before; members that were saved meanwhile, by confirming a proposal, are not taken back by it. */
function typedValues({ values, begun }: DraftRow, record: Household | null): DraftRow['values'] {
  const typed = draftMembers.safeParse(values);
  const before = draftMembers.safeParse(begun);
  if (record === null || !typed.success || !before.success) return values;
  return { ...values, members: mergeList(before.data.members, typed.data.members, record.members, ({ name }) => name) };
}

interface HouseholdFormProps extends RecordGateContent<'households'> {
  id: string;
}

/** One household: people, where letters go, tenancy, care. A steward proposes, the duty room puts into force (5:1). */
export function HouseholdForm({ id, draft, record, done }: HouseholdFormProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const { person, settings } = useDesk();
  const [search] = useSearchParams();
  const run = useOperation();
  const leave = useLeave();
  const mayPropose = useMay()('save-household');
  const force = putsIntoForce(person.roles);
  const confirming = force && record?.state === 'proposed';
  const empty = { ...EMPTY, unitId: search.get('unit') ?? '', postcode: settings.estate.postcode };
  const edit = useRecordForm<HouseholdInput>({
    draft,
    start: startValues(householdInput, record ?? empty, typedValues(draft, record), empty),
    own: record,
    merged: ['members'],
    rules: {
      unitId: (unitId) => (unitId === '' ? common('required') : null),
      members: {
        name: (name) => (name.trim() === '' ? common('required') : null),
        phone: (phone) => (phone.trim() === '' || isPhone(phone) ? null : t('phoneRule')),
      },
      emergencyPhone: (phone) => (phone.trim() === '' || isPhone(phone) ? null : t('phoneRule')),
      postcode: (postcode, values) => (values.letterLanguage === 'en' || /^(\d{6})?$/.test(postcode.trim()) ? null : t('postcodeRule')),
    },
    save: async (values, operationId) => {
      // A confirmed proposal becomes the household it was made for.
      const target = confirming && record.proposalForId !== '' ? record.proposalForId : id;
      const result = await run(saveHousehold, { ...values, id: target, proposalId: confirming ? id : '' }, { operationId, quiet: true });
      if (result.ok && result.value.id !== id) leave(`/directory/households/${result.value.id}`);
      return result;
    },
    done,
  });
  const { form } = edit;
  const title = record === null ? t('new.household') : record.members.map((member) => member.name).join(common('listSeparator'));

  return (
    <RecordForm
      title={title}
      badge={record === null || record.state === 'inForce' ? '' : t(`stateName.${record.state}`)}
      record={edit}
      table="households"
      storedId={record?.id ?? ''}
      readOnly={!mayPropose}
      saveLabel={confirming ? t('putIntoForce') : force ? common('save') : t('propose')}
    >
      {mayPropose && !force && <Alert color="gray">{t('proposeHelp')}</Alert>}
      <SimpleGrid cols={3} spacing="sm">
        <ChooseUnit
          label={t('field.unitId')}
          withAsterisk
          autoFocus={record === null}
          value={form.values.unitId}
          error={form.errors['unitId']}
          onChange={(unitId) => form.setFieldValue('unitId', unitId)}
        />
        <DateField
          label={t('field.movedIn')}
          value={form.values.movedIn}
          keptAs="movedIn"
          onChange={(value) => form.setFieldValue('movedIn', value)}
        />
        <DateField
          label={t('field.movedOut')}
          value={form.values.movedOut}
          keptAs="movedOut"
          onChange={(value) => form.setFieldValue('movedOut', value)}
        />
      </SimpleGrid>
      <MemberFields form={form} stored={record?.members ?? []} recordId={id} />
      <SimpleGrid cols={3} spacing="sm">
        <TextInput label={t('field.postalName')} maxLength={200} {...form.getInputProps('postalName')} />
        <TextInput label={t('field.postalAddress')} maxLength={300} {...form.getInputProps('postalAddress')} />
        <TextInput label={t('field.postcode')} maxLength={20} {...form.getInputProps('postcode')} />
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="sm">
        <ChoiceField
          label={t('field.letterLanguage')}
          value={form.values.letterLanguage}
          onChange={(value) => form.setFieldValue('letterLanguage', value)}
          choices={[
            { value: 'zh', label: t('letterLanguage.zh') },
            { value: 'en', label: t('letterLanguage.en') },
          ]}
        />
        <DateField
          label={t('field.tenancyFrom')}
          value={form.values.tenancyFrom}
          keptAs="tenancyFrom"
          onChange={(value) => form.setFieldValue('tenancyFrom', value)}
        />
        <DateField
          label={t('field.tenancyUntil')}
          value={form.values.tenancyUntil}
          keptAs="tenancyUntil"
          onChange={(value) => form.setFieldValue('tenancyUntil', value)}
        />
        <TextInput label={t('field.emergencyContact')} maxLength={100} {...form.getInputProps('emergencyContact')} />
        <SecretField
          label={t('field.emergencyPhone')}
          value={form.values.emergencyPhone}
          onChange={(value) => form.setFieldValue('emergencyPhone', value)}
          stored={record?.emergencyPhone ?? ''}
          mask={maskPhone}
          table="households"
          recordId={id}
          field="emergencyPhone"
        />
        <NumberInput
          label={t('field.feeArrears')}
          min={0}
          decimalScale={2}
          hideControls
          prefix="¥"
          thousandSeparator=","
          value={form.values.feeArrears === 0 ? '' : form.values.feeArrears / 100}
          onChange={(value) => form.setFieldValue('feeArrears', Math.round(Number(value) * 100))}
        />
      </SimpleGrid>
      <CareFields form={form} />
      <Textarea label={t('field.note')} maxLength={5000} {...form.getInputProps('note')} />
    </RecordForm>
  );
}
