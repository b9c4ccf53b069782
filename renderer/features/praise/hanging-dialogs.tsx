import { Loader, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Praise } from '../../../shared/domain/praise-posting.ts';
import { postPraiseCopy } from '../../data/operations/post-praise-copy.ts';
import { postPraiseOriginal } from '../../data/operations/post-praise-original.ts';
import { takeDownPraise } from '../../data/operations/take-down-praise.ts';
import { lastPostingPlace } from '../../data/queries/praise-board.ts';
import { ChoosePerson } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useDayBegun, useWhoBegan } from '../../ui/KeptDialog.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import type { HangingPlace } from './PraiseHangings.tsx';

interface HangingDialogProps {
  praise: Praise;
  place: HangingPlace;
  onClose: () => void;
}

/** What is done with one row of what hangs. Nothing where another dialog is open, or none. */
export function HangingDialog({ dialog, ...props }: HangingDialogProps & { dialog: string }) {
  switch (dialog) {
    case 'postOriginal':
    case 'correctOriginal':
    case 'postCopy':
    case 'correctCopy':
      return <PostDialog {...props} />;
    case 'takeDown':
      return <TakeDownDialog {...props} />;
    default:
      return null;
  }
}

/** Posts the original or a copy; the place it hung at the last time is offered. Corrects what hangs, with a reason. */
function PostDialog(props: HangingDialogProps) {
  const { session } = useDesk();
  const { departmentId } = props.place;
  const last = useLiveQuery(() => lastPostingPlace(session.database, departmentId), [session.database, departmentId]);
  if (last === undefined) return <Loader size="sm" />;
  return <PostForm {...props} lastPlace={last} />;
}

const posting = z.object({ place: z.string(), on: z.string(), by: z.string(), reason: z.string() });

function PostForm({ praise, place: { departmentId, hung }, lastPlace, onClose }: HangingDialogProps & { lastPlace: string }) {
  const { t } = useTranslation(['praise', 'common']);
  const { departmentOf } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const begunOn = useDayBegun();
  const begunBy = useWhoBegan();
  const begun = { place: hung?.place ?? lastPlace, on: hung?.on ?? begunOn, by: hung?.by ?? begunBy, reason: '' };
  const { values, set, operationId, modal } = useKeptFields(posting, begun, onClose);
  const { place, on, by, reason } = values;
  const department = departmentOf(departmentId);
  const isOriginal = departmentId === '';
  const title =
    hung === null
      ? isOriginal
        ? t('postOriginal')
        : t('postCopy', { department })
      : isOriginal
        ? t('correctOriginal')
        : t('correctCopy', { department });
  return (
    <FormModal
      {...modal}
      title={title}
      submit={hung === null ? t('post') : t('correctHanging')}
      say={say}
      incomplete={place.trim() === '' || (hung !== null && reason.trim() === '')}
      onSubmit={async () => {
        const input = { id: praise.id, place, on, by };
        const result = isOriginal
          ? await run(postPraiseOriginal, input, { reason, operationId, quiet: true })
          : await run(postPraiseCopy, { ...input, departmentId }, { reason, operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('field.place')}
        withAsterisk
        value={place}
        error={say.missing(place)}
        onChange={(event) => set({ place: event.currentTarget.value })}
        data-autofocus
      />
      <DateField label={t('field.on')} withAsterisk value={on} keptAs="on" error={say.missing(on)} onChange={(day) => set({ on: day })} />
      <ChoosePerson label={t('field.by')} value={by} onChange={(id) => set({ by: id })} />
      {hung !== null && (
        <TextInput
          label={t('common:reason')}
          withAsterisk
          value={reason}
          error={say.missing(reason)}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
    </FormModal>
  );
}

const takingDown = z.object({ takenDownOn: z.string() });

/** Notes that the original or a copy was taken down. */
function TakeDownDialog({ praise, place: { departmentId }, onClose }: HangingDialogProps) {
  const { t } = useTranslation('praise');
  const { departmentOf } = useDesk();
  const run = useOperation();
  const { values, set, operationId, modal } = useKeptFields(takingDown, { takenDownOn: useDayBegun() }, onClose);
  const { takenDownOn: on } = values;
  return (
    <FormModal
      {...modal}
      title={departmentId === '' ? t('takeDownOriginal') : t('takeDownCopy', { department: departmentOf(departmentId) })}
      submit={t('takeDown')}
      onSubmit={async () => {
        const result = await run(takeDownPraise, { id: praise.id, departmentId, on }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <DateField
        label={t('field.takenDownOn')}
        value={on}
        keptAs="takenDownOn"
        onChange={(takenDownOn) => set({ takenDownOn })}
        data-autofocus
      />
    </FormModal>
  );
}
