import { Alert, Badge, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { v7 as newId } from 'uuid';
import { openItemOf } from '../../../shared/domain/known-number.ts';
import type { DeskPromise } from '../../../shared/domain/promise.ts';
import { changeNeedsReason, closingGaps, mayDecideComplaint, receptionNextStep, type Reception } from '../../../shared/domain/reception.ts';
import { promisesOf } from '../../data/queries/due-promises.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { KeptDialog } from '../../ui/KeptDialog.tsx';
import { LinkList } from '../../ui/LinkList.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useMay } from '../../ui/may.tsx';
import { pathBefore } from '../../ui/path-before.ts';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';
import { useRecordDialog } from '../../ui/use-record-dialog.ts';
import { mainButton, type MainButton } from './main-button.ts';
import { MessageSlipPrint } from './MessageSlipPrint.tsx';
import { CheckEntry, CloseEntry, DecideEntry } from './reception-dialogs.tsx';
import { PromiseDialog } from './promise-dialogs.tsx';
import { PromiseList } from './PromiseList.tsx';
import { NUMBER_LABEL } from './reception-values.ts';

/** The slip of a message is printed beside the page's dialogs. */
const firstDialog = () => '' as const;

/** One entry of the log with everything that came of it. */
export function ReceptionPage({ id }: { id: string }) {
  const { t } = useTranslation(['reception', 'common']);
  const { session } = useDesk();
  const may = useMay();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const over = useRecordDialog('reception', id, firstDialog);
  const { dialog, open: setDialog, close } = over;
  // Whoever comes back from changing it goes on where they were.
  const [cameBack] = useState(() => pathBefore() === `/reception/${id}/edit`);
  /** The message whose slip is being printed; `undefined` for the first one, asked for by the address. */
  const [slipOf, setSlipOf] = useState<DeskPromise>();
  const entry = useLiveQuery(() => session.database.receptions.get(id), [session.database, id]);
  const promises = useLiveQuery(() => promisesOf(session.database, id), [session.database, id]);
  if (entry === undefined || promises === undefined) return null;

  const gaps = closingGaps(entry, promises);
  const isOpen = entry.state === 'open';
  const message = slipOf ?? (search.get('print') === 'slip' ? promises.find((promise) => promise.kind === 'message') : undefined);
  const step = isOpen ? receptionNextStep(entry) : null;
  const mayPost = may('open-praise-posting') && entry.category === 'praise' && !entry.links.some((to) => to.table === 'praises');
  const mayIssue = isOpen && (entry.category !== 'complaint' || entry.complaint?.outcome === 'followUp');
  const promise = promises.find((one) => one.id === over.of);
  const stillPromised = promise?.state === 'open';
  const possible = {
    close: isOpen,
    check: true,
    decide: mayDecideComplaint(entry),
    addPromise: isOpen,
    tryPromise: stillPromised,
    settlePromise: stillPromised,
    cancelPromise: stillPromised,
  };
  const main = mainButton(entry, gaps);
  const look = (button: MainButton) => (button === main ? 'filled' : 'default');

  function closeSlip(): void {
    setSlipOf(undefined);
    if (search.has('print')) go(`/reception/${id}`, { replace: true });
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={1}>{entry.number}</Title>
          <StateBadge isOpen={isOpen}>{t(`stateName.${entry.state}`)}</StateBadge>
          {entry.urgency === 'urgent' && <Badge color="red.9">{t('urgency.urgent')}</Badge>}
        </Group>
        <Group gap="xs">
          {mayPost && (
            <Button variant={look('openPosting')} onClick={() => go(`/praise/new/${newId()}?from=receptions&id=${id}`)}>
              {t('openPosting')}
            </Button>
          )}
          {mayIssue && may('issue-dispatch-order') && (
            <Button variant={look('issueOrder')} onClick={() => go(`/dispatch/new/${newId()}?from=receptions&id=${id}`)}>
              {t('issueOrder')}
            </Button>
          )}
          {mayIssue && may('issue-coordination-form') && (
            <Button variant={look('issueForm')} onClick={() => go(`/coordination/new/${newId()}?from=receptions&id=${id}`)}>
              {t('issueForm')}
            </Button>
          )}
          {isOpen && entry.category !== 'colleague' && may('save-reply') && (
            <Button variant="default" onClick={() => go(`/replies/new/${newId()}?from=receptions&id=${id}`)}>
              {t('draftReply')}
            </Button>
          )}
          {possible.decide && may('decide-complaint') && (
            <Button variant={look('decide')} onClick={() => setDialog('decide')}>
              {step === 'decide' ? t('decide') : t('common:complaint.again')}
            </Button>
          )}
          {may('check-reception') && (
            <Button variant="default" onClick={() => setDialog('check')}>
              {t('check')}
            </Button>
          )}
          {may('change-reception') && (
            <Button variant="default" onClick={() => go(`/reception/${id}/edit`)} autoFocus={cameBack}>
              {t(changeNeedsReason(entry) ? 'correct' : 'change')}
            </Button>
          )}
          {isOpen && may('close-reception') && (
            <Button variant={look('close')} onClick={() => setDialog('close')} disabled={gaps.length > 0}>
              {t('close')}
            </Button>
          )}
        </Group>
      </Group>
      {step !== null && <Alert color="orange">{t(step === 'decide' ? 'waitsAssistant' : 'waitsForm')}</Alert>}
      {isOpen && gaps.length > 0 && (
        <Alert color="gray" py="xs">
          {t('gapsTitle', { gaps: gaps.map((gap) => t(`gap.${gap}`)).join(' · ') })}
        </Alert>
      )}
      <Paper withBorder p="md">
        <EntryFields entry={entry} />
      </Paper>
      <PromiseList promises={promises} entry={entry} onSlip={setSlipOf} open={setDialog} />
      <HistoryPanel table="receptions" id={id} />
      <KeptDialog place={over} possible={possible} onClose={close}>
        {dialog === 'close' && <CloseEntry entry={entry} onClose={close} />}
        {dialog === 'check' && <CheckEntry entry={entry} onClose={close} />}
        {dialog === 'decide' && <DecideEntry entry={entry} onClose={close} />}
        {(dialog === 'addPromise' || dialog === 'tryPromise' || dialog === 'settlePromise' || dialog === 'cancelPromise') && (
          <PromiseDialog dialog={dialog} entry={entry} promise={promise} onClose={close} />
        )}
      </KeptDialog>
      {message !== undefined && <MessageSlipPrint entry={entry} message={message} onClose={closeSlip} />}
    </Stack>
  );
}

function EntryFields({ entry }: { entry: Reception }) {
  const { t } = useTranslation(['reception', 'common']);
  const { settings, nameOf, departmentOf } = useDesk();
  const { zone } = settings.desk;
  const callerName = useCallerName();
  const openItem = openItemOf('receptions', entry);
  const { complaint } = entry;
  return (
    <FieldList
      fields={[
        {
          label: t('field.channel'),
          value: [t(`channel.${entry.channel}`), entry.rings === '' ? '' : t(`rings.${entry.rings}`)]
            .filter((part) => part !== '')
            .join(' · '),
        },
        { label: t('field.occurredAt'), value: formatDateTime(entry.occurredAt, zone) },
        { label: t('field.enteredAt'), value: formatDateTime(entry.createdAt, zone) },
        { label: t('field.takenBy'), value: nameOf(entry.takenBy) },
        { label: t('field.unit'), value: entry.unit },
        {
          label: t('field.customer'),
          value: [callerName(entry), entry.customerReading === '' ? '' : `(${entry.customerReading})`].join(' ').trim(),
        },
        { label: t('field.relation'), value: entry.relation === '' ? '' : t(`common:relation.${entry.relation}`) },
        { label: t('field.category'), value: entry.category === '' ? '' : t(`category.${entry.category}`) },
        {
          label: t(NUMBER_LABEL[entry.channel]),
          value: entry.numberWithheld
            ? t('field.numberWithheld')
            : entry.callingNumber !== '' && (
                <MaskedPhone phone={entry.callingNumber} table="receptions" recordId={entry.id} field="callingNumber" openItem={openItem} />
              ),
        },
        {
          label: t('field.numberLeft'),
          value: entry.numberRefused
            ? t('field.numberRefused')
            : entry.numberLeft !== '' && (
                <MaskedPhone phone={entry.numberLeft} table="receptions" recordId={entry.id} field="numberLeft" openItem={openItem} />
              ),
        },
        { label: t('field.colleague'), value: entry.colleagueName || nameOf(entry.colleagueId) },
        { label: t('field.passedToDepartment'), value: departmentOf(entry.passedToDepartmentId) },
        { label: t('field.passedToPerson'), value: nameOf(entry.passedToPersonId) },
        { label: t('field.content'), value: entry.content, wide: true },
        { label: t('field.answeredOnSpot'), value: entry.answeredOnSpot === '' ? '' : t(`common:${entry.answeredOnSpot}`) },
        { label: t('field.answer'), value: entry.answer, wide: true },
        {
          label: t('decide'),
          value:
            complaint === null
              ? ''
              : t('common:complaint.decided', {
                  name: nameOf(complaint.decidedBy),
                  on: complaint.on,
                  outcome: t(complaint.outcome === 'followUp' ? 'decideFollowUp' : 'decideNo'),
                  reason: complaint.opinion,
                }),
          wide: true,
        },
        {
          label: t('field.follows'),
          value: entry.followsId !== '' && <LinkList links={[{ table: 'receptions', id: entry.followsId, number: entry.followsNumber }]} />,
        },
        { label: t('field.links'), value: entry.links.length > 0 && <LinkList links={entry.links} /> },
        { label: t('field.result'), value: entry.result, wide: true },
        { label: t('field.closedAt'), value: formatDateTime(entry.closedAt, zone) },
        {
          label: t('field.checked'),
          value:
            entry.checkedAt !== '' &&
            `${t('checkedOk', { name: nameOf(entry.checkedBy), at: formatDateTime(entry.checkedAt, zone) })} ${entry.checkRemark}`,
          wide: true,
        },
        { label: t('field.note'), value: entry.note, wide: true },
      ]}
    />
  );
}
