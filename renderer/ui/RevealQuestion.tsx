import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from './form-keys.ts';
import { useSayLacks } from './use-say-lacks.ts';

/** Where this stands, no Escape closes a Mantine dialog: not the question's, and not that of the form below it. */
const ESCAPE_STAYS = { 'data-mantine-stop-propagation': true };

interface RevealQuestionProps {
  opened: boolean;
  title: string;
  onAnswer: (why: string) => void;
  onClose: () => void;
}

/**
 * Asks why a number is to be shown in full. To React it is a part of the form it is asked in: its keys would send or close
 * that form, and what is typed here would count as a change of it, so both stay inside.
 */
export function RevealQuestion({ opened, title, onAnswer, onClose }: RevealQuestionProps) {
  const { t } = useTranslation(['common', 'directory']);
  const [why, setWhy] = useState('');
  const say = useSayLacks();

  function answer(): void {
    say.ask(true);
    if (why.trim() !== '') onAnswer(why);
  }

  function keepKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !isComposing(event)) onClose();
    if (event.key === 'Escape' || event.key === 'Enter') event.stopPropagation();
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close'), ...ESCAPE_STAYS }}
      onKeyDown={keepKeys}
      onInput={(event) => event.stopPropagation()}
    >
      <Stack>
        <TextInput
          label={t('showWhy')}
          description={t('showWhyHelp')}
          withAsterisk
          value={why}
          error={say.missing(why)}
          maxLength={300}
          onChange={(event) => setWhy(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return;
            event.preventDefault();
            answer();
          }}
          data-autofocus
          {...ESCAPE_STAYS}
        />
        <Button onClick={answer} {...ESCAPE_STAYS}>
          {t('directory:showIt')}
        </Button>
      </Stack>
    </Modal>
  );
}
