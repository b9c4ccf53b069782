import { Alert, Badge, Button, Group, Kbd, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import { closingGaps, promiseNeeded } from '../../../shared/domain/reception.ts';
import type { DraftRow } from '../../data/database.ts';
import { logReception } from '../../data/operations/log-reception.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { useDraftOthers } from '../../ui/draft-others.tsx';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { useEntries } from '../../ui/entries.tsx';
import { FailureWords } from '../../ui/FailureWords.tsx';
import classes from '../../ui/form-actions.module.css';
import { formKeys } from '../../ui/form-keys.ts';
import { SaveKey } from '../../ui/KeyHint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { goToWrongField } from '../../ui/go-to-wrong-field.ts';
import { useFormCursor } from '../../ui/use-form-cursor.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { CallerFields } from './CallerFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import { EarlierContacts } from './EarlierContacts.tsx';
import { DraftTitle } from './EntryDock.tsx';
import { restoreDraft, type ReceptionValues } from './reception-values.ts';

interface ReceptionFormProps {
  draft: DraftRow;
  /** Another form stands beside this one: less room. */
  beside: boolean;
  others: readonly DraftRow[];
}

type AfterSave = 'close' | 'form' | 'order' | 'slip';

/** Quick entry of a call or visit. Saving is always possible; what is missing is said, and needed only for closing. */
export function ReceptionForm({ draft, beside, others }: ReceptionFormProps) {
  const { t } = useTranslation('reception');
  const { settings, person } = useDesk();
  const othersOf = useDraftOthers();
  const [, go] = useLocation();
  const run = useOperation();
  const entries = useEntries();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const [saving, setSaving] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const form = useForm<ReceptionValues>({
    initialValues: restoreDraft(draft, person.id),
    onValuesChange: (values) => keeper.keep(values),
  });
  const values = form.values;
  const gaps = closingGaps({ ...values, complaint: undefined }, []);
  const visit = others.find((other) => other.values['channel'] === 'visit');
  const element = useRef<HTMLFormElement>(null);
  useFormCursor(element, others.length);

  async function save(after: AfterSave, putOffForId = ''): Promise<void> {
    // Not every button sends the form: a field whose text cannot be read says so itself.
    if (saving || element.current?.reportValidity() === false) return;
    setSaving(true);
    const standsAt = globalThis.location.hash;
    const result = await run(logReception, { ...values, id: draft.id, putOffForId }, { operationId: operationId.current, quiet: true });
    setSaving(false);
    if (!result.ok) {
      const field = result.error.parameters?.['field'];
      const words = <FailureWords failure={result.error} />;
      if (typeof field === 'string' && field in values) {
        // Drawn at once, for the cursor to go there.
        flushSync(() => form.setFieldError(field, words));
        if (goToWrongField(element.current)) return;
      }
      // The form may be put aside, or locked away, before anybody has read it.
      notifications.show({ message: words, color: 'red', autoClose: false });
      return;
    }
    await keeper.drop();
    if (after === 'close') return;
    await result.value.saved;
    // This form is gone by now; whoever went on to another page meanwhile is not fetched away from it.
    if (globalThis.location.hash !== standsAt) return;
    entries.minimise();
    if (after === 'form') go(`/coordination/new/${newId()}?from=receptions&id=${draft.id}`);
    else if (after === 'order') go(`/dispatch/new/${newId()}?from=receptions&id=${draft.id}`);
    else go(`/reception/${draft.id}?print=slip`);
  }

  const owes = promiseNeeded(values);
  const typedBefore = othersOf(draft);
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      ref={element}
      aria-label={t(`channel.${values.channel}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void save('close');
      }}
      onKeyDown={formKeys(() => void save('close'), entries.minimise)}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Title order={2}>
              <DraftTitle draft={draft} />
            </Title>
            {values.followsNumber !== '' && <Badge variant="light">{t('followed', { number: values.followsNumber })}</Badge>}
          </Group>
          {values.channel === 'call' && (
            <Text fw={600} c="teal.9">
              {t('greeting', { company: settings.estate.propertyCompany })}
            </Text>
          )}
        </Group>
        {typedBefore !== '' && (
          <Alert color="orange" py={6} role="status">
            {typedBefore}
          </Alert>
        )}
        <Group align="flex-start" wrap={beside ? 'wrap' : 'nowrap'} gap="md">
          <Stack gap="xs" flex={1} miw={beside ? '100%' : 0}>
            <CallerFields form={form} beside={beside} />
            <ContentFields form={form} owes={owes} />
          </Stack>
          <EarlierContacts form={form} entryId={draft.id} width={beside ? '100%' : 300} />
        </Group>
        {gaps.length > 0 && values.content !== '' && (
          <Alert color="gray" py={6}>
            {t('saveNeverBlocked', { gaps: gaps.map((gap) => t(`gap.${gap}`)).join(' · ') })}
          </Alert>
        )}
        <Group gap="xs" className={classes.actions}>
          <Button type="submit" loading={saving} rightSection={<SaveKey />}>
            {t('save')}
          </Button>
          {(values.category === 'report' || values.category === 'help') && (
            <Button variant="default" onClick={() => void save('order')} disabled={saving}>
              {t('saveAndOrder')}
            </Button>
          )}
          {values.category !== 'complaint' && values.category !== 'colleague' && (
            <Button variant="default" onClick={() => void save('form')} disabled={saving}>
              {t('saveAndForm')}
            </Button>
          )}
          {owes === 'message' && (
            <Button variant="default" onClick={() => void save('slip')} disabled={saving}>
              {t('saveAndSlip')}
            </Button>
          )}
          {values.channel === 'call' && visit !== undefined && (
            <Button variant="light" color="orange" onClick={() => void save('close', visit.id)} disabled={saving}>
              {t('putOff')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => entries.minimise()} rightSection={<Kbd size="xs">Esc</Kbd>}>
            {t('minimise')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setDiscarding(true)}>
            {t('discard')}
          </Button>
        </Group>
      </Stack>
      <ConfirmModal
        opened={discarding}
        text={t('discardAsk')}
        confirm={t('discard')}
        refuse={t('keep')}
        onConfirm={() => void keeper.drop()}
        onClose={() => setDiscarding(false)}
      />
    </Paper>
  );
}
