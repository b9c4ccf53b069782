import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { dispatchInput, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import type { WorkInput } from '../../../shared/domain/dispatch-steps.ts';
import type { DraftRow } from '../../data/database.ts';
import { advanceDispatchOrder } from '../../data/operations/advance-dispatch-order.ts';
import { changeDispatchOrder } from '../../data/operations/change-dispatch-order.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { formKeys } from '../../ui/form-keys.ts';
import { SaveKey } from '../../ui/KeyHint.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { useLeave } from '../../ui/use-leave.ts';
import { useOperation, type RunOutcome } from '../../ui/use-operation.ts';
import { MaterialRows } from './MaterialRows.tsx';
import { placeOf } from './order-words.ts';
import { PaymentFields, ReportFields, SignatureFields } from './WorkFields.tsx';
import { readWork, restoreWork, type WorkValues } from './work-values.ts';

interface WorkEditorProps {
  draft: DraftRow;
  order: DispatchOrder;
}

/** Records what was done, used and paid; of an order already finished, corrects it with a reason. */
export function WorkEditor({ draft, order }: WorkEditorProps) {
  const { t } = useTranslation(['dispatch', 'common']);
  const go = useLeave();
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const element = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState(false);
  // Stored, the form stands still until its safety copy is there: what was typed now would belong to no save.
  const [stored, setStored] = useState(false);
  const [problem, setProblem] = useState('');
  // The order is finished the moment it is stored; the form stays the one it was until it is left.
  const [correcting] = useState(order.finishedAt !== '');
  const form = useForm<WorkValues>({
    initialValues: restoreWork(order, draft.values),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues()),
    validate: (values) => {
      const problems = Object.entries(readWork(values).problems ?? {});
      const worded = problems.map(([field, code]) => [field, code === 'required' ? t('common:required') : t(code)]);
      const missing = { reason: correcting && values.reason.trim() === '' ? t('common:required') : null };
      return { ...Object.fromEntries(worded), ...missing };
    },
  });
  const { values } = form;

  function store(work: WorkInput): Promise<RunOutcome> {
    const { arrivedAt, at, reason } = values;
    return correcting
      ? run(changeDispatchOrder, { ...dispatchInput.parse(order), charge: work.charge, id: order.id, work }, { reason, quiet: true })
      : run(
          advanceDispatchOrder,
          { action: 'finish', id: order.id, arrivedAt, at, work },
          { operationId: operationId.current, quiet: true },
        );
  }

  async function save(): Promise<void> {
    const { work } = readWork(values);
    if (saving || form.validate().hasErrors || element.current?.checkValidity() === false || work === null) return;
    setSaving(true);
    setProblem('');
    const result = await store(work);
    if (!result.ok) {
      setSaving(false);
      const field = result.error.parameters?.['field'];
      return typeof field === 'string' && field in values ? form.setFieldError(field, result.text) : setProblem(result.text);
    }
    setStored(true);
    await keeper.drop();
    await result.value.saved;
    // Whoever has gone on to something else meanwhile stays there.
    if (element.current !== null) go(`/dispatch/${order.id}`);
  }

  async function giveUp(): Promise<void> {
    await keeper.drop();
    go(`/dispatch/${order.id}`);
  }

  const title = t(correcting ? 'workChange' : 'work', { number: order.number });
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      inert={stored}
      noValidate
      ref={element}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={formKeys(() => void save())}
    >
      <Stack gap="xs">
        <Group gap="sm">
          <Title order={1}>{title}</Title>
          <Text size="sm" c="gray.7" lineClamp={1}>
            {[placeOf(order), order.worker, order.content].filter((part) => part !== '').join(' · ')}
          </Text>
        </Group>
        <ReportFields form={form} correcting={correcting} arrived={order.arrivedAt !== ''} />
        <MaterialRows form={form} />
        <PaymentFields form={form} />
        <SignatureFields form={form} />
        {correcting && (
          <ReasonField
            value={form.values.reason}
            onChange={(reason) => form.setFieldValue('reason', reason)}
            error={form.errors['reason']}
          />
        )}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={saving} rightSection={<SaveKey />}>
            {t(correcting ? 'saveChange' : 'saveWork')}
          </Button>
          <Button variant="subtle" onClick={() => void giveUp()}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
