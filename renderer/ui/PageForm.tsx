import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meanwhile } from './changed-meanwhile.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import classes from './form-actions.module.css';
import { useGiveUp } from './draft-others.tsx';
import { FailureWords } from './FailureWords.tsx';
import { formKeys } from './form-keys.ts';
import { SaveKey } from './KeyHint.tsx';
import { useFormCursor } from './use-form-cursor.ts';
import type { PageForm as State } from './use-page-form.ts';

interface PageFormProps {
  page: State;
  title: string;
  /** What the form is called, where its title says more. */
  label?: string;
  /** Beside the title. */
  beside?: ReactNode;
  /** Where it changes a record: what others have put into the same fields since they were typed is said above them. */
  meanwhile?: Meanwhile;
  children: ReactNode;
  /** The word on the main button; without it there is nothing to save yet. */
  submit?: string;
  /** Other ways to save, after the main one. */
  others?: ReactNode;
  onSave: () => void;
  onCancel: () => void;
}

/** Frame of a form that fills a page: fields, what went wrong, the ways to save and to give up. Ctrl+Enter saves from anywhere. */
export function PageForm({ page, title, label = title, beside, meanwhile, children, submit, others, onSave, onCancel }: PageFormProps) {
  const { t } = useTranslation('common');
  const { ask, question } = useGiveUp(onCancel);
  useFormCursor(page.element);
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      noValidate
      inert={page.stored}
      ref={page.element}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={formKeys(onSave)}
    >
      <Stack gap="xs">
        <Group gap="sm" wrap="nowrap">
          <Title order={1}>{title}</Title>
          {beside}
        </Group>
        {meanwhile !== undefined && <ChangedMeanwhile {...meanwhile} />}
        {children}
        <Group gap="xs" className={classes.actions}>
          {page.problem !== null && (
            <Alert color="red" role="alert" w="100%">
              <FailureWords failure={page.problem} />
            </Alert>
          )}
          {submit !== undefined && (
            <Button type="submit" loading={page.saving} rightSection={<SaveKey />}>
              {submit}
            </Button>
          )}
          {others}
          <Button variant="subtle" onClick={ask}>
            {t('cancel')}
          </Button>
        </Group>
        {question}
      </Stack>
    </Paper>
  );
}
