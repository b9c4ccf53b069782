import { ActionIcon, Box, Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { maskIdNumber, maskPhone } from '../../../shared/domain/phone.ts';
import type { HouseholdInput, HouseholdMember } from '../../../shared/domain/property.ts';
import classes from './MemberFields.module.css';
import { SecretField } from '../../ui/SecretField.tsx';

const RELATIONS = ['owner', 'tenant', 'family', 'other'] as const;

interface MemberFieldsProps {
  form: UseFormReturnType<HouseholdInput>;
  stored: readonly HouseholdMember[];
  recordId: string;
}

/** The people of a household. A number that is stored is masked in whatever row it stands: removing a person moves the rows. */
export function MemberFields({ form, stored, recordId }: MemberFieldsProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const { members } = form.values;
  return (
    <Fieldset legend={t('members')} p="sm">
      <Stack gap="sm">
        {members.map((member, at) => (
          // Rows have no id of their own; they are only added at the end, or all keys change together.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={`${members.length}/${at}`} gap="xs" align="flex-end" wrap="nowrap">
            <Box className={classes.member}>
              <TextInput label={t('personName')} withAsterisk maxLength={100} {...form.getInputProps(`members.${at}.name`)} />
              <TextInput
                label={t('field.reading')}
                placeholder={t('readingHelp')}
                maxLength={100}
                {...form.getInputProps(`members.${at}.reading`)}
              />
              <Select
                label={t('field.relation')}
                data={RELATIONS.map((relation) => ({ value: relation, label: common(`relation.${relation}`) }))}
                {...form.getInputProps(`members.${at}.relation`)}
              />
              <SecretField
                label={t('field.phone')}
                value={member.phone}
                error={form.errors[`members.${at}.phone`]}
                onChange={(value) => form.setFieldValue(`members.${at}.phone`, value)}
                stored={stored.some((one) => one.phone === member.phone) ? member.phone : ''}
                mask={maskPhone}
                table="households"
                recordId={recordId}
                field="phone"
              />
              <SecretField
                label={t('field.idNumber')}
                value={member.idNumber}
                onChange={(value) => form.setFieldValue(`members.${at}.idNumber`, value)}
                stored={stored.some((one) => one.idNumber === member.idNumber) ? member.idNumber : ''}
                mask={maskIdNumber}
                table="households"
                recordId={recordId}
                field="idNumber"
              />
            </Box>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeMember', { name: member.name })}
              onClick={() => form.removeListItem('members', at)}
              mb={4}
            >
              ×
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          w="fit-content"
          onClick={() =>
            form.insertListItem('members', {
              name: '',
              relation: members.length === 0 ? 'owner' : 'family',
              phone: '',
              idNumber: '',
              reading: '',
            })
          }
        >
          {t('addMember')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
