import { Text, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { checkPostalNumber } from '../../../shared/domain/postal-number.ts';
import { postalNumberUses } from '../../data/queries/postal-number-use.ts';
import { useDatabase } from '../../ui/session.tsx';

interface PostalNumberFieldProps {
  /** Only registered mail has a form and a check digit that can be looked at. */
  registered: boolean;
  value: string;
  onChange: (value: string) => void;
  postedReplyId: string;
  today: string;
  /** An empty field is said to be one. */
  required?: boolean;
  /** Without a label of its own in a table, whose column says what it is. */
  label?: string;
}

/** The number the post office gave: what cannot be one is said beside the field, what is doubtful below it. */
export function PostalNumberField({ registered, value, onChange, postedReplyId, today, required = false, label }: PostalNumberFieldProps) {
  const { t } = useTranslation('replies');
  const database = useDatabase();
  const uses = useLiveQuery(() => postalNumberUses(database, value, today, postedReplyId), [database, value, today, postedReplyId]) ?? [];
  const { errors, warnings } = checkPostalNumber(value, registered);
  const [problem] = value === '' && !required ? [] : errors;
  const [used] = uses;
  return (
    <div>
      <TextInput
        label={label === undefined ? t('post.postalNumber') : undefined}
        aria-label={label}
        withAsterisk={registered && label === undefined}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        error={problem === undefined ? undefined : t(`postalProblem.${problem}`)}
        data-autofocus={label === undefined ? true : undefined}
      />
      {warnings.map((warning) => (
        <Text key={warning} fz="0.75rem" lh={1.3} mt={4} c="orange.9" role="status">
          {t(`postalProblem.${warning}`)}
        </Text>
      ))}
      {used !== undefined && (
        <Text fz="0.75rem" lh={1.3} mt={4} c="orange.9" role="status">
          {t('postalProblem.usedBefore', { on: used.on, number: used.number })}
        </Text>
      )}
    </div>
  );
}
