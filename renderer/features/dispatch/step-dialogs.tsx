import { Text, Textarea, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { advanceDispatchOrder, type DispatchStep } from '../../data/operations/advance-dispatch-order.ts';
import { urgeDispatchOrder } from '../../data/operations/urge-dispatch-order.ts';
import { departmentForTrade } from '../../data/queries/dispatch-orders.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { ChooseWorker } from './ChooseWorker.tsx';

interface SendDialogProps {
  order: DispatchOrder;
  action: 'dispatch' | 'reassign';
  onClose: () => void;
}

const sending = z.object({ departmentId: z.string(), worker: z.string(), workerId: z.string(), opinion: z.string(), at: z.string() });

/** Sends the order to a department and a worker, or to another one. The department that last took the trade is offered. */
export function SendDialog(props: SendDialogProps) {
  const { database } = useDesk().session;
  const { departmentId, trade } = props.order;
  const offered = useLiveQuery(
    async () => (departmentId === '' ? departmentForTrade(database, trade) : departmentId),
    [database, departmentId, trade],
  );
  return offered !== undefined && <SendForm {...props} offered={offered} />;
}

function SendForm({ order, action, onClose, offered }: SendDialogProps & { offered: string }) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  const say = useSayLacks();
  const begun = { departmentId: offered, worker: '', workerId: '', opinion: '', at: '' };
  const { values, set, operationId, modal } = useKeptFields(sending, begun, onClose);
  return (
    <FormModal
      {...modal}
      title={`${t(`action.${action}`)} ${order.number}`}
      submit={t(`action.${action}`)}
      size="lg"
      say={say}
      incomplete={values.departmentId === ''}
      onSubmit={async () => {
        const result = await run(advanceDispatchOrder, { action, id: order.id, ...values }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <ChooseWorker value={values} onChange={set} required error={say.missing(values.departmentId)} />
      <TextInput label={t('field.opinion')} value={values.opinion} onChange={(event) => set({ opinion: event.currentTarget.value })} />
      <DateTimeField label={t('field.at')} value={values.at} keptAs="at" onChange={(at) => set({ at })} />
    </FormModal>
  );
}

type PlainAction = 'accept' | 'arrive' | 'pause' | 'resume' | 'return' | 'cancel' | 'archive';

interface StepDialogProps {
  order: DispatchOrder;
  action: PlainAction;
  onClose: () => void;
}

const stepValues = z.object({ at: z.string(), reason: z.string(), opinion: z.string(), passedOnTo: z.string() });
const NOTHING_SAID = { at: '', reason: '', opinion: '', passedOnTo: '' };

/** Takes an order one step on, with what the step must say; when it happened may be entered late. */
export function StepDialog({ order, action, onClose }: StepDialogProps) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(stepValues, NOTHING_SAID, onClose);
  const { at, reason, opinion, passedOnTo } = values;
  const { id } = order;
  const needsReason = action === 'pause' || action === 'return' || action === 'cancel';

  function step(): DispatchStep {
    switch (action) {
      case 'pause':
        return { action, id, reason, passedOnTo, at };
      case 'return':
      case 'cancel':
        return { action, id, reason, at };
      case 'archive':
        return { action, id, opinion };
      default:
        return { action, id, opinion, at };
    }
  }

  return (
    <FormModal
      {...modal}
      title={`${t(`action.${action}`)} ${order.number}`}
      submit={t(`action.${action}`)}
      say={say}
      incomplete={needsReason && reason.trim() === ''}
      onSubmit={async () => {
        const result = await run(advanceDispatchOrder, step(), { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Text size="sm" lineClamp={2}>
        {order.content}
      </Text>
      {action !== 'archive' && (
        <DateTimeField
          label={t('field.at')}
          value={at}
          keptAs="at"
          onChange={(when) => set({ at: when })}
          data-autofocus={needsReason ? undefined : true}
        />
      )}
      {needsReason ? (
        <Textarea
          label={t('field.reason')}
          withAsterisk
          value={reason}
          error={say.missing(reason)}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          data-autofocus
        />
      ) : (
        <TextInput
          label={t('field.opinion')}
          value={opinion}
          onChange={(event) => set({ opinion: event.currentTarget.value })}
          data-autofocus={action === 'archive' ? true : undefined}
        />
      )}
      {action === 'pause' && (
        <TextInput label={t('field.passedOnTo')} value={passedOnTo} onChange={(event) => set({ passedOnTo: event.currentTarget.value })} />
      )}
    </FormModal>
  );
}

const urging = z.object({ remindTo: z.string(), note: z.string() });

/** 催办: notes that the worker was urged. */
export function UrgeDialog({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  const { departmentOf } = useDesk();
  const begun = { remindTo: order.worker || departmentOf(order.departmentId), note: '' };
  const { values, set, operationId, modal } = useKeptFields(urging, begun, onClose);
  return (
    <FormModal
      {...modal}
      title={`${t('action.urge')} ${order.number}`}
      submit={t('action.urge')}
      onSubmit={async () => {
        const result = await run(urgeDispatchOrder, { id: order.id, to: values.remindTo, note: values.note }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput label={t('urgeTo')} value={values.remindTo} onChange={(event) => set({ remindTo: event.currentTarget.value })} />
      <TextInput label={t('urgeNote')} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} data-autofocus />
    </FormModal>
  );
}
