import { Chip, Group, Input } from '@mantine/core';

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value | '';
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string }[];
  withAsterisk?: boolean;
  error?: string | undefined;
}

/** One of a few, all in sight: a row of radio chips, walked with the arrow keys. */
export function ChoiceField<Value extends string>({ label, value, onChange, choices, withAsterisk, error }: ChoiceFieldProps<Value>) {
  return (
    <Input.Wrapper label={label} labelElement="div" withAsterisk={withAsterisk} error={error}>
      <Chip.Group<false>
        value={value}
        onChange={(next) => {
          const chosen = choices.find((choice) => choice.value === next);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        <Group gap={6} role="radiogroup" aria-label={label} mt={2}>
          {choices.map((choice) => (
            <Chip key={choice.value} value={choice.value} size="xs" radius="sm">
              {choice.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
