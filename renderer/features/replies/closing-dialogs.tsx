import { Alert, Button, Checkbox, Code, CopyButton, Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { holdsRole } from '../../../shared/domain/person.ts';
import { neededCopy, openDuties } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { archiveReply } from '../../data/operations/archive-reply.ts';
import { copyReply } from '../../data/operations/copy-reply.ts';
import { tellReply } from '../../data/operations/tell-reply.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDayBegun } from '../../ui/KeptDialog.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useKeptGroup } from '../../ui/use-kept-group.ts';
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

/** Whom a choice stands for: a person, in the role in which they are told. */
function whoOf(choice: string): { personId: string; role: string } {
  const [role = '', personId = ''] = choice.split('/');
  return { personId, role };
}

const typedTelling = z.object({ personId: z.string(), role: z.string(), how: z.string(), on: z.string() });

/** Tells the marketing VP and the general manager that the letter is complete (1:3.5). */
export function TellDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation(['replies', 'common']);
  const { people } = useDesk();
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
  const { values, set, operationId, modal } = useKeptFields(
    typedTelling,
    { ...whoOf(choices[0]?.value ?? ''), how: t('tell.howDefault'), on: useDayBegun() },
    onClose,
  );
  const { how, on } = values;
  const chosen = choices.find(({ value }) => value === `${values.role}/${values.personId}`)?.value ?? '';
  const role = open.find((one) => chosen.startsWith(`${one.role}/`))?.role;
  return (
    <FormModal
      {...modal}
      title={t('tellTitle')}
      submit={t('action.tell')}
      say={say}
      incomplete={role === undefined || how.trim() === '' || on === ''}
      onSubmit={async () => {
        if (role === undefined) return '';
        const input = { id: letter.id, personId: values.personId, role, how, on };
        const result = await run(tellReply, input, { operationId, quiet: true });
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
        onChange={(value) => set(whoOf(value ?? ''))}
        data-autofocus
      />
      <TextInput
        label={t('tell.how')}
        withAsterisk
        value={how}
        error={say.missing(how)}
        onChange={(event) => set({ how: event.currentTarget.value })}
      />
      <DateField label={t('tell.on')} withAsterisk value={on} error={say.missing(on)} keptAs="on" onChange={(day) => set({ on: day })} />
    </FormModal>
  );
}

const typedCopy = z.object({ receivedBy: z.string(), on: z.string(), excerptOnly: z.boolean(), excerptReason: z.string() });

/** The copy to the other side (1:3.7.2, 1:3.7.3). */
export function CopyDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const to = neededCopy(letter);
  const begun = { receivedBy: '', on: useDayBegun(), excerptOnly: false, excerptReason: '' };
  const { values, set, operationId, modal } = useKeptFields(typedCopy, begun, onClose);
  const { receivedBy, on, excerptOnly, excerptReason } = values;
  return (
    <FormModal
      {...modal}
      title={t('copyTitle')}
      submit={t('action.copy')}
      say={say}
      incomplete={receivedBy.trim() === '' || on === '' || (excerptOnly && excerptReason.trim() === '')}
      onSubmit={async () => {
        const result = await run(copyReply, { id: letter.id, ...values }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      {to !== null && <Text>{t('copy.to', { to: t(`copy.${to}`) })}</Text>}
      <TextInput
        label={t('copy.receivedBy')}
        withAsterisk
        value={receivedBy}
        error={say.missing(receivedBy)}
        onChange={(event) => set({ receivedBy: event.currentTarget.value })}
        data-autofocus
      />
      <DateField
        label={t('delivery.on')}
        withAsterisk
        value={on}
        error={say.missing(on)}
        keptAs="on"
        onChange={(day) => set({ on: day })}
      />
      {to === 'marketingCustomerCentre' && (
        <>
          <Checkbox
            label={t('copy.excerptOnly')}
            description={t('copy.excerptHelp')}
            checked={excerptOnly}
            onChange={(event) => set({ excerptOnly: event.currentTarget.checked })}
          />
          {excerptOnly && (
            <TextInput
              label={t('copy.excerptReason')}
              withAsterisk
              value={excerptReason}
              error={say.missing(excerptReason)}
              onChange={(event) => set({ excerptReason: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </FormModal>
  );
}

const typedFile = z.object({ number: z.string(), place: z.string(), onBehalf: z.boolean() });

/** Files the letter: archive number, place, by whom (1:3.8). */
export function ArchiveDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const begun = { number: '', place: '', onBehalf: false };
  const { values, set, operationId, modal } = useKeptGroup('archive', typedFile, begun, onClose);
  const { number, place, onBehalf } = values;
  return (
    <FormModal
      {...modal}
      title={t('archiveTitle')}
      submit={t('action.archive')}
      say={say}
      incomplete={number.trim() === '' || place.trim() === ''}
      onSubmit={async () => {
        const result = await run(archiveReply, { id: letter.id, number, place, onBehalf }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('archive.number')}
        withAsterisk
        value={number}
        error={say.missing(number)}
        onChange={(event) => set({ number: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={t('archive.place')}
        withAsterisk
        value={place}
        error={say.missing(place)}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <Checkbox label={t('archive.onBehalf')} checked={onBehalf} onChange={(event) => set({ onBehalf: event.currentTarget.checked })} />
    </FormModal>
  );
}
