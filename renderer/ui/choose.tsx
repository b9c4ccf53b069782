import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import type { Department, Person } from '../../shared/domain/person.ts';
import { useDesk } from './session.tsx';
import { useFirstWhileTyping } from './use-first-while-typing.ts';

interface ChooseProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> {
  /** Id; `''` when nothing is chosen. */
  value: string;
  onChange: (id: string) => void;
}

interface ChoosePersonProps extends ChooseProps {
  among?: (person: Person) => boolean;
}

/** A colleague from the roster, found by name, pinyin or initials. */
export function ChoosePerson({ value, onChange, among, ...rest }: ChoosePersonProps) {
  const { people } = useDesk();
  const choice = useMemo(
    () => people.filter((person) => person.id === value || (person.active && (among === undefined || among(person)))),
    [people, value, among],
  );
  const labelOf = (person: Person) => (person.title === '' ? person.name : `${person.name} · ${person.title}`);
  const chosen = choice.find((person) => person.id === value);
  const typing = useFirstWhileTyping(chosen === undefined ? '' : labelOf(chosen));
  return (
    <Select
      {...rest}
      {...typing}
      searchable
      clearable
      data={choice.map((person) => ({ value: person.id, label: labelOf(person) }))}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase();
        return options.filter((option) => {
          if (!('value' in option)) return false;
          const person = choice.find((one) => one.id === option.value);
          return [option.label, person?.pinyin, person?.initials].some((key) => key?.toLowerCase().includes(wanted));
        });
      }}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

interface ChooseDepartmentProps extends ChooseProps {
  among?: (department: Department) => boolean;
}

/** A department, found by name, pinyin or initials. */
export function ChooseDepartment({ value, onChange, among, ...rest }: ChooseDepartmentProps) {
  const { departments } = useDesk();
  const choice = useMemo(
    () => departments.filter((one) => one.id === value || (one.active && (among === undefined || among(one)))),
    [departments, value, among],
  );
  const typing = useFirstWhileTyping(choice.find((department) => department.id === value)?.name ?? '');
  return (
    <Select
      {...rest}
      {...typing}
      searchable
      clearable
      data={choice.map((department) => ({ value: department.id, label: department.name }))}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase();
        return options.filter((option) => {
          if (!('value' in option)) return false;
          const department = choice.find((one) => one.id === option.value);
          return [option.label, department?.pinyin, department?.initials].some((key) => key?.toLowerCase().includes(wanted));
        });
      }}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
