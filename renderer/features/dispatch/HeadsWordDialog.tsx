import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { headsDepartment } from '../../../shared/domain/person.ts';
import { confirmDispatchOrder } from '../../data/operations/confirm-dispatch-order.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useDecision } from '../../ui/use-decision.tsx';
import { useOperation } from '../../ui/use-operation.ts';

/** The head's word: the head types the PIN at this desk, or it is recorded from paper with its filing place (4:职责4). */
export function HeadsWordDialog({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const { departments } = useDesk();
  const run = useOperation();
  const department = departments.find((one) => one.id === order.departmentId);
  const decision = useDecision({
    whose: t('head'),
    among: (one) => department !== undefined && headsDepartment(one, department),
    firstId: department?.headId ?? '',
  });

  async function submit(): Promise<string> {
    const taken = await decision.take();
    if (!taken.ok) return taken.text;
    const { operationId, confirmations } = taken.value;
    const result = await run(confirmDispatchOrder, { ...taken.value.decision, id: order.id }, { operationId, confirmations, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      title={`${t('action.confirm')} ${order.number}`}
      submit={t('action.confirm')}
      onClose={onClose}
      disabled={decision.incomplete}
      onSubmit={submit}
    >
      {department?.headId === '' && <Alert color="orange">{t('noHead')}</Alert>}
      {decision.fields}
    </FormModal>
  );
}
