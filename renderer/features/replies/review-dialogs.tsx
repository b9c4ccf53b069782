import { Alert, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { holdsRole, type Person } from '../../../shared/domain/person.ts';
import type { ReplyLetter, ReplyReview } from '../../../shared/domain/reply-letter.ts';
import { mayReview, missingReviews, neededReviews, type NeededReview } from '../../../shared/domain/reply-review.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { approveReply } from '../../data/operations/approve-reply.ts';
import { reviewReply } from '../../data/operations/review-reply.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useDeputy } from '../../ui/use-deputy.tsx';
import { useDecision } from '../../ui/use-decision.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { useReviewerName } from './reviewer-name.ts';

interface LetterDialogProps {
  letter: ReplyLetter;
  onClose: () => void;
}

const keyOf = ({ as, departmentId }: NeededReview) => `${as}/${departmentId}`;

interface ReviewDialogProps extends LetterDialogProps {
  /** The marketing manager returns the letter instead of approving it. */
  byManager?: boolean;
}

/** Enters a reviewer's word: in which capacity, by whom, agreed or returned with an opinion (1:3.3). */
export function ReviewDialog({ letter, onClose, byManager = false }: ReviewDialogProps) {
  const { t } = useTranslation('replies');
  const needed = missingReviews(letter).length > 0 ? missingReviews(letter) : neededReviews(letter);
  const [key, setKey] = useState(keyOf(needed[0] ?? { as: 'supervisor', departmentId: '' }));
  const chosen = needed.find((one) => keyOf(one) === key) ?? { as: 'supervisor' as const, departmentId: '' };
  const reviewerName = useReviewerName();
  return (
    <ReviewForm
      key={key}
      letter={letter}
      review={byManager ? { as: 'marketingManager', departmentId: '' } : chosen}
      onClose={onClose}
      choice={
        byManager ? null : (
          <Select
            label={t('reviewAs')}
            data={needed.map((one) => ({ value: keyOf(one), label: reviewerName(one) }))}
            value={key}
            allowDeselect={false}
            onChange={(next) => setKey(next ?? key)}
          />
        )
      }
    />
  );
}

interface ReviewFormProps extends LetterDialogProps {
  review: Pick<ReplyReview, 'as' | 'departmentId'>;
  choice: React.ReactNode;
}

function ReviewForm({ letter, review, choice, onClose }: ReviewFormProps) {
  const { t } = useTranslation('replies');
  const { people, departments } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const { as, departmentId } = review;
  const entitled = (person: Person) =>
    as === 'marketingManager' ? holdsRole(person, as) : mayReview(person, { as, departmentId }, departments);
  // The head the department names comes before others who may speak for it.
  const namedId = departments.find((one) => one.id === departmentId)?.headId;
  const first = people.find((person) => person.id === namedId && entitled(person)) ?? people.find(entitled);
  const [outcome, setOutcome] = useState<'agree' | 'return'>(as === 'marketingManager' ? 'return' : 'agree');
  const deputy = useDeputy(entitled);
  const decision = useDecision({
    whose: deputy.whose(t('reviewer')),
    among: (person) => deputy.on || entitled(person),
    firstId: first?.id ?? '',
    opinionRequired: outcome === 'return',
  });

  async function submit(): Promise<string> {
    const taken = await decision.take();
    if (!taken.ok) return taken.text;
    const { operationId, confirmations, decision: given } = taken.value;
    const input = { ...deputy.onBehalf(given), id: letter.id, as, departmentId, outcome };
    const result = await run(reviewReply, input, { operationId, confirmations, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      title={as === 'marketingManager' ? t('action.returnByManager') : t('reviewTitle')}
      submit={t(`outcome.${outcome}`)}
      onClose={onClose}
      say={say}
      incomplete={decision.incomplete || deputy.incomplete(decision.decidedBy)}
      onSubmit={submit}
    >
      {choice}
      {as !== 'marketingManager' && (
        <ChoiceField
          label={t('outcomeLabel')}
          value={outcome}
          onChange={setOutcome}
          choices={(['agree', 'return'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      )}
      {decision.fields(say)}
      {deputy.fields(say, decision.decidedBy)}
    </FormModal>
  );
}

/** The marketing manager approves: the text is frozen and the number given (1:3.4). */
export function ApproveDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const { people, session, settings } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const year = localDateOf(session.clock.now(), settings.desk.zone).slice(0, 4);
  const entitled = (person: Person) => holdsRole(person, 'marketingManager');
  const deputy = useDeputy(entitled);
  const decision = useDecision({
    whose: deputy.whose(t('manager')),
    among: (person) => deputy.on || entitled(person),
    firstId: people.find(entitled)?.id ?? '',
  });
  // A number is of the year in which it is given (DOMAIN §12), whenever the paper was signed.
  const ofFormerYear = decision.on !== '' && decision.on.slice(0, 4) < year && settings.rules.letterDated === 'approval';

  async function submit(): Promise<string> {
    const taken = await decision.take();
    if (!taken.ok) return taken.text;
    const { operationId, confirmations, decision: given } = taken.value;
    const result = await run(approveReply, { ...deputy.onBehalf(given), id: letter.id }, { operationId, confirmations, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      title={t('approveTitle')}
      submit={t('action.approve')}
      onClose={onClose}
      say={say}
      incomplete={decision.incomplete || deputy.incomplete(decision.decidedBy)}
      onSubmit={submit}
    >
      {decision.fields(say)}
      {ofFormerYear && (
        <Alert color="orange" py={6} role="status">
          {t('approvedInFormerYear', { year, on: decision.on })}
        </Alert>
      )}
      {deputy.fields(say, decision.decidedBy)}
    </FormModal>
  );
}

interface ReasonDialogProps extends LetterDialogProps {
  title: string;
  label: string;
  send: (reason: string) => Promise<string>;
}

function ReasonDialog({ title, label, send, onClose }: ReasonDialogProps) {
  const say = useSayLacks();
  const [reason, setReason] = useState('');
  return (
    <FormModal title={title} submit={title} onClose={onClose} say={say} incomplete={reason.trim() === ''} onSubmit={() => send(reason)}>
      <Textarea
        label={label}
        withAsterisk
        value={reason}
        error={say.missing(reason)}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormModal>
  );
}

/** Takes a letter back from its reviewers to change it. */
export function RecallDialog(props: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  return (
    <ReasonDialog
      {...props}
      title={t('action.recall')}
      label={t('recallReason')}
      send={async (reason) => {
        const result = await run(advanceReply, { action: 'recall', id: props.letter.id }, { reason, quiet: true });
        return result.ok ? '' : result.text;
      }}
    />
  );
}

/** The letter is not sent after all; number and texts stay on record. */
export function WithdrawDialog(props: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  return (
    <ReasonDialog
      {...props}
      title={t('action.withdraw')}
      label={t('withdrawReason')}
      send={async (reason) => {
        const result = await run(advanceReply, { action: 'withdraw', id: props.letter.id, reason }, { reason, quiet: true });
        return result.ok ? '' : result.text;
      }}
    />
  );
}
