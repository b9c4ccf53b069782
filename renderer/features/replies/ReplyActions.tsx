import { Button, Group, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { openDuties } from '../../../shared/domain/reply-delivery.ts';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import { REPLY_TABLE, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { mayLeaveTheHouse, missingReviews } from '../../../shared/domain/reply-review.ts';
import { findTransition } from '../../../shared/domain/state-table.ts';
import { replyStep } from '../../../shared/domain/reply-steps.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import type { ReplyDialog } from './ReplyDialogs.tsx';

type Choice = Exclude<ReplyDialog, '' | 'versions'> | 'edit' | 'submit';

/** The operation behind each choice: whoever may not run it is not offered the choice. */
const OPERATIONS = {
  edit: 'save-reply',
  submit: 'advance-reply',
  recall: 'advance-reply',
  withdraw: 'advance-reply',
  review: 'review-reply',
  returnByManager: 'review-reply',
  approve: 'approve-reply',
  print: 'record-print',
  printAgain: 'record-print',
  printDraft: 'record-print',
  envelope: 'record-print',
  label: 'record-print',
  notice: 'record-print',
  seal: 'advance-reply',
  post: 'post-reply',
  postAgain: 'post-reply',
  sendOnline: 'post-reply',
  confirm: 'confirm-reply',
  delivered: 'record-reply-delivery',
  sentBack: 'record-reply-delivery',
  enquire: 'record-reply-delivery',
  answer: 'record-reply-delivery',
  complete: 'complete-reply',
  tell: 'tell-reply',
  copy: 'copy-reply',
  archive: 'archive-reply',
} as const satisfies Record<Choice, OperationName>;

interface Offered {
  first: Choice[];
  more: Choice[];
}

/** What can be done with a letter now: first the step itself, then the rest behind a menu. */
function offered(letter: ReplyLetter, roles: Parameters<typeof findTransition>[3]): Offered {
  const may = (action: Parameters<typeof findTransition<ReplyLetter['state'], (typeof REPLY_TABLE)[number]['action']>>[2]) =>
    findTransition(REPLY_TABLE, letter.state, action, roles) !== null;
  const withdraw: Choice[] = may('withdraw') ? ['withdraw'] : [];
  const paper: Choice[] = ['envelope', 'label'];
  const asked = letter.postings.at(-1)?.enquiredOn ?? '';
  const enquiry: Choice = asked !== '' && letter.postings.at(-1)?.enquiryAnsweredOn === '' ? 'answer' : 'enquire';
  switch (letter.state) {
    case 'drafting':
      return { first: ['submit', 'edit'], more: ['printDraft', ...withdraw] };
    case 'inReview':
      return {
        first: missingReviews(letter).length > 0 ? ['review'] : ['approve'],
        more: ['returnByManager', 'recall', 'printDraft', ...withdraw],
      };
    case 'approved':
      return { first: ['print'], more: [...paper, 'sendOnline', ...withdraw] };
    case 'printed':
      return {
        first: letter.sealedOn === '' ? ['seal', 'post'] : ['post'],
        more: [...paper, 'printAgain', 'sendOnline', ...withdraw],
      };
    case 'posted':
      return {
        first: replyStep(letter) === 'complete' ? ['complete'] : ['confirm'],
        more: ['delivered', 'sentBack', enquiry, 'complete', ...copyOf(letter), 'printAgain', ...paper],
      };
    case 'sentOnline':
      return { first: ['confirm'], more: ['complete', ...copyOf(letter), 'printAgain'] };
    case 'confirmed':
      return { first: ['complete'], more: ['delivered', enquiry, ...copyOf(letter), 'printAgain'] };
    case 'sentBack':
      return { first: ['postAgain'], more: [enquiry, 'printAgain', ...paper, ...withdraw] };
    case 'complete': {
      const duties = openDuties(letter);
      const tell: Choice[] = duties.some((duty) => duty.startsWith('tell')) ? ['tell'] : [];
      const copy: Choice[] = duties.includes('sendCopy') ? ['copy'] : [];
      const file: Choice[] = duties.length === 1 ? ['archive'] : [];
      return { first: [...tell, ...copy, ...file], more: ['notice', 'delivered', enquiry, 'printAgain'] };
    }
    case 'archived':
      return { first: [], more: ['notice', 'printAgain'] };
    case 'withdrawn':
      return { first: [], more: [] };
  }
}

function copyOf(letter: ReplyLetter): Choice[] {
  return letter.copies.length === 0 && mayLeaveTheHouse(letter) ? ['copy'] : [];
}

/** Buttons of the letter's step, the others in a menu that opens with the keyboard. */
export function ReplyActions({ letter, onChoose }: { letter: ReplyLetter; onChoose: (dialog: ReplyDialog) => void }) {
  const { t } = useTranslation(['replies', 'common']);
  const { person } = useDesk();
  const [, go] = useLocation();
  const run = useOperation();
  const may = useMay();
  const all = offered(letter, person.roles);
  const first = all.first.filter((choice) => may(OPERATIONS[choice]));
  const more = all.more.filter((choice) => may(OPERATIONS[choice]));

  function choose(choice: Choice): void {
    if (choice === 'edit') go(`/replies/${letter.id}/edit`);
    else if (choice === 'submit') void run(advanceReply, { action: 'submit', id: letter.id });
    else onChoose(choice);
  }

  return (
    <Group gap="xs" justify="flex-end">
      {first.map((choice, at) => (
        <Button key={choice} variant={at === 0 ? 'filled' : 'default'} onClick={() => choose(choice)}>
          {t(`action.${choice}`)}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default">{t('common:more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((choice) => (
              <Menu.Item key={choice} color={choice === 'withdraw' ? 'red.9' : undefined} onClick={() => choose(choice)}>
                {t(`action.${choice}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
