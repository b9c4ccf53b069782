import { Loader, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import type { Praise } from '../../../shared/domain/praise-posting.ts';
import { postPraiseCopy } from '../../data/operations/post-praise-copy.ts';
import { postPraiseOriginal } from '../../data/operations/post-praise-original.ts';
import { takeDownPraise } from '../../data/operations/take-down-praise.ts';
import { lastPostingPlace } from '../../data/queries/praise-board.ts';
import { ChoosePerson } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import type { HangingPlace } from './PraiseHangings.tsx';

interface HangingDialogProps {
  praise: Praise;
  place: HangingPlace;
  onClose: () => void;
}

/** Posts the original or a copy; the place it hung at the last time is offered. Corrects what hangs, with a reason. */
export function PostDialog(props: HangingDialogProps) {
  const { session } = useDesk();
  const { departmentId } = props.place;
  const last = useLiveQuery(() => lastPostingPlace(session.database, departmentId), [session.database, departmentId]);
  if (last === undefined) return <Loader size="sm" />;
  return <PostForm {...props} lastPlace={last} />;
}

function PostForm({ praise, place: { departmentId, hung }, lastPlace, onClose }: HangingDialogProps & { lastPlace: string }) {
  const { t } = useTranslation(['praise', 'common']);
  const { session, settings, person, departmentOf } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const [place, setPlace] = useState(hung?.place ?? lastPlace);
  const [on, setOn] = useState(hung?.on ?? localDateOf(session.clock.now(), settings.desk.zone));
  const [by, setBy] = useState(hung?.by ?? person.id);
  const [reason, setReason] = useState('');
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
      title={title}
      submit={hung === null ? t('post') : t('correctHanging')}
      onClose={onClose}
      say={say}
      incomplete={place.trim() === '' || (hung !== null && reason.trim() === '')}
      onSubmit={async () => {
        const input = { id: praise.id, place, on, by };
        const result = isOriginal
          ? await run(postPraiseOriginal, input, { reason, quiet: true })
          : await run(postPraiseCopy, { ...input, departmentId }, { reason, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('field.place')}
        withAsterisk
        value={place}
        error={say.missing(place)}
        onChange={(event) => setPlace(event.currentTarget.value)}
        data-autofocus
      />
      <DateField label={t('field.on')} withAsterisk value={on} error={say.missing(on)} onChange={setOn} />
      <ChoosePerson label={t('field.by')} value={by} onChange={setBy} />
      {hung !== null && (
        <TextInput
          label={t('common:reason')}
          withAsterisk
          value={reason}
          error={say.missing(reason)}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormModal>
  );
}

/** Notes that the original or a copy was taken down. */
export function TakeDownDialog({ praise, place: { departmentId }, onClose }: HangingDialogProps) {
  const { t } = useTranslation('praise');
  const { session, settings, departmentOf } = useDesk();
  const run = useOperation();
  const [on, setOn] = useState(localDateOf(session.clock.now(), settings.desk.zone));
  return (
    <FormModal
      title={departmentId === '' ? t('takeDownOriginal') : t('takeDownCopy', { department: departmentOf(departmentId) })}
      submit={t('takeDown')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(takeDownPraise, { id: praise.id, departmentId, on }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <DateField label={t('field.takenDownOn')} value={on} onChange={setOn} data-autofocus />
    </FormModal>
  );
}
