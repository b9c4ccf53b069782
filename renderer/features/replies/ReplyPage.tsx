import { Alert, Box, Grid, Group, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { missingReviews } from '../../../shared/domain/reply-review.ts';
import { replyStep, replyStepDueOn, submitObstacles } from '../../../shared/domain/reply-steps.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { replyDueOn } from '../../data/queries/open-replies.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { KeptDialog } from '../../ui/KeptDialog.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRecordDialog } from '../../ui/use-record-dialog.ts';
import { LetterPreview } from './LetterPreview.tsx';
import { ReplyActions } from './ReplyActions.tsx';
import { ReplyDialogs, type OtherDialog } from './ReplyDialogs.tsx';
import { aboutWhat, possibleDialogs } from './reply-offers.ts';
import { ReplyFacts } from './ReplyFacts.tsx';
import { ReplyReviews } from './ReplyReviews.tsx';
import { useReviewerName } from './reviewer-name.ts';

/** The print of a letter is opened with its page. */
const firstDialog = (search: URLSearchParams) => (search.get('print') === '1' ? 'print' : '');

/** One reply letter: what must happen next, what was decided and sent, the page itself, its history. */
export function ReplyPage({ id }: { id: string }) {
  const { t } = useTranslation(['replies', 'common']);
  const { session, settings, person } = useDesk();
  const may = useMay();
  const over = useRecordDialog<'replies', OtherDialog>('replies', id, firstDialog);
  const { dialog, open, close } = over;
  const now = useNow();
  const found = useLiveQuery(async () => {
    const letter = await session.database.replies.get(id);
    if (letter === undefined) return undefined;
    const [wantedBy, holidays] = await Promise.all([replyDueOn(session.database, letter), session.database.holidays.toArray()]);
    return { letter, dueOn: replyStepDueOn(letter, wantedBy), holidays };
  }, [session.database, id]);
  if (found === undefined) return null;
  const { letter, dueOn, holidays } = found;

  const isOpen = replyStep(letter) !== 'none';
  const beyond = dueOn !== '' && isWorkingDay(dueOn, holidays).beyondTable;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Title order={1}>{letter.number === '' ? t('draftTitle') : letter.number}</Title>
          <StateBadge isOpen={isOpen}>{t(`stateName.${letter.state}`)}</StateBadge>
        </Group>
        <ReplyActions letter={letter} onChoose={(chosen) => open(chosen, aboutWhat(letter, chosen))} />
      </Group>
      {isOpen && <NextStep letter={letter} dueOn={dueOn} today={localDateOf(now, settings.desk.zone)} />}
      {beyond && <Alert color="orange">{t('common:beyondTable')}</Alert>}
      <Grid gap="md">
        <Grid.Col span={7}>
          <Stack gap="sm">
            <Paper withBorder p="md">
              <ReplyFacts letter={letter} onCompare={() => open('versions')} />
            </Paper>
            <ReplyReviews letter={letter} />
            <HistoryPanel table="replies" id={id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={5}>
          <Box pos="sticky" top={64}>
            <LetterPreview
              letter={letter}
              number={letter.number}
              date={letter.letterDate}
              draft={letter.approval === null}
              height="calc(100vh - 250px)"
            />
          </Box>
        </Grid.Col>
      </Grid>
      <KeptDialog place={over} possible={possibleDialogs(letter, { roles: person.roles, may }, over.of)} onClose={close}>
        <ReplyDialogs letter={letter} dialog={dialog} onClose={close} />
      </KeptDialog>
    </Stack>
  );
}

/** What must happen now, by when, and who or what is still missing. */
function NextStep({ letter, dueOn, today }: { letter: ReplyLetter; dueOn: string; today: string }) {
  const { t } = useTranslation(['replies', 'common']);
  const reviewerName = useReviewerName();
  const step = replyStep(letter);
  const [obstacle] = step === 'write' ? submitObstacles(letter) : [];
  const waiting = step === 'review' ? missingReviews(letter).map(reviewerName).join(t('common:listSeparator')) : '';
  const parts = [
    t('nextStepIs', { step: t(`step.${step}`) }),
    dueOn === '' ? '' : t('dueOn', { on: dueOn }),
    waiting === '' ? '' : t('waitingFor', { names: waiting }),
    obstacle === undefined ? '' : t(`missing.${obstacle}`),
  ];
  const late = dueOn !== '' && dueOn < today;
  return (
    <Alert color={late ? 'red' : 'teal'} py="xs">
      {parts.filter((part) => part !== '').join(' · ')}
    </Alert>
  );
}
