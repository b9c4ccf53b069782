import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { v7 as newId } from 'uuid';
import { openItemOf } from '../../../shared/domain/known-number.ts';
import { letterNextStep, mayDecideAgain, mayIssueForm, type Letter } from '../../../shared/domain/letter.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { KeptDialog } from '../../ui/KeptDialog.tsx';
import { LinkList } from '../../ui/LinkList.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { ScanList } from '../../ui/ScanList.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useRecordDialog } from '../../ui/use-record-dialog.ts';
import { CloseLetter, DecideLetter, HandOverLetter } from './letter-dialogs.tsx';

const firstDialog = () => '' as const;

/** One letter, with its next step in front: the category decides what must happen (2:3.3). */
export function LetterPage({ id }: { id: string }) {
  const { t } = useTranslation(['letters', 'common']);
  const { session } = useDesk();
  const may = useMay();
  const [, go] = useLocation();
  const over = useRecordDialog<'letters', never>('letters', id, firstDialog);
  const { dialog, open: setDialog, close } = over;
  const letter = useLiveQuery(() => session.database.letters.get(id), [session.database, id]);
  const holidays = useLiveQuery(() => session.database.holidays.toArray(), [session.database]);
  if (letter === undefined || holidays === undefined) return null;

  const step = letterNextStep(letter);
  const possible = {
    decide: step === 'decide' || mayDecideAgain(letter),
    handOver: step === 'handOver',
    close: step === 'close' || step === 'reply',
  };
  const beyond = letter.replyDueOn !== '' && isWorkingDay(letter.replyDueOn, holidays).beyondTable;

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={1}>{letter.number}</Title>
          <StateBadge isOpen={letter.state === 'open'}>{t(`stateName.${letter.state}`)}</StateBadge>
        </Group>
        <Group gap="xs">
          {mayIssueForm(letter) && may('issue-coordination-form') && (
            <Button
              variant={step === 'issueForm' ? 'filled' : 'default'}
              onClick={() => go(`/coordination/new/${newId()}?from=letters&id=${id}`)}
            >
              {t('issueForm')}
            </Button>
          )}
          {mayIssueForm(letter) && may('issue-dispatch-order') && (
            <Button variant="default" onClick={() => go(`/dispatch/new/${newId()}?from=letters&id=${id}`)}>
              {t('issueOrder')}
            </Button>
          )}
          {step === 'decide' && may('decide-letter') && <Button onClick={() => setDialog('decide')}>{t('decide')}</Button>}
          {mayDecideAgain(letter) && may('decide-letter') && (
            <Button variant="default" onClick={() => setDialog('decide')}>
              {t('common:complaint.again')}
            </Button>
          )}
          {step === 'openPosting' && may('open-praise-posting') && (
            <Button onClick={() => go(`/praise/new/${newId()}?from=letters&id=${id}`)}>{t('openPosting')}</Button>
          )}
          {possible.handOver && may('hand-over-letter') && <Button onClick={() => setDialog('handOver')}>{t('handOver')}</Button>}
          {letter.state === 'open' && letter.repliedOn === '' && letter.category !== 'praise' && may('save-reply') && (
            <Button variant={step === 'reply' ? 'filled' : 'default'} onClick={() => go(`/replies/new/${newId()}?from=letters&id=${id}`)}>
              {t('draftReply')}
            </Button>
          )}
          {may('change-letter') && (
            <Button variant="default" onClick={() => go(`/letters/${id}/edit`)}>
              {t('edit')}
            </Button>
          )}
          {possible.close && may('close-letter') && (
            <Button variant={step === 'close' ? 'filled' : 'default'} onClick={() => setDialog('close')}>
              {t('close')}
            </Button>
          )}
        </Group>
      </Group>
      {step !== 'none' && (
        <Alert color="teal" py="xs">
          {t('nextStepIs', { step: t(`step.${step}`) })}
          {step === 'openPosting' && ` · ${t('praiseHint')}`}
        </Alert>
      )}
      {beyond && <Alert color="orange">{t('common:beyondTable')}</Alert>}
      <Paper withBorder p="md">
        <LetterFields letter={letter} />
      </Paper>
      <HistoryPanel table="letters" id={id} />
      <KeptDialog place={over} possible={possible} onClose={close}>
        {dialog === 'decide' && <DecideLetter letter={letter} onClose={close} />}
        {dialog === 'handOver' && <HandOverLetter letter={letter} onClose={close} />}
        {dialog === 'close' && <CloseLetter letter={letter} onClose={close} />}
      </KeptDialog>
    </Stack>
  );
}

function LetterFields({ letter }: { letter: Letter }) {
  const { t } = useTranslation(['letters', 'common']);
  const { settings, nameOf, departmentOf } = useDesk();
  const { zone } = settings.desk;
  const { decision, handedOver } = letter;
  return (
    <FieldList
      fields={[
        { label: t('field.receivedAt'), value: formatDateTime(letter.receivedAt, zone) },
        { label: t('field.means'), value: letter.means === '' ? '' : t(`means.${letter.means}`) },
        { label: t('field.category'), value: letter.category === '' ? '' : t(`category.${letter.category}`) },
        { label: t('field.receivedBy'), value: nameOf(letter.receivedBy) },
        {
          label: t('field.sender'),
          value: [letter.sender, letter.senderReading === '' ? '' : `(${letter.senderReading})`].join(' ').trim(),
        },
        { label: t('field.unit'), value: letter.unit },
        {
          label: t('field.phone'),
          value: letter.phone !== '' && (
            <MaskedPhone phone={letter.phone} table="letters" recordId={letter.id} field="phone" openItem={openItemOf('letters', letter)} />
          ),
        },
        { label: t('field.letterDate'), value: letter.letterDate },
        { label: t('field.postmarkDate'), value: letter.postmarkDate },
        { label: t('field.postalNumber'), value: letter.postalNumber },
        { label: t('field.subject'), value: letter.subject, wide: true },
        { label: t('field.summary'), value: letter.summary, wide: true },
        { label: t('field.pages'), value: letter.pages === 0 ? '' : String(letter.pages) },
        { label: t('field.enclosures'), value: letter.enclosures },
        { label: t('field.department'), value: departmentOf(letter.departmentId) },
        { label: t('field.keptWhere'), value: letter.keptWhere },
        { label: t('field.replyNeeded'), value: letter.replyNeeded === '' ? '' : t(`common:${letter.replyNeeded}`) },
        { label: t('field.replyDueOn'), value: letter.replyDueOn },
        { label: t('field.answerBy'), value: letter.answerBy },
        { label: t('field.replyNumber'), value: letter.replyNumber },
        { label: t('field.repliedOn'), value: letter.repliedOn },
        {
          label: t('field.decision'),
          value:
            decision === null
              ? ''
              : t('common:complaint.decided', {
                  name: nameOf(decision.decidedBy),
                  on: decision.on,
                  outcome: t(decision.outcome === 'issueForm' ? 'decideIssue' : 'decideNo'),
                  reason: decision.opinion,
                }),
          wide: true,
        },
        {
          label: t('field.handedOver'),
          value:
            handedOver === null
              ? ''
              : t('handedOver', {
                  at: formatDateTime(handedOver.at, zone),
                  by: nameOf(handedOver.by),
                  department: departmentOf(handedOver.departmentId),
                  to: handedOver.to,
                }),
          wide: true,
        },
        {
          label: t('field.scans'),
          value: letter.scans.length > 0 && <ScanList scans={letter.scans} />,
          wide: true,
        },
        {
          label: t('field.follows'),
          value: letter.followsId !== '' && <LinkList links={[{ table: 'letters', id: letter.followsId, number: letter.followsNumber }]} />,
        },
        { label: t('field.links'), value: letter.links.length > 0 && <LinkList links={letter.links} /> },
        { label: t('field.result'), value: letter.result, wide: true },
        { label: t('field.closedOn'), value: letter.closedOn },
        { label: t('field.note'), value: letter.note, wide: true },
      ]}
    />
  );
}
