import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import type { KeptDialogName } from '../../ui/kept-dialogs.ts';
import { ArchiveDialog, CopyDialog, TellDialog } from './closing-dialogs.tsx';
import { CompleteDialog, ConfirmDialog, DeliveryDialog } from './delivery-dialogs.tsx';
import { PostDialog, SealDialog } from './posting-dialogs.tsx';
import { EnvelopePrint, LabelPrint, LetterPrint, NoticePrint } from './reply-prints.tsx';
import { ApproveDialog, RecallDialog, ReviewDialog, WithdrawDialog } from './review-dialogs.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';

/** Dialogs in which nothing is typed that would be lost. */
export type OtherDialog = 'print' | 'printAgain' | 'printDraft' | 'envelope' | 'label' | 'notice' | 'versions';
export type ReplyDialog = KeptDialogName<'replies'> | OtherDialog;

interface ReplyDialogsProps {
  letter: ReplyLetter;
  dialog: ReplyDialog | '';
  onClose: () => void;
}

/** The dialog of the step that was chosen. */
export function ReplyDialogs({ letter, dialog, onClose }: ReplyDialogsProps) {
  const common = { letter, onClose };
  switch (dialog) {
    case '':
      return null;
    case 'recall':
      return <RecallDialog {...common} />;
    case 'withdraw':
      return <WithdrawDialog {...common} />;
    case 'review':
      return <ReviewDialog {...common} />;
    case 'returnByManager':
      return <ReviewDialog {...common} byManager />;
    case 'approve':
      return <ApproveDialog {...common} />;
    case 'print':
    case 'printAgain':
      return <LetterPrint {...common} draft={false} />;
    case 'printDraft':
      return <LetterPrint {...common} draft />;
    case 'envelope':
      return <EnvelopePrint {...common} />;
    case 'label':
      return <LabelPrint {...common} />;
    case 'notice':
      return <NoticePrint {...common} />;
    case 'seal':
      return <SealDialog {...common} />;
    case 'post':
    case 'postAgain':
      return <PostDialog {...common} online={false} />;
    case 'sendOnline':
      return <PostDialog {...common} online />;
    case 'confirm':
      return <ConfirmDialog {...common} />;
    case 'delivered':
    case 'sentBack':
    case 'answer':
      return <DeliveryDialog {...common} what={dialog === 'answer' ? 'answered' : dialog} />;
    case 'enquire':
      return <DeliveryDialog {...common} what="enquired" />;
    case 'complete':
      return <CompleteDialog {...common} />;
    case 'tell':
      return <TellDialog {...common} />;
    case 'copy':
      return <CopyDialog {...common} />;
    case 'archive':
      return <ArchiveDialog {...common} />;
    case 'versions':
      return <VersionsDialog {...common} />;
  }
}
