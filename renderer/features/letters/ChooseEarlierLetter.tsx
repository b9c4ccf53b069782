import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { LetterInput } from '../../../shared/domain/letter.ts';
import { earlierLetters } from '../../data/queries/find-letters.ts';
import { useDatabase } from '../../ui/session.tsx';
import { useFirstWhileTyping } from '../../ui/use-first-while-typing.ts';

interface ChooseEarlierLetterProps {
  form: UseFormReturnType<LetterInput>;
  letterId: string;
}

/** The earlier letter this one follows: those of the same unit first. */
export function ChooseEarlierLetter({ form, letterId }: ChooseEarlierLetterProps) {
  const { t } = useTranslation('letters');
  const database = useDatabase();
  const { unit, followsId, followsNumber } = form.values;
  const letters = useLiveQuery(() => earlierLetters(database, unit, letterId), [database, unit, letterId]) ?? [];
  const choices = letters.map((letter) => ({ value: letter.id, label: `${letter.number} ${letter.sender} ${letter.subject}` }));
  if (followsId !== '' && !choices.some((choice) => choice.value === followsId)) choices.push({ value: followsId, label: followsNumber });
  const typing = useFirstWhileTyping(choices.find((choice) => choice.value === followsId)?.label ?? '');
  return (
    <Select
      {...typing}
      label={t('field.follows')}
      searchable
      clearable
      data={choices}
      value={followsId === '' ? null : followsId}
      onChange={(id) => form.setValues({ followsId: id ?? '', followsNumber: letters.find((letter) => letter.id === id)?.number ?? '' })}
    />
  );
}
