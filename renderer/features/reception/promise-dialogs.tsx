import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { callerOf, PROMISE_KINDS, type DeskPromise } from '../../../shared/domain/promise.ts';
import { reachableNumber, type Reception } from '../../../shared/domain/reception.ts';
import { addPromise } from '../../data/operations/add-promise.ts';
import { settlePromise } from '../../data/operations/settle-promise.ts';
import { tryPromise } from '../../data/operations/try-promise.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

export type PromiseDialogName = 'addPromise' | 'tryPromise' | 'settlePromise' | 'cancelPromise';

interface PromiseDialogProps {
  dialog: PromiseDialogName;
  entry: Reception;
  /** The promise that it is about; none where one is added. */
  promise: DeskPromise | undefined;
  onClose: () => void;
}

interface OfPromiseProps {
  promise: DeskPromise;
  onClose: () => void;
}

/** What can be done with the promises of an entry. */
export function PromiseDialog({ dialog, entry, promise, onClose }: PromiseDialogProps) {
  if (dialog === 'addPromise') return <AddDialog entry={entry} onClose={onClose} />;
  if (promise === undefined) return null;
  if (dialog === 'tryPromise') return <TryDialog promise={promise} onClose={onClose} />;
  return <SettleDialog promise={promise} outcome={dialog === 'settlePromise' ? 'settled' : 'cancelled'} onClose={onClose} />;
}

const TRIES = ['reached', 'notReached', 'passedOn'] as const;

const trying = z.object({ outcome: z.enum(TRIES), note: z.string(), nextAt: z.string() });
const NOT_TRIED: z.output<typeof trying> = { outcome: 'notReached', note: '', nextAt: '' };

/** Somebody was called, reached or not, or the message was passed on. */
function TryDialog({ promise, onClose }: OfPromiseProps) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const { values, set, operationId, modal } = useKeptFields(trying, NOT_TRIED, onClose);
  return (
    <FormModal
      {...modal}
      title={t('promise.try')}
      submit={t('promise.try')}
      onSubmit={async () => {
        const result = await run(tryPromise, { id: promise.id, ...values }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <ChoiceField
        label={t('promise.outcome')}
        value={values.outcome}
        onChange={(outcome) => set({ outcome })}
        choices={TRIES.map((value) => ({ value, label: t(`promise.${value}`) }))}
      />
      <TextInput
        label={t('field.note')}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        data-autofocus
      />
      <DateTimeField label={t('promise.nextAt')} value={values.nextAt} keptAs="nextAt" onChange={(nextAt) => set({ nextAt })} />
    </FormModal>
  );
}

const settling = z.object({ result: z.string() });

/** What came of it, or why it is dropped. */
function SettleDialog({ promise, outcome, onClose }: OfPromiseProps & { outcome: 'settled' | 'cancelled' }) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(settling, { result: '' }, onClose);
  const { result } = values;
  return (
    <FormModal
      {...modal}
      title={t(outcome === 'settled' ? 'promise.settleTitle' : 'promise.cancelTitle')}
      submit={t(outcome === 'settled' ? 'promise.settle' : 'promise.cancel')}
      say={say}
      incomplete={result.trim() === ''}
      onSubmit={async () => {
        const performed = await run(settlePromise, { id: promise.id, outcome, result }, { operationId, quiet: true });
        return performed.ok ? '' : performed.text;
      }}
    >
      <Textarea
        label={t(outcome === 'settled' ? 'promise.came' : 'promise.why')}
        withAsterisk
        value={result}
        error={say.missing(result)}
        onChange={(event) => set({ result: event.currentTarget.value })}
        data-autofocus
      />
    </FormModal>
  );
}

const adding = z.object({ kind: z.enum(PROMISE_KINDS), about: z.string(), forName: z.string(), dueAt: z.string() });
const NOTHING_PROMISED: z.output<typeof adding> = { kind: 'reply', about: '', forName: '', dueAt: '' };

/** One promise more: a reply, a message for a colleague, a call back. */
function AddDialog({ entry, onClose }: { entry: Reception; onClose: () => void }) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(adding, NOTHING_PROMISED, onClose);
  const { kind, about, forName, dueAt } = values;
  return (
    <FormModal
      {...modal}
      title={t('promise.add')}
      submit={t('promise.add')}
      say={say}
      incomplete={about.trim() === '' || (kind === 'message' && forName.trim() === '')}
      onSubmit={async () => {
        const promise = {
          kind,
          about,
          forName: kind === 'message' ? forName : '',
          dueAt,
          ...callerOf(entry),
          unit: entry.unit,
          phone: reachableNumber(entry),
        };
        const performed = await run(addPromise, { receptionId: entry.id, ...promise }, { operationId, quiet: true });
        return performed.ok ? '' : performed.text;
      }}
    >
      <ChoiceField
        label={t('promise.kind')}
        value={kind}
        onChange={(chosen) => set({ kind: chosen })}
        choices={PROMISE_KINDS.map((value) => ({ value, label: t(`promise.${value}`) }))}
      />
      {kind === 'message' && (
        <TextInput
          label={t('field.colleague')}
          withAsterisk
          value={forName}
          error={say.missing(forName)}
          onChange={(event) => set({ forName: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t('field.content')}
        withAsterisk
        value={about}
        error={say.missing(about)}
        onChange={(event) => set({ about: event.currentTarget.value })}
        data-autofocus
      />
      <DateTimeField label={t('promise.dueAt')} value={dueAt} keptAs="dueAt" onChange={(when) => set({ dueAt: when })} />
    </FormModal>
  );
}
