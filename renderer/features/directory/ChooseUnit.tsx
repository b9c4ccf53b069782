import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { unitsCalled } from '../../data/queries/units-called.ts';
import { useDatabase } from '../../ui/session.tsx';

interface ChooseUnitProps extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange' | 'filter'> {
  /** Id of the unit; `''` when none is chosen. */
  value: string;
  onChange: (id: string) => void;
}

const LIMIT = 20;

/** A unit of the estate, found by any notation or alias. */
export function ChooseUnit({ value, onChange, ...rest }: ChooseUnitProps) {
  const database = useDatabase();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 80);
  const data = useLiveQuery(async () => {
    const chosen = value === '' ? undefined : await database.units.get(value);
    const found =
      wanted.trim() === '' || wanted === chosen?.name
        ? await database.units.orderBy('sortKey').limit(LIMIT).toArray()
        : await unitsCalled(database, wanted, LIMIT);
    const units = new Map([...(chosen === undefined ? [] : [chosen]), ...found].map((unit) => [unit.id, unit]));
    return [...units.values()].map((unit) => ({ value: unit.id, label: unit.name }));
  }, [database, wanted, value]);
  return (
    <Select
      {...rest}
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      data={data ?? []}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
