import { Box, Button, Grid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { knownNumber, phoneOf, replyItem } from '../../../shared/domain/known-number.ts';
import { replyInput, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { submitObstacles, type SubmitObstacle } from '../../../shared/domain/reply-steps.ts';
import type { DraftRow } from '../../data/database.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { saveReply } from '../../data/operations/save-reply.ts';
import type { ReplySource } from '../../data/queries/reply-source.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { goToWrongField } from '../../ui/go-to-wrong-field.ts';
import { PageForm } from '../../ui/PageForm.tsx';
import { restoreFields } from '../../ui/restore-fields.ts';
import { useOperation, type RunOutcome } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { LetterPreview } from './LetterPreview.tsx';
import { ReplyReceiverFields } from './ReplyReceiverFields.tsx';
import { ReplyReviewFields } from './ReplyReviewFields.tsx';
import { ReplyTextFields } from './ReplyTextFields.tsx';

/** The most a letter holds, some forty pages; `replyInput` says the same. */
const BODY_LIMIT = 40_000;

/** What keeps a letter from its reviewers, worded where it is shown: the language may be switched while it stands there. */
function ObstacleWords({ obstacle }: { obstacle: SubmitObstacle }) {
  const { t } = useTranslation('replies');
  return t(obstacle === 'postalAddress' ? 'addressMissing' : `missing.${obstacle}`);
}

interface ReplyEditorProps {
  id: string;
  draft: DraftRow;
  /** The draft being changed; `null` for a new letter. */
  letter: ReplyLetter | null;
  source: ReplySource;
}

type ReplyValues = ReplySource['input'];

const replyValues = replyInput.extend({ phoneFrom: knownNumber.nullable() });

function begunWith(letter: ReplyLetter | null, source: ReplySource): ReplyValues {
  return letter === null ? source.input : { ...replyInput.parse(letter), phoneFrom: phoneOf('replies', replyItem(letter)) };
}

/** Writes a reply letter: fields on the left, the page as it will be printed on the right (1:3.1). */
export function ReplyEditor({ id, draft, letter, source }: ReplyEditorProps) {
  const { t } = useTranslation(['replies', 'common', 'shell']);
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const [own] = useState(() => (letter === null ? null : replyInput.parse(letter)));
  const form = useForm<ReplyValues>({
    initialValues: restoreFields(replyValues, begunWith(letter, source), draft.values),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: {
      body: (body) => (body.length > BODY_LIMIT ? t('tooLong', { count: body.length }) : null),
      postcode: (postcode, { language }) => (/^\d{6}$|^$/.test(postcode.trim()) || language === 'en' ? null : t('shell:postcodeRule')),
    },
  });
  const { values } = form;

  const page = usePageForm(keeper, form);

  async function store(submit: boolean): Promise<RunOutcome> {
    const saved = await run(saveReply, { ...values, id }, { operationId: operationId.current, quiet: true });
    if (!saved.ok || !submit) return saved;
    // What was stored under this operation is this text: should it not go to its reviewers, the next one is another.
    operationId.current = newId();
    await keeper.drop();
    return run(advanceReply, { action: 'submit', id }, { quiet: true });
  }

  function save(submit: boolean): void {
    // Drawn at once, for the cursor to go there.
    if (submit && flushSync(markObstacles)) return void goToWrongField(page.element.current);
    void page.save(() => store(submit), `/replies/${id}`);
  }

  /** Says beside each field what still keeps the letter from its reviewers. */
  function markObstacles(): boolean {
    const obstacles = submitObstacles(values);
    for (const obstacle of obstacles) {
      form.setFieldError(obstacle === 'blanks' ? 'body' : obstacle, <ObstacleWords obstacle={obstacle} />);
    }
    return obstacles.length > 0;
  }

  return (
    <Grid gap="md">
      <Grid.Col span={7}>
        <PageForm
          page={page}
          title={letter === null ? t('new') : t('editTitle')}
          submit={t('save')}
          others={
            <Button variant="default" disabled={page.saving} onClick={() => save(true)}>
              {t('saveAndSubmit')}
            </Button>
          }
          meanwhile={{ table: 'replies', draft, own }}
          onSave={() => save(false)}
          onCancel={() => void page.giveUp()}
        >
          <ReplyReceiverFields form={form} addressFromEstate={source.addressFromEstate} />
          <ReplyTextFields form={form} source={source} />
          <ReplyReviewFields form={form} />
        </PageForm>
      </Grid.Col>
      <Grid.Col span={5}>
        <Box pos="sticky" top={64}>
          <LetterPreview letter={values} number="" date="" draft={false} height="calc(100vh - 130px)" />
        </Box>
      </Grid.Col>
    </Grid>
  );
}
