import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { praiseGaps, somethingHangs, thanksOpen } from '../../../shared/domain/praise-posting.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { KeptDialog } from '../../ui/KeptDialog.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useRecordDialog } from '../../ui/use-record-dialog.ts';
import { HangingDialog } from './hanging-dialogs.tsx';
import { CancelPraise, FilePraise, ThankCustomer } from './praise-dialogs.tsx';
import { PraiseFacts } from './PraiseFacts.tsx';
import { PraiseHangings, placesOf } from './PraiseHangings.tsx';
import { PraisePrint } from './PraisePrint.tsx';
import { usePraiseGapText } from '../../ui/use-praise-gap-text.ts';

const firstDialog = () => '' as const;
type OtherDialog = 'cover' | 'notice';

/** One praise: what still has to hang in front, what hangs where, its papers, its history (2:3.3.3). */
export function PraisePage({ id }: { id: string }) {
  const { t } = useTranslation('praise');
  const { session } = useDesk();
  const may = useMay();
  const [, go] = useLocation();
  const over = useRecordDialog<'praise', OtherDialog>('praise', id, firstDialog);
  const { dialog, open: setDialog, close } = over;
  const gapText = usePraiseGapText();
  const praise = useLiveQuery(() => session.database.praises.get(id), [session.database, id]);
  if (praise === undefined) return null;

  const cancelled = praise.state === 'cancelled';
  const isOpen = praise.state === 'open';
  const gaps = cancelled ? [] : [...praiseGaps(praise).map(gapText), ...(thanksOpen(praise) ? [t('gap.thanks')] : [])];
  const place = placesOf(praise).find(({ departmentId }) => departmentId === over.of);
  const mayPost = !cancelled && place?.hung === null;
  const mayCorrect = !cancelled && place !== undefined && place.hung !== null;
  const possible = {
    postOriginal: mayPost,
    correctOriginal: mayCorrect,
    postCopy: mayPost,
    correctCopy: mayCorrect,
    takeDown: mayCorrect && place.hung?.takenDownOn === '',
    thank: !cancelled && thanksOpen(praise),
    file: !cancelled,
    cancel: isOpen,
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="xs">
          <Title order={1}>{praise.number}</Title>
          <StateBadge isOpen={isOpen}>{t(`stateName.${praise.state}`)}</StateBadge>
        </Group>
        {!cancelled && (
          <Group gap="xs">
            {may('record-print') && (
              <>
                <Button variant="default" onClick={() => setDialog('cover')}>
                  {t('printCover')}
                </Button>
                <Button variant="default" onClick={() => setDialog('notice')}>
                  {t('printNotice')}
                </Button>
              </>
            )}
            {thanksOpen(praise) && may('thank-praise-customer') && (
              <Button variant="default" onClick={() => setDialog('thank')}>
                {t('thank')}
              </Button>
            )}
            {may('file-praise-posting') && (
              <Button variant="default" onClick={() => setDialog('file')}>
                {t('filing')}
              </Button>
            )}
            {may('change-praise-posting') && (
              <Button variant="default" onClick={() => go(`/praise/${id}/edit`)}>
                {t(somethingHangs(praise) ? 'correct' : 'change')}
              </Button>
            )}
            {isOpen && may('cancel-praise-posting') && (
              <Button variant="subtle" color="red" onClick={() => setDialog('cancel')}>
                {t('cancel')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {gaps.length > 0 && (
        <Alert color={isOpen ? 'orange' : 'gray'} py="xs">
          {gaps.join(' · ')}
        </Alert>
      )}
      <PraiseHangings praise={praise} open={setDialog} />
      <Paper withBorder p="md">
        <PraiseFacts praise={praise} />
      </Paper>
      <HistoryPanel table="praises" id={id} />
      <KeptDialog place={over} possible={possible} onClose={close}>
        {dialog === 'thank' && <ThankCustomer praise={praise} onClose={close} />}
        {dialog === 'file' && <FilePraise praise={praise} onClose={close} />}
        {dialog === 'cancel' && <CancelPraise praise={praise} onClose={close} />}
        {place !== undefined && <HangingDialog dialog={dialog} praise={praise} place={place} onClose={close} />}
      </KeptDialog>
      {(dialog === 'cover' || dialog === 'notice') && <PraisePrint praise={praise} paper={dialog} onClose={close} />}
    </Stack>
  );
}
