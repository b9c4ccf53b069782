import { Combobox, Group, Text, TextInput, useCombobox, type TextInputProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { maskPhone } from '../../shared/domain/phone.ts';
import type { HouseholdMember, OutsideNumber } from '../../shared/domain/property.ts';
import { findHousehold, type HouseholdHit } from '../data/queries/find-household.ts';
import { findOutsideNumbers } from '../data/queries/find-outside-number.ts';
import classes from './household-field.module.css';
import { useDatabase } from './session.tsx';

/** One person of a household, or the place alone when nobody is on file. */
export interface HouseholdChoice {
  hit: HouseholdHit;
  member: HouseholdMember | null;
}

interface HouseholdFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
  onChoose: (choice: HouseholdChoice) => void;
  /** Also finds authorities, suppliers and emergency numbers, for a call that goes out (4:职责2). */
  onChooseOutside?: (number: OutsideNumber) => void;
}

function choicesOf(hits: readonly HouseholdHit[]): HouseholdChoice[] {
  return hits.flatMap((hit): HouseholdChoice[] =>
    hit.members.length === 0 ? [{ hit, member: null }] : hit.members.map((member) => ({ hit, member })),
  );
}

/**
 * A text field that finds the household while it is typed: unit in any notation, name, pinyin, initials, phone. Free text
 * stays free text; a choice is taken with the arrow keys and Enter.
 */
export function HouseholdField({ value, onChange, onChoose, onChooseOutside, ...rest }: HouseholdFieldProps) {
  const database = useDatabase();
  const { t } = useTranslation('common');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed] = useDebouncedValue(value, 80);
  const found = useLiveQuery(
    async () => ({ of: typed, hits: combobox.dropdownOpened ? await findHousehold(database, typed) : [] }),
    [database, typed, combobox.dropdownOpened],
  );
  const withOutside = onChooseOutside !== undefined;
  const outside =
    useLiveQuery(
      () => (withOutside && combobox.dropdownOpened ? findOutsideNumbers(database, typed) : []),
      [database, typed, withOutside, combobox.dropdownOpened],
    ) ?? [];
  const choices = choicesOf(found?.hits ?? []);

  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      onOptionSubmit={(key) => {
        // The list of the first letters, while that of all of them is being found: keys quicker than it take nobody.
        if (found?.of !== value) return;
        const choice = choices[Number(key)];
        const number = outside.find((one) => one.id === key);
        if (number !== undefined) onChooseOutside?.(number);
        else if (choice !== undefined) onChoose(choice);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          {...rest}
          value={value}
          autoComplete="off"
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={320} hidden={choices.length + outside.length === 0}>
        <Combobox.Options>
          {choices.map((choice, index) => (
            <Combobox.Option value={String(index)} key={`${choice.hit.unit.id}/${choice.member?.name ?? ''}/${choice.member?.phone ?? ''}`}>
              <Group gap="xs" wrap="nowrap">
                <Text size="sm" fw={600}>
                  {choice.hit.unit.name}
                </Text>
                <Text size="sm">{choice.member?.name ?? ''}</Text>
                <Text size="xs" className={classes.detail}>
                  {choice.member === null ? '' : `${t(`relation.${choice.member.relation}`)} ${maskPhone(choice.member.phone)}`}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {outside.map((number) => (
            <Combobox.Option value={number.id} key={number.id}>
              <Group gap="xs" wrap="nowrap">
                <Text size="sm" fw={600}>
                  {number.name}
                </Text>
                <Text size="sm">{number.phone}</Text>
                <Text size="xs" className={classes.detail}>
                  {number.contact}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
