import { Alert, Badge, Button, Fieldset, Group, Paper, Stack, Title } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { useGiveUp } from './draft-others.tsx';
import { FailureWords } from './FailureWords.tsx';
import buttons from './form-actions.module.css';
import { HistoryPanel } from './HistoryPanel.tsx';
import { KeyHint } from './KeyHint.tsx';
import classes from './record-form.module.css';
import { useFormCursor } from './use-form-cursor.ts';
import type { RecordForm as Form } from './use-record-form.ts';

interface RecordFormProps<Values extends Record<string, unknown>> {
  title: string;
  badge?: string;
  record: Form<Values>;
  table: TableName;
  /** `''` for a record not stored yet, which has no history. */
  storedId: string;
  readOnly: boolean;
  /** Replaces the word on the button, e.g. for confirming a proposal. */
  saveLabel?: string;
  /** Beside the title: what else can be done with the record. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Frame of a form of one record: fields, what went wrong, save and give up, history. */
export function RecordForm<Values extends Record<string, unknown>>(props: RecordFormProps<Values>) {
  const { title, badge, record, table, storedId, readOnly, saveLabel, actions, children } = props;
  const { t: common } = useTranslation('common');
  const { ask, question } = useGiveUp(() => void record.discard());
  useFormCursor(record.element);
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      ref={record.element}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void record.submit();
      }}
      onKeyDown={(event) => {
        const form = event.currentTarget;
        const send = () => form instanceof HTMLFormElement && form.requestSubmit();
        // As every other form of the desk does, too.
        getHotkeyHandler([
          ['mod+S', send],
          ['mod+Enter', send],
        ])(event);
      }}
    >
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs">
            <Title order={2}>{title}</Title>
            {badge !== undefined && badge !== '' && <Badge color="orange">{badge}</Badge>}
          </Group>
          {actions}
        </Group>
        <ChangedMeanwhile table={table} {...record.meanwhile} />
        <Fieldset variant="unstyled" disabled={readOnly} className={classes.fields}>
          <Stack gap="sm">{children}</Stack>
        </Fieldset>
        {!readOnly && (
          <Group className={buttons.actions}>
            {record.problem !== null && (
              <Alert color="red" role="alert" w="100%">
                <FailureWords failure={record.problem} />
              </Alert>
            )}
            <Button type="submit" loading={record.saving} rightSection={<KeyHint of="Ctrl+S" />}>
              {saveLabel ?? common('save')}
            </Button>
            {record.changed && (
              <Button variant="default" onClick={ask}>
                {common('discard')}
              </Button>
            )}
          </Group>
        )}
        {question}
        {storedId !== '' && <HistoryPanel table={table} id={storedId} />}
      </Stack>
    </Paper>
  );
}
