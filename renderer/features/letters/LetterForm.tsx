import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { DraftRow } from '../../data/database.ts';
import { changeLetter } from '../../data/operations/change-letter.ts';
import { registerLetter } from '../../data/operations/register-letter.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { formKeys } from '../../ui/form-keys.ts';
import { SaveKey } from '../../ui/KeyHint.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useLeave } from '../../ui/use-leave.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { LetterContentFields } from './LetterContentFields.tsx';
import { LetterOriginFields } from './LetterOriginFields.tsx';
import { letterFields, restoreLetter, type LetterValues } from './letter-values.ts';

interface LetterFormProps {
  id: string;
  draft: DraftRow;
  /** The registered letter being changed; `null` for a new one. */
  letter: Letter | null;
}

/** 《客户来函目录》: one entry. A correction of a settled letter asks for its reason (DOMAIN §15). */
export function LetterForm({ id, draft, letter }: LetterFormProps) {
  const { t } = useTranslation(['letters', 'common']);
  const { session } = useDesk();
  const go = useLeave();
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const [saving, setSaving] = useState(false);
  // Stored, the form stands still until its safety copy is there: what was typed now would belong to no save.
  const [stored, setStored] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const settled = letter !== null && (letter.state === 'closed' || letter.decision !== null || letter.handedOver !== null);
  const form = useForm<LetterValues>({
    initialValues: restoreLetter({ ...(letter === null ? { receivedAt: draft.openedAt } : letterFields(letter)), ...draft.values }),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues()),
  });
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector<HTMLInputElement>('[data-first-field]')?.focus(), []);

  async function save(after: 'open' | 'form'): Promise<void> {
    // Not every button sends the form: a field whose text cannot be read says so itself.
    if (saving || element.current?.reportValidity() === false) return;
    setSaving(true);
    setProblem('');
    const input = { ...form.values, id };
    const result =
      letter === null
        ? await run(registerLetter, input, { operationId: operationId.current, quiet: true })
        : await run(changeLetter, input, { reason, quiet: true });
    if (!result.ok) {
      setSaving(false);
      const field = result.error.parameters?.['field'];
      if (typeof field === 'string' && field in form.values) form.setFieldError(field, result.text);
      setProblem(result.text);
      return;
    }
    setStored(true);
    await keeper.drop();
    await result.value.saved;
    go(after === 'form' ? `/coordination/new/${newId()}?from=letters&id=${id}` : `/letters/${id}`);
  }

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      inert={stored}
      ref={element}
      aria-label={t('new')}
      onSubmit={(event) => {
        event.preventDefault();
        void save('open');
      }}
      onKeyDown={formKeys(() => void save('open'))}
    >
      <Stack gap="xs">
        <Title order={1}>{letter === null ? t('new') : t('editTitle', { number: letter.number })}</Title>
        <LetterOriginFields form={form} database={session.database} letterId={id} />
        <LetterContentFields form={form} />
        {settled && <ReasonField value={reason} onChange={setReason} />}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={saving} rightSection={<SaveKey />}>
            {letter === null ? t('save') : t('saveChange')}
          </Button>
          {letter === null && form.values.category === 'report' && (
            <Button variant="default" onClick={() => void save('form')} disabled={saving}>
              {t('saveAndForm')}
            </Button>
          )}
          <Button
            variant="subtle"
            onClick={() => {
              void keeper.drop();
              go(letter === null ? '/letters' : `/letters/${id}`);
            }}
          >
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
