import { Alert, Box, Button, Grid, Group, Paper, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { knownNumber, phoneOf, replyItem } from '../../../shared/domain/known-number.ts';
import { replyInput, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { submitObstacles } from '../../../shared/domain/reply-steps.ts';
import type { DraftRow } from '../../data/database.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { saveReply } from '../../data/operations/save-reply.ts';
import type { ReplySource } from '../../data/queries/reply-source.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { formKeys } from '../../ui/form-keys.ts';
import { SaveKey } from '../../ui/KeyHint.tsx';
import { useLeave } from '../../ui/use-leave.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { LetterPreview } from './LetterPreview.tsx';
import { ReplyReceiverFields } from './ReplyReceiverFields.tsx';
import { ReplyReviewFields } from './ReplyReviewFields.tsx';
import { ReplyTextFields } from './ReplyTextFields.tsx';

/** The most a letter holds, some forty pages; `replyInput` says the same. */
const BODY_LIMIT = 40_000;

interface ReplyEditorProps {
  id: string;
  draft: DraftRow;
  /** The draft being changed; `null` for a new letter. */
  letter: ReplyLetter | null;
  source: ReplySource;
}

type ReplyValues = ReplySource['input'];

/** Fields as they were kept; a text longer than a letter may be is kept all the same, and said. */
function restore(letter: ReplyLetter | null, source: ReplySource, kept: Record<string, unknown>): ReplyValues {
  const begun = letter === null ? source.input : { ...replyInput.parse(letter), phoneFrom: phoneOf('replies', replyItem(letter)) };
  const parsed = replyInput.extend({ body: z.string(), phoneFrom: knownNumber.nullable() }).safeParse({ ...begun, ...kept });
  return parsed.success ? parsed.data : begun;
}

/** Writes a reply letter: fields on the left, the page as it will be printed on the right (1:3.1). */
export function ReplyEditor({ id, draft, letter, source }: ReplyEditorProps) {
  const { t } = useTranslation(['replies', 'common', 'shell']);
  const go = useLeave();
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState('');
  const form = useForm<ReplyValues>({
    initialValues: restore(letter, source, draft.values),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues()),
    validate: {
      body: (body) => (body.length > BODY_LIMIT ? t('tooLong', { count: body.length }) : null),
      postcode: (postcode, { language }) => (/^\d{6}$|^$/.test(postcode.trim()) || language === 'en' ? null : t('shell:postcodeRule')),
    },
  });
  const { values } = form;

  async function save(submit: boolean): Promise<void> {
    if (saving || form.validate().hasErrors) return;
    if (submit && markObstacles()) return;
    setSaving(true);
    setProblem('');
    const saved = await run(saveReply, { ...values, id }, { operationId: operationId.current, quiet: true });
    if (!saved.ok) {
      setSaving(false);
      return setProblem(saved.text);
    }
    // What was stored under this operation is this text: the next one is another.
    operationId.current = newId();
    await keeper.drop();
    if (submit) {
      const submitted = await run(advanceReply, { action: 'submit', id }, { quiet: true });
      if (!submitted.ok) {
        setSaving(false);
        return setProblem(submitted.text);
      }
    }
    await saved.value.saved;
    go(`/replies/${id}`);
  }

  /** Says beside each field what still keeps the letter from its reviewers. */
  function markObstacles(): boolean {
    const obstacles = submitObstacles(values);
    for (const obstacle of obstacles) {
      if (obstacle === 'blanks') form.setFieldError('body', t('missing.blanks'));
      else form.setFieldError(obstacle, t(obstacle === 'postalAddress' ? 'addressMissing' : `missing.${obstacle}`));
    }
    return obstacles.length > 0;
  }

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      aria-label={letter === null ? t('new') : t('editTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
      onKeyDown={formKeys(() => void save(false))}
    >
      <Grid gap="md">
        <Grid.Col span={7}>
          <Stack gap="xs">
            <Title order={1}>{letter === null ? t('new') : t('editTitle')}</Title>
            <ReplyReceiverFields form={form} addressFromEstate={source.addressFromEstate} />
            <ReplyTextFields form={form} source={source} />
            <ReplyReviewFields form={form} />
            {problem !== '' && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <Group gap="xs">
              <Button type="submit" loading={saving} rightSection={<SaveKey />}>
                {t('save')}
              </Button>
              <Button variant="default" disabled={saving} onClick={() => void save(true)}>
                {t('saveAndSubmit')}
              </Button>
              <Button
                variant="subtle"
                onClick={() => {
                  void keeper.drop();
                  globalThis.history.back();
                }}
              >
                {t('common:cancel')}
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={5}>
          <Box pos="sticky" top={64}>
            <LetterPreview letter={values} number="" date="" draft={false} height="calc(100vh - 190px)" />
          </Box>
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
