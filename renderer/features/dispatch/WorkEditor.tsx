import { Text } from '@mantine/core';
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
import { PageForm } from '../../ui/PageForm.tsx';
import { FormReasonField } from '../../ui/FormReasonField.tsx';
import { restoreFields } from '../../ui/restore-fields.ts';
import { useOperation, type RunOutcome } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { MaterialRows } from './MaterialRows.tsx';
import { placeOf } from './order-words.ts';
import { PaymentFields, ReportFields, SignatureFields } from './WorkFields.tsx';
import { readWork, workOf, workValues, type WorkValues } from './work-values.ts';

interface WorkEditorProps {
  draft: DraftRow;
  order: DispatchOrder;
}

/** Records what was done, used and paid; of an order already finished, corrects it with a reason. */
export function WorkEditor({ draft, order }: WorkEditorProps) {
  const { t } = useTranslation(['dispatch', 'common']);
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  // The order is finished the moment it is stored; the form stays the one it was until it is left.
  const [correcting] = useState(order.finishedAt !== '');
  const [own] = useState(() => workOf(order));
  const form = useForm<WorkValues>({
    initialValues: restoreFields(workValues, own, draft.values),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: (values) => {
      const problems = Object.entries(readWork(values).problems ?? {});
      const worded = problems.map(([field, code]) => [field, code === 'required' ? t('common:required') : t(code)]);
      const missing = { reason: correcting && values.reason.trim() === '' ? t('common:required') : null };
      return { ...Object.fromEntries(worded), ...missing };
    },
  });
  const { values } = form;
  const page = usePageForm(keeper, form);

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

  function save(): void {
    const { work } = readWork(values);
    if (work === null) form.validate();
    else void page.save(() => store(work), `/dispatch/${order.id}`);
  }

  const title = t(correcting ? 'workChange' : 'work', { number: order.number });
  const about = [placeOf(order), order.worker, order.content].filter((part) => part !== '').join(' · ');
  return (
    <PageForm
      page={page}
      title={title}
      beside={
        <Text size="sm" c="gray.7" lineClamp={1}>
          {about}
        </Text>
      }
      submit={t(correcting ? 'saveChange' : 'saveWork')}
      meanwhile={{ table: 'dispatchOrders', draft, own }}
      onSave={save}
      onCancel={() => void page.giveUp(`/dispatch/${order.id}`)}
    >
      <ReportFields form={form} correcting={correcting} arrived={order.arrivedAt !== ''} />
      <MaterialRows form={form} />
      <PaymentFields form={form} />
      <SignatureFields form={form} />
      {correcting && <FormReasonField form={form} />}
    </PageForm>
  );
}
