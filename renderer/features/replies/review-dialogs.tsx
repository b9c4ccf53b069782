import { Alert, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { holdsRole, type Person } from '../../../shared/domain/person.ts';
import { REVIEW_ROLES, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { mayReview, missingReviews, neededReviews } from '../../../shared/domain/reply-review.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { approveReply } from '../../data/operations/approve-reply.ts';
import { reviewReply } from '../../data/operations/review-reply.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { decisionFields, useBeginDecision, useDecision } from '../../ui/use-decision.tsx';
import { deputyFields, NO_DEPUTY, useDeputy } from '../../ui/use-deputy.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useKeptGroup } from '../../ui/use-kept-group.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { useReviewerName } from './reviewer-name.ts';

interface LetterDialogProps {
  letter: ReplyLetter;
  onClose: () => void;
}

interface ReviewDialogProps extends LetterDialogProps {
  /** The marketing manager returns the letter instead of approving it. */
  byManager?: boolean;
}

const typedReview = z.object({
  as: z.enum([...REVIEW_ROLES, 'marketingManager']),
  departmentId: z.string(),
  outcome: z.enum(['agree', 'return']),
  ...decisionFields.shape,
  ...deputyFields.shape,
});
type Capacity = Pick<z.output<typeof typedReview>, 'as' | 'departmentId'>;
const MANAGER: Capacity = { as: 'marketingManager', departmentId: '' };
const SUPERVISOR: Capacity = { as: 'supervisor', departmentId: '' };

const keyOf = ({ as, departmentId }: Capacity) => `${as}/${departmentId}`;

/** Who may speak in a capacity. */
function useEntitled(): (capacity: Capacity) => (person: Person) => boolean {
  const { departments } = useDesk();
  return ({ as, departmentId }) =>
    (person) =>
      as === 'marketingManager' ? holdsRole(person, as) : mayReview(person, { as, departmentId }, departments);
}

/** Who is asked for first: the head the department names comes before others who may speak for it. */
function useFirstToReview(): (capacity: Capacity) => string {
  const { people, departments } = useDesk();
  const entitled = useEntitled();
  return (capacity) => {
    const mayBe = people.filter(entitled(capacity));
    const namedId = departments.find((one) => one.id === capacity.departmentId)?.headId;
    return (mayBe.find(({ id }) => id === namedId) ?? mayBe[0])?.id ?? '';
  };
}

/** Enters a reviewer's word: in which capacity, by whom, agreed or returned with an opinion (1:3.3). */
export function ReviewDialog({ letter, onClose, byManager = false }: ReviewDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const begin = useBeginDecision();
  const reviewerName = useReviewerName();
  const entitledTo = useEntitled();
  const firstOf = useFirstToReview();
  const needed: readonly Capacity[] = byManager
    ? [MANAGER]
    : missingReviews(letter).length > 0
      ? missingReviews(letter)
      : neededReviews(letter);
  const first = needed[0] ?? SUPERVISOR;
  const { as, departmentId } = first;
  const begun = {
    as,
    departmentId,
    outcome: byManager ? ('return' as const) : ('agree' as const),
    ...begin(firstOf(first)),
    ...NO_DEPUTY,
  };
  const kept = useKeptGroup('reviews', typedReview, begun, onClose);
  const { values, set, modal } = kept;
  const { outcome } = values;
  // A review that was kept may not be needed any more: whoever goes on with it says what it is then.
  const capacity = needed.find((one) => keyOf(one) === keyOf(values));
  const entitled = entitledTo(values);
  const deputy = useDeputy(entitled, kept);
  const decision = useDecision({
    whose: deputy.whose(t('reviewer')),
    among: (person) => deputy.on || entitled(person),
    opinionRequired: outcome === 'return',
    kept,
  });

  async function submit(): Promise<string> {
    const taken = await decision.take();
    if (!taken.ok) return taken.text;
    const { operationId, confirmations, decision: given } = taken.value;
    const input = { ...deputy.onBehalf(given), id: letter.id, as: values.as, departmentId: values.departmentId, outcome };
    const result = await run(reviewReply, input, { operationId, confirmations, quiet: true });
    return result.ok ? '' : result.text;
  }

  /** Another capacity, and with it who speaks in it. */
  function reviewAs(key: string | null): void {
    const chosen = needed.find((one) => keyOf(one) === key);
    if (chosen !== undefined) set({ as: chosen.as, departmentId: chosen.departmentId, decidedBy: firstOf(chosen) });
  }

  return (
    <FormModal
      {...modal}
      title={byManager ? t('action.returnByManager') : t('reviewTitle')}
      submit={t(`outcome.${outcome}`)}
      say={say}
      incomplete={capacity === undefined || decision.incomplete || deputy.incomplete(decision.decidedBy)}
      onSubmit={submit}
    >
      {!byManager && (
        <>
          <Select
            label={t('reviewAs')}
            data={needed.map((one) => ({ value: keyOf(one), label: reviewerName(one) }))}
            value={capacity === undefined ? null : keyOf(capacity)}
            error={say.missing(capacity === undefined ? '' : keyOf(capacity))}
            allowDeselect={false}
            onChange={reviewAs}
          />
          <ChoiceField
            label={t('outcomeLabel')}
            value={outcome}
            onChange={(chosen) => set({ outcome: chosen })}
            choices={(['agree', 'return'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </>
      )}
      {decision.fields(say)}
      {deputy.fields(say, decision.decidedBy)}
    </FormModal>
  );
}

const typedApproval = z.object({ ...decisionFields.shape, ...deputyFields.shape });

/** The marketing manager approves: the text is frozen and the number given (1:3.4). */
export function ApproveDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const { people, session, settings } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const entitled = (person: Person) => holdsRole(person, 'marketingManager');
  const begun = { ...useBeginDecision()(people.find(entitled)?.id ?? ''), ...NO_DEPUTY };
  const kept = useKeptGroup('approval', typedApproval, begun, onClose);
  const deputy = useDeputy(entitled, kept);
  const decision = useDecision({
    whose: deputy.whose(t('manager')),
    among: (person) => deputy.on || entitled(person),
    kept,
  });
  const year = localDateOf(session.clock.now(), settings.desk.zone).slice(0, 4);
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
      {...kept.modal}
      title={t('approveTitle')}
      submit={t('action.approve')}
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

const typedReason = z.object({ reason: z.string() });

interface ReasonDialogProps extends LetterDialogProps {
  title: string;
  label: string;
  send: (reason: string, operationId: string) => Promise<string>;
}

function ReasonDialog({ title, label, send, onClose }: ReasonDialogProps) {
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(typedReason, { reason: '' }, onClose);
  const { reason } = values;
  return (
    <FormModal
      {...modal}
      title={title}
      submit={title}
      say={say}
      incomplete={reason.trim() === ''}
      onSubmit={() => send(reason, operationId)}
    >
      <Textarea
        label={label}
        withAsterisk
        value={reason}
        error={say.missing(reason)}
        onChange={(event) => set({ reason: event.currentTarget.value })}
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
      send={async (reason, operationId) => {
        const result = await run(advanceReply, { action: 'recall', id: props.letter.id }, { reason, operationId, quiet: true });
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
      send={async (reason, operationId) => {
        const result = await run(advanceReply, { action: 'withdraw', id: props.letter.id, reason }, { reason, operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    />
  );
}
