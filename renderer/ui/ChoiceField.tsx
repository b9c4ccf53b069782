import { Chip, Group, Input } from '@mantine/core';
import { memo, useEffect, useId, useRef } from 'react';

interface Choice<Value extends string> {
  value: Value;
  label: string;
}

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value | '';
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  withAsterisk?: boolean;
  error?: string | undefined;
  /** A dialog begins here. */
  takesCursor?: boolean;
}

/** One of a few, all in sight: a row of radio chips, one stop of the Tab key, walked with the arrow keys. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, onChange, choices, withAsterisk, error, takesCursor = false } = props;
  const choose = useRef((_chosen: string): void => {});
  useEffect(() => {
    choose.current = (chosen) => {
      const choice = choices.find((one) => one.value === chosen);
      if (choice !== undefined) onChange(choice.value);
    };
  });
  return (
    <Input.Wrapper label={label} labelElement="div" withAsterisk={withAsterisk} error={error}>
      <Chips label={label} value={value} choices={choices} choose={choose} takesCursor={takesCursor} />
    </Input.Wrapper>
  );
}

interface ChipsProps {
  label: string;
  value: string;
  choices: readonly Choice<string>[];
  choose: { readonly current: (chosen: string) => void };
  takesCursor: boolean;
}

function sameChips(before: ChipsProps, after: ChipsProps): boolean {
  return (
    before.label === after.label &&
    before.value === after.value &&
    before.choices.length === after.choices.length &&
    before.choices.every(({ value, label }, at) => value === after.choices[at]?.value && label === after.choices[at].label)
  );
}

/** Drawn anew only when another one is chosen or called otherwise: two dozen chips with every key would slow the typing. */
const Chips = memo(function Chips({ label, value, choices, choose, takesCursor }: ChipsProps) {
  // Radios without a common name are a group each: Tab would stop at every one of them.
  const name = useId();
  return (
    <Chip.Group<false> value={value} onChange={(next) => choose.current(next)}>
      <Group gap={6} role="radiogroup" aria-label={label} mt={2}>
        {choices.map((choice, at) => (
          <Chip
            key={choice.value}
            name={name}
            value={choice.value}
            size="xs"
            radius="sm"
            data-autofocus={takesCursor && at === 0 ? true : undefined}
          >
            {choice.label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}, sameChips);
