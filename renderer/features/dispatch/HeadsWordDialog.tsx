import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { confirmDispatchOrder } from '../../data/operations/confirm-dispatch-order.ts';
import { HeadsWordModal } from '../../ui/HeadsWordModal.tsx';
import { useOperation } from '../../ui/use-operation.ts';

/** The department head's word that the order may be archived (4:职责4). */
export function HeadsWordDialog({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  return (
    <HeadsWordModal
      departmentId={order.departmentId}
      title={`${t('action.confirm')} ${order.number}`}
      submit={t('action.confirm')}
      words={{ head: t('head'), noHead: t('noHead') }}
      send={async ({ decision, operationId, confirmations }) => {
        const result = await run(confirmDispatchOrder, { ...decision, id: order.id }, { operationId, confirmations, quiet: true });
        return result.ok ? '' : result.text;
      }}
      onClose={onClose}
    />
  );
}
