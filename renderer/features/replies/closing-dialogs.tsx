import { Alert, Button, Checkbox, Code, CopyButton, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { holdsRole } from '../../../shared/domain/person.ts';
import { neededCopy, openDuties } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { archiveReply } from '../../data/operations/archive-reply.ts';
import { copyReply } from '../../data/operations/copy-reply.ts';
import { tellReply } from '../../data/operations/tell-reply.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface LetterDialogProps {
  letter: ReplyLetter;
  onClose: () => void;
}

/** Who is told on completion, in the order the procedure names them (1:3.5). */
const TOLD = [
  { role: 'marketingVP', duty: 'tellMarketingVP' },
  { role: 'generalManager', duty: 'tellGeneralManager' },
] as const;

/** The notice in words, to be printed or pasted into a message. */
export function useNoticeText(letter: ReplyLetter): string {
  const { t } = useTranslation('replies');
  const { number, title, customer, unit, completion } = letter;
  if (completion === null) return '';
  return t('tell.text', { number, title, customer, unit, on: completion.on, ground: t(`ground.${completion.ground}`) });
}

/** Tells the marketing VP and the general manager that the letter is complete (1:3.5). */
export function TellDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation(['replies', 'common']);
  const { session, settings, people } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const text = useNoticeText(letter);
  const duties = openDuties(letter);
  const open = TOLD.filter(({ duty }) => duties.includes(duty));
  const choices = open.flatMap(({ role }) =>
    people
      .filter((one) => holdsRole(one, role))
      .map((one) => ({ value: `${role}/${one.id}`, label: `${one.name} · ${t(`common:role.${role}`)}` })),
  );
  const [chosen, setChosen] = useState(choices[0]?.value ?? '');
  const [how, setHow] = useState(t('tell.howDefault'));
  const [on, setOn] = useState(localDateOf(session.clock.now(), settings.desk.zone));
  const role = open.find((one) => chosen.startsWith(`${one.role}/`))?.role;
  return (
    <FormModal
      title={t('tellTitle')}
      submit={t('action.tell')}
      onClose={onClose}
      say={say}
      incomplete={role === undefined || how.trim() === '' || on === ''}
      onSubmit={async () => {
        if (role === undefined) return '';
        const input = { id: letter.id, personId: chosen.slice(role.length + 1), role, how, on };
        const result = await run(tellReply, input, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Code block style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-sm" w="fit-content" onClick={copy}>
            {copied ? t('tell.copied') : t('tell.copyText')}
          </Button>
        )}
      </CopyButton>
      {choices.length === 0 && (
        <Alert color="orange">
          {t('tell.nobody', { roles: open.map((one) => t(`common:role.${one.role}`)).join(t('common:listSeparator')) })}
        </Alert>
      )}
      <Select
        label={t('tell.person')}
        withAsterisk
        allowDeselect={false}
        data={choices}
        value={chosen}
        error={say.missing(chosen)}
        onChange={(value) => setChosen(value ?? '')}
        data-autofocus
      />
      <TextInput
        label={t('tell.how')}
        withAsterisk
        value={how}
        error={say.missing(how)}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <DateField label={t('tell.on')} withAsterisk value={on} error={say.missing(on)} onChange={setOn} />
    </FormModal>
  );
}

/** The copy to the other side (1:3.7.2, 1:3.7.3). */
export function CopyDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const { session, settings } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const to = neededCopy(letter);
  const [receivedBy, setReceivedBy] = useState('');
  const [on, setOn] = useState(localDateOf(session.clock.now(), settings.desk.zone));
  const [excerptOnly, setExcerptOnly] = useState(false);
  const [excerptReason, setExcerptReason] = useState('');
  return (
    <FormModal
      title={t('copyTitle')}
      submit={t('action.copy')}
      onClose={onClose}
      say={say}
      incomplete={receivedBy.trim() === '' || on === '' || (excerptOnly && excerptReason.trim() === '')}
      onSubmit={async () => {
        const result = await run(copyReply, { id: letter.id, receivedBy, on, excerptOnly, excerptReason }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      {to !== null && <Text>{t('copy.to', { to: t(`copy.${to}`) })}</Text>}
      <TextInput
        label={t('copy.receivedBy')}
        withAsterisk
        value={receivedBy}
        error={say.missing(receivedBy)}
        onChange={(event) => setReceivedBy(event.currentTarget.value)}
        data-autofocus
      />
      <DateField label={t('delivery.on')} withAsterisk value={on} error={say.missing(on)} onChange={setOn} />
      {to === 'marketingCustomerCentre' && (
        <>
          <Checkbox
            label={t('copy.excerptOnly')}
            description={t('copy.excerptHelp')}
            checked={excerptOnly}
            onChange={(event) => setExcerptOnly(event.currentTarget.checked)}
          />
          {excerptOnly && (
            <TextInput
              label={t('copy.excerptReason')}
              withAsterisk
              value={excerptReason}
              error={say.missing(excerptReason)}
              onChange={(event) => setExcerptReason(event.currentTarget.value)}
            />
          )}
        </>
      )}
    </FormModal>
  );
}

/** Files the letter: archive number, place, by whom (1:3.8). */
export function ArchiveDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const [number, setNumber] = useState('');
  const [place, setPlace] = useState('');
  const [onBehalf, setOnBehalf] = useState(false);
  return (
    <FormModal
      title={t('archiveTitle')}
      submit={t('action.archive')}
      onClose={onClose}
      say={say}
      incomplete={number.trim() === '' || place.trim() === ''}
      onSubmit={async () => {
        const result = await run(archiveReply, { id: letter.id, number, place, onBehalf }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('archive.number')}
        withAsterisk
        value={number}
        error={say.missing(number)}
        onChange={(event) => setNumber(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('archive.place')}
        withAsterisk
        value={place}
        error={say.missing(place)}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <Checkbox label={t('archive.onBehalf')} checked={onBehalf} onChange={(event) => setOnBehalf(event.currentTarget.checked)} />
    </FormModal>
  );
}
