import { Alert, Badge, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import {
  answeredThrough,
  COORDINATION_TABLE,
  coordinationWarnings,
  needsHeadsWord,
  OPEN_COORDINATION_STATES,
  wasDone,
} from '../../../shared/domain/coordination-form.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { openActions } from '../../../shared/domain/state-table.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { countSuperseded } from '../../data/prints.ts';
import { repliesOfForm } from '../../data/queries/form-replies.ts';
import { spotChecksOf } from '../../data/queries/spot-checks.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { FollowUpDialog } from '../../ui/FollowUpDialog.tsx';
import { FollowUpList } from '../../ui/FollowUpList.tsx';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { KeptDialog } from '../../ui/KeptDialog.tsx';
import { May, useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRecordDialog } from '../../ui/use-record-dialog.ts';
import { CoordinationFields } from './CoordinationFields.tsx';
import { CoordinationPrint } from './CoordinationPrint.tsx';
import { HeadsWordDialog } from './HeadsWordDialog.tsx';
import { ArchiveDialog, FinishDialog, RemindDialog, StepDialog } from './step-dialogs.tsx';

/** The print of a new form is opened with its page. */
const firstDialog = (search: URLSearchParams) => (search.get('print') === '1' ? 'print' : '');
type OtherDialog = 'archive' | 'print';

/** One coordination form: where it stands, what can be done with it now, its history. */
export function CoordinationPage({ id }: { id: string }) {
  const { t } = useTranslation(['coordination', 'common']);
  const { session, settings, person } = useDesk();
  const may = useMay();
  const now = useNow();
  const [, go] = useLocation();
  const over = useRecordDialog<'coordination', OtherDialog>('coordination', id, firstDialog);
  const { dialog, open: setDialog, close } = over;
  const form = useLiveQuery(() => session.database.coordinationForms.get(id), [session.database, id]);
  const holidays = useLiveQuery(() => session.database.holidays.toArray(), [session.database]);
  const superseded = useLiveQuery(() => countSuperseded(session.database, id), [session.database, id]);
  const spotChecks = useLiveQuery(() => spotChecksOf(session.database, id), [session.database, id]);
  const replies = useLiveQuery(
    async () => (form === undefined ? undefined : repliesOfForm(session.database, form)),
    [session.database, form],
  );
  if (form === undefined || holidays === undefined || superseded === undefined || spotChecks === undefined || replies === undefined) {
    return null;
  }

  const warnings = coordinationWarnings(form, now, localDateOf(now, settings.desk.zone));
  const ofOthers = needsHeadsWord(form, settings.estate.deskDepartmentId);
  const needsWord = ofOthers && form.headsWord === null;
  const isOpen = OPEN_COORDINATION_STATES.includes(form.state);
  const mayConfirm = (form.state === 'done' || form.state === 'customerTold') && needsWord;
  const steps = may('advance-coordination-form') ? openActions(COORDINATION_TABLE, form.state, person.roles) : [];
  const onwards = steps.filter((action) => action !== 'cancel');
  const mayReply = isOpen && !replies.replied && (form.customer !== '' || form.unit !== '');
  const answered = answeredThrough(form);
  const possible = {
    receive: steps.includes('receive'),
    finish: steps.includes('finish'),
    tellCustomer: steps.includes('tellCustomer'),
    cancel: steps.includes('cancel'),
    remind: form.state === 'issued' || form.state === 'received',
    confirm: mayConfirm,
    spotCheck: ofOthers && wasDone(form),
  };
  const beyond = form.dueOn !== '' && isWorkingDay(form.dueOn, holidays).beyondTable;

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={1}>{form.number}</Title>
          <StateBadge isOpen={isOpen}>{t(`stateName.${form.state}`)}</StateBadge>
          {warnings.map((warning) => (
            <Badge key={warning} color="red.9">
              {t(`warning.${warning}`)}
            </Badge>
          ))}
        </Group>
        <Group gap="xs">
          {onwards.map((action) => (
            <Button key={action} variant="filled" disabled={action === 'archive' && needsWord} onClick={() => setDialog(action)}>
              {t(`action.${action}`)}
            </Button>
          ))}
          {mayConfirm && may('confirm-coordination-form') && (
            <Button variant="filled" onClick={() => setDialog('confirm')}>
              {t('action.confirm')}
            </Button>
          )}
          {possible.remind && may('remind-coordination-form') && (
            <Button variant="default" onClick={() => setDialog('remind')}>
              {t('action.remind')}
            </Button>
          )}
          {possible.spotCheck && may('record-follow-up') && (
            <Button variant="default" onClick={() => setDialog('spotCheck')}>
              {t('action.spotCheck')}
            </Button>
          )}
          {isOpen && may('issue-dispatch-order') && (
            <Button variant="default" onClick={() => go(`/dispatch/new/${newId()}?from=coordinationForms&id=${id}`)}>
              {t('action.issueOrder')}
            </Button>
          )}
          {mayReply && may('save-reply') && (
            <Button variant="default" onClick={() => go(`/replies/new/${newId()}?from=${answered.table}&id=${answered.id}`)}>
              {t('action.reply')}
            </Button>
          )}
          {isOpen && may('change-coordination-form') && (
            <Button variant="default" onClick={() => go(`/coordination/${id}/edit`)}>
              {t('action.change')}
            </Button>
          )}
          <May run="record-print">
            <Button variant="default" onClick={() => setDialog('print')}>
              {t('action.print')}
            </Button>
          </May>
          {possible.cancel && (
            // Last, as on the other pages: not one key from the step that is next.
            <Button variant="subtle" color="red" onClick={() => setDialog('cancel')}>
              {t('action.cancel')}
            </Button>
          )}
        </Group>
      </Group>
      {mayConfirm && (
        <Alert color="gray" py="xs">
          {t('needsHead')}
        </Alert>
      )}
      {beyond && <Alert color="orange">{t('common:beyondTable')}</Alert>}
      <Paper withBorder p="md">
        <CoordinationFields form={form} replies={replies.links} superseded={superseded} />
      </Paper>
      <FollowUpList followUps={spotChecks} />
      <HistoryPanel table="coordinationForms" id={id} />
      <KeptDialog place={over} possible={possible} onClose={close}>
        {dialog === 'print' && <CoordinationPrint form={form} onClose={close} />}
        {dialog === 'remind' && <RemindDialog form={form} onClose={close} />}
        {dialog === 'confirm' && <HeadsWordDialog form={form} onClose={close} />}
        {dialog === 'spotCheck' && (
          <FollowUpDialog
            work={{ orderId: '', formId: id, number: form.number, unit: form.unit, customer: form.customer }}
            spotCheck
            onClose={close}
          />
        )}
        {dialog === 'archive' && <ArchiveDialog form={form} onClose={close} />}
        {dialog === 'finish' && <FinishDialog form={form} onClose={close} />}
        {(dialog === 'receive' || dialog === 'tellCustomer' || dialog === 'cancel') && (
          <StepDialog form={form} action={dialog} onClose={close} />
        )}
      </KeptDialog>
    </Stack>
  );
}
