import { useTranslation } from 'react-i18next';
import type { CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { confirmCoordinationForm } from '../../data/operations/confirm-coordination-form.ts';
import { HeadsWordModal } from '../../ui/HeadsWordModal.tsx';
import { useOperation } from '../../ui/use-operation.ts';

/** The department head's word that the form may be archived (4:职责4). */
export function HeadsWordDialog({ form, onClose }: { form: CoordinationForm; onClose: () => void }) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  return (
    <HeadsWordModal
      departmentId={form.departmentId}
      title={`${t('action.confirm')} ${form.number}`}
      submit={t('action.confirm')}
      words={{ head: t('head'), noHead: t('noHead') }}
      send={async ({ decision, operationId, confirmations }) => {
        const result = await run(confirmCoordinationForm, { ...decision, id: form.id }, { operationId, confirmations, quiet: true });
        return result.ok ? '' : result.text;
      }}
      onClose={onClose}
    />
  );
}
