import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { letterInput, letterNeedsReason, type Letter } from '../../../shared/domain/letter.ts';
import type { DraftRow } from '../../data/database.ts';
import { changeLetter } from '../../data/operations/change-letter.ts';
import { registerLetter } from '../../data/operations/register-letter.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { PageForm } from '../../ui/PageForm.tsx';
import { FormReasonField } from '../../ui/FormReasonField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { LetterContentFields } from './LetterContentFields.tsx';
import { LetterOriginFields } from './LetterOriginFields.tsx';
import { letterStart, type LetterValues } from './letter-values.ts';

interface LetterFormProps {
  id: string;
  draft: DraftRow;
  /** The registered letter being changed; `null` for a new one. */
  letter: Letter | null;
}

/** 《客户来函目录》: one entry. A correction of a settled letter asks for its reason (DOMAIN §15). */
export function LetterForm({ id, draft, letter }: LetterFormProps) {
  const { t } = useTranslation(['letters', 'common']);
  const { session, person } = useDesk();
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const settled = letter !== null && letterNeedsReason(letter);
  const [own] = useState(() => (letter === null ? null : letterInput.parse(letter)));
  const form = useForm<LetterValues>({
    initialValues: letterStart(letter, draft, person.id),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: { reason: (value) => (settled && value.trim() === '' ? t('common:required') : null) },
  });
  const page = usePageForm(keeper, form);

  function save(path: string): void {
    const input = { ...form.values, id };
    void page.save(
      () =>
        letter === null
          ? run(registerLetter, input, { operationId: operationId.current, quiet: true })
          : run(changeLetter, input, { reason: input.reason, quiet: true }),
      path,
    );
  }

  const saveAndForm = (
    <Button variant="default" onClick={() => save(`/coordination/new/${newId()}?from=letters&id=${id}`)} disabled={page.saving}>
      {t('saveAndForm')}
    </Button>
  );
  return (
    <PageForm
      page={page}
      title={letter === null ? t('new') : t('editTitle', { number: letter.number })}
      submit={letter === null ? t('save') : t('saveChange')}
      others={letter === null && form.values.category === 'report' && saveAndForm}
      meanwhile={{ table: 'letters', draft, own }}
      onSave={() => save(`/letters/${id}`)}
      onCancel={() => void page.giveUp(letter === null ? '/letters' : `/letters/${id}`)}
    >
      <LetterOriginFields form={form} database={session.database} letterId={id} />
      <LetterContentFields form={form} />
      {settled && <FormReasonField form={form} />}
    </PageForm>
  );
}
