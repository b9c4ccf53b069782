import { MultiSelect, Select, type MultiSelectProps, type OptionsFilter, type SelectProps } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Department, Person } from '../../shared/domain/person.ts';
import { useDesk } from './session.tsx';
import { useFirstWhileTyping } from './use-first-while-typing.ts';

interface ChooseProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> {
  /** Id; `''` when nothing is chosen. */
  value: string;
  onChange: (id: string) => void;
}

type Named = Person | Department;

function labelOf(one: Named): string {
  return 'title' in one && one.title !== '' ? `${one.name} · ${one.title}` : one.name;
}

/** Those who may be chosen, and whoever is chosen already: colleagues leave and departments close, records stay. */
function choosable<One extends Named>(all: readonly One[], chosen: readonly string[], among?: (one: One) => boolean): One[] {
  return all.filter((one) => chosen.includes(one.id) || (one.active && (among === undefined || among(one))));
}

function optionsOf(choice: readonly Named[]): { value: string; label: string }[] {
  return choice.map((one) => ({ value: one.id, label: labelOf(one) }));
}

/** Finds an option by its words, its pinyin or its initials. */
function foundByReading(choice: readonly Named[]): OptionsFilter {
  return ({ options, search }) => {
    const wanted = search.trim().toLowerCase();
    return options.filter((option) => {
      if (!('value' in option)) return false;
      const one = choice.find(({ id }) => id === option.value);
      return [option.label, one?.pinyin, one?.initials].some((key) => key?.toLowerCase().includes(wanted));
    });
  };
}

function ChooseOne({ choice, value, onChange, ...rest }: ChooseProps & { choice: readonly Named[] }) {
  const chosen = choice.find(({ id }) => id === value);
  const typing = useFirstWhileTyping(chosen === undefined ? '' : labelOf(chosen));
  return (
    <Select
      {...rest}
      {...typing}
      searchable
      clearable
      data={optionsOf(choice)}
      filter={foundByReading(choice)}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

interface ChoosePersonProps extends ChooseProps {
  among?: (person: Person) => boolean;
}

/** A colleague from the roster, found by name, pinyin or initials. */
export function ChoosePerson({ among, ...rest }: ChoosePersonProps) {
  const { people } = useDesk();
  const choice = useMemo(() => choosable(people, [rest.value], among), [people, rest.value, among]);
  return <ChooseOne {...rest} choice={choice} />;
}

interface AddPersonProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> {
  /** Ids of those who stand in the list already: not offered again. */
  added: readonly string[];
  onAdd: (id: string) => void;
}

/** Takes colleagues one after another: whoever is taken leaves the field empty for the next. */
export function AddPerson({ added, onAdd, ...rest }: AddPersonProps) {
  const { people } = useDesk();
  const [search, setSearch] = useState('');
  const typing = useFirstWhileTyping('');
  const choice = useMemo(() => choosable(people, [], ({ id }) => !added.includes(id)), [people, added]);

  function searchFor(typed: string): void {
    setSearch(typed);
    typing.onSearchChange(typed);
  }

  return (
    <Select
      {...rest}
      {...typing}
      searchable
      data={optionsOf(choice)}
      filter={foundByReading(choice)}
      searchValue={search}
      onSearchChange={searchFor}
      value={null}
      onChange={(id) => {
        if (id !== null) onAdd(id);
        searchFor('');
      }}
    />
  );
}

interface ChooseDepartmentProps extends ChooseProps {
  among?: (department: Department) => boolean;
}

/** A department, found by name, pinyin or initials. */
export function ChooseDepartment({ among, ...rest }: ChooseDepartmentProps) {
  const { departments } = useDesk();
  const choice = useMemo(() => choosable(departments, [rest.value], among), [departments, rest.value, among]);
  return <ChooseOne {...rest} choice={choice} />;
}

interface ChooseDepartmentsProps extends Omit<MultiSelectProps, 'data' | 'value' | 'onChange' | 'filter'> {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  among?: (department: Department) => boolean;
}

/** Any number of departments, found by name, pinyin or initials. */
export function ChooseDepartments({ value, onChange, among, ...rest }: ChooseDepartmentsProps) {
  const { departments } = useDesk();
  const choice = useMemo(() => choosable(departments, value, among), [departments, value, among]);
  const { selectFirstOptionOnChange, onSearchChange } = useFirstWhileTyping('');
  return (
    <MultiSelect
      {...rest}
      selectFirstOptionOnChange={selectFirstOptionOnChange}
      onSearchChange={onSearchChange}
      searchable
      hidePickedOptions
      data={optionsOf(choice)}
      filter={foundByReading(choice)}
      value={[...value]}
      onChange={onChange}
    />
  );
}
