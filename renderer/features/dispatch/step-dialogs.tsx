import { Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { advanceDispatchOrder, type DispatchStep } from '../../data/operations/advance-dispatch-order.ts';
import { urgeDispatchOrder } from '../../data/operations/urge-dispatch-order.ts';
import { departmentForTrade } from '../../data/queries/dispatch-orders.ts';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { ChooseWorker } from './ChooseWorker.tsx';

interface SendDialogProps {
  order: DispatchOrder;
  action: 'dispatch' | 'reassign';
  onClose: () => void;
}

/** Sends the order to a department and a worker, or to another one. The department that last took the trade is offered. */
export function SendDialog({ order, action, onClose }: SendDialogProps) {
  const { t } = useTranslation('dispatch');
  const { session } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const [sent, setSent] = useState({ departmentId: order.departmentId, worker: '', workerId: '' });
  const [opinion, setOpinion] = useState('');
  const [at, setAt] = useState('');

  useEffect(() => {
    if (order.departmentId !== '') return;
    void departmentForTrade(session.database, order.trade).then((departmentId) =>
      setSent((known) => (known.departmentId === '' ? { ...known, departmentId } : known)),
    );
  }, [session.database, order.departmentId, order.trade]);

  return (
    <FormModal
      title={`${t(`action.${action}`)} ${order.number}`}
      submit={t(`action.${action}`)}
      size="lg"
      onClose={onClose}
      say={say}
      incomplete={sent.departmentId === ''}
      onSubmit={async () => {
        const result = await run(advanceDispatchOrder, { action, id: order.id, ...sent, opinion, at }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <ChooseWorker value={sent} onChange={setSent} required error={say.missing(sent.departmentId)} />
      <TextInput label={t('field.opinion')} value={opinion} onChange={(event) => setOpinion(event.currentTarget.value)} />
      <DateTimeField label={t('field.at')} value={at} onChange={setAt} />
    </FormModal>
  );
}

type PlainAction = 'accept' | 'arrive' | 'pause' | 'resume' | 'return' | 'cancel' | 'archive';

interface StepDialogProps {
  order: DispatchOrder;
  action: PlainAction;
  onClose: () => void;
}

/** Takes an order one step on, with what the step must say; when it happened may be entered late. */
export function StepDialog({ order, action, onClose }: StepDialogProps) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  const say = useSayLacks();
  const [text, setText] = useState('');
  const [passedOnTo, setPassedOnTo] = useState('');
  const [at, setAt] = useState('');
  const { id } = order;
  const needsReason = action === 'pause' || action === 'return' || action === 'cancel';

  function step(): DispatchStep {
    switch (action) {
      case 'pause':
        return { action, id, reason: text, passedOnTo, at };
      case 'return':
      case 'cancel':
        return { action, id, reason: text, at };
      case 'archive':
        return { action, id, opinion: text };
      default:
        return { action, id, opinion: text, at };
    }
  }

  return (
    <FormModal
      title={`${t(`action.${action}`)} ${order.number}`}
      submit={t(`action.${action}`)}
      onClose={onClose}
      say={say}
      incomplete={needsReason && text.trim() === ''}
      onSubmit={async () => {
        const result = await run(advanceDispatchOrder, step(), { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Text size="sm" lineClamp={2}>
        {order.content}
      </Text>
      {action !== 'archive' && (
        <DateTimeField label={t('field.at')} value={at} onChange={setAt} data-autofocus={needsReason ? undefined : true} />
      )}
      {needsReason ? (
        <Textarea
          label={t('field.reason')}
          withAsterisk
          value={text}
          error={say.missing(text)}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      ) : (
        <TextInput
          label={t('field.opinion')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus={action === 'archive' ? true : undefined}
        />
      )}
      {action === 'pause' && (
        <TextInput label={t('field.passedOnTo')} value={passedOnTo} onChange={(event) => setPassedOnTo(event.currentTarget.value)} />
      )}
    </FormModal>
  );
}

/** 催办: notes that the worker was urged. */
export function UrgeDialog({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  const { departmentOf } = useDesk();
  const [to, setTo] = useState(order.worker || departmentOf(order.departmentId));
  const [note, setNote] = useState('');
  return (
    <FormModal
      title={`${t('action.urge')} ${order.number}`}
      submit={t('action.urge')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(urgeDispatchOrder, { id: order.id, to, note }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput label={t('urgeTo')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      <TextInput label={t('urgeNote')} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
    </FormModal>
  );
}
