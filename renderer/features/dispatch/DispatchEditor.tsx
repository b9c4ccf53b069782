import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { dispatchGaps, dispatchInput, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { phoneOf } from '../../../shared/domain/known-number.ts';
import { changeNeedsReason } from '../../../shared/domain/dispatch-steps.ts';
import { stepTime } from '../../../shared/domain/step-time.ts';
import type { DraftRow } from '../../data/database.ts';
import { advanceDispatchOrder } from '../../data/operations/advance-dispatch-order.ts';
import { changeDispatchOrder } from '../../data/operations/change-dispatch-order.ts';
import { issueDispatchOrder } from '../../data/operations/issue-dispatch-order.ts';
import type { OrderStart } from '../../data/queries/order-source.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { useMay } from '../../ui/may.tsx';
import { PageForm } from '../../ui/PageForm.tsx';
import { FormReasonField } from '../../ui/FormReasonField.tsx';
import { restoreFields } from '../../ui/restore-fields.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useLeave } from '../../ui/use-leave.ts';
import { useOperation, type RunOutcome } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { OrderPlaceFields, OrderWorkFields, SendToFields } from './OrderFormFields.tsx';
import { RepeatedOrders } from './RepeatedOrders.tsx';
import { orderValues, type OrderValues } from './order-values.ts';

interface DispatchEditorProps {
  id: string;
  draft: DraftRow;
  /** The order being corrected; `null` for a new one. */
  order: DispatchOrder | null;
  start: OrderStart;
  /** The follow-up this rework comes from; `''` for none. */
  followUpId: string;
}

/** Issues a dispatch order, and sends it at once where a department is named; or corrects one, with a reason once it is out. */
export function DispatchEditor({ id, draft, order, start, followUpId }: DispatchEditorProps) {
  const { t } = useTranslation(['dispatch', 'common']);
  const go = useLeave();
  const run = useOperation();
  const may = useMay();
  const failureText = useFailureText();
  const { session } = useDesk();
  const keeper = useDraftKeeper(draft);
  const operationIds = useRef({ issue: newId(), send: newId() });
  // Between storing a new order and leaving its form, the order is there already: the form stays the one it was.
  const [issued] = useState(order);
  const [own] = useState(() => (issued === null ? null : dispatchInput.parse(issued)));
  const form = useForm<OrderValues>({
    initialValues: restoreFields(
      orderValues,
      orderValues.parse(
        issued === null
          ? { ...start.order, departmentId: start.departmentId, phoneFrom: start.phoneFrom }
          : { ...dispatchInput.parse(issued), phoneFrom: phoneOf('dispatchOrders', issued) },
      ),
      draft.values,
    ),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: (values) => {
      const gaps = dispatchGaps(values);
      const { departmentId, reportedAt, sentAt } = values;
      const now = session.clock.now();
      const sent = departmentId === '' ? { at: '' } : stepTime(reportedAt === '' ? now : reportedAt, sentAt, now);
      return {
        sentAt: 'problem' in sent ? failureText({ code: sent.problem }) : null,
        unit: gaps.includes('place') ? t('placeRequired') : null,
        content: gaps.includes('content') ? t('common:required') : null,
        reason: issued !== null && changeNeedsReason(issued) && values.reason.trim() === '' ? t('common:required') : null,
      };
    },
  });
  const { values } = form;
  const gaps = dispatchGaps(values).filter((gap) => gap === 'trade' || gap === 'appointment');

  const page = usePageForm(keeper, form);

  async function store(): Promise<RunOutcome> {
    if (issued !== null) return run(changeDispatchOrder, { ...values, id }, { reason: values.reason, quiet: true });
    const result = await run(issueDispatchOrder, { ...values, id, followUpId }, { operationId: operationIds.current.issue, quiet: true });
    if (result.ok) await send();
    return result;
  }

  /** A new order with a department goes out at once; what it still lacks is said on its page, where it then waits. */
  async function send(): Promise<void> {
    if (values.departmentId === '' || gaps.length > 0 || !may('advance-dispatch-order')) return;
    const { departmentId, worker, workerId, sentAt } = values;
    const operationId = operationIds.current.send;
    await run(advanceDispatchOrder, { action: 'dispatch', id, departmentId, worker, workerId, at: sentAt }, { operationId });
  }

  function save(print: boolean): void {
    void page.save(store, `/dispatch/${id}${print ? '?print=1' : ''}`);
  }

  const title =
    issued === null
      ? values.reworkOfId === ''
        ? t('new')
        : t('newRework', { number: values.reworkOfNumber })
      : t('editTitle', { number: issued.number });
  const saveOnly = (
    <Button variant="default" onClick={() => save(false)} disabled={page.saving}>
      {t('save')}
    </Button>
  );
  return (
    <PageForm
      page={page}
      title={title}
      label={issued === null ? t('new') : title}
      submit={issued === null ? t('saveAndPrint') : t('saveChange')}
      others={issued === null && saveOnly}
      meanwhile={{ table: 'dispatchOrders', draft, own }}
      onSave={() => save(issued === null)}
      onCancel={() => void page.giveUp()}
    >
      <OrderPlaceFields form={form} />
      <OrderWorkFields form={form} fixedSource={values.sourceId !== ''} />
      {issued === null && (
        <RepeatedOrders
          form={form}
          orderId={id}
          onUrged={async (urgedId) => {
            await keeper.close();
            go(`/dispatch/${urgedId}`);
          }}
        />
      )}
      {issued === null && <SendToFields form={form} />}
      {gaps.length > 0 && values.content !== '' && (
        <Alert color="gray" py={6}>
          {t('gapsTitle', { gaps: gaps.map((gap) => t(`gap.${gap}`)).join(' · ') })}
        </Alert>
      )}
      {issued !== null && changeNeedsReason(issued) && <FormReasonField form={form} />}
    </PageForm>
  );
}
