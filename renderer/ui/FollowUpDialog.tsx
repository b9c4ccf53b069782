import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import {
  FOLLOW_UP_MARKS,
  FOLLOW_UP_OUTCOMES,
  followUpGaps,
  followUpInput,
  OVERALL_MARKS,
  type FollowUpInput,
} from '../../shared/domain/follow-up.ts';
import type { DraftRow } from '../data/database.ts';
import { recordFollowUp } from '../data/operations/record-follow-up.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DateTimeField } from './DateTimeField.tsx';
import { DraftGate } from './drafts.tsx';
import { FormModal } from './FormModal.tsx';
import { May } from './may.tsx';
import { restoreFields } from './restore-fields.ts';
import { useDialogDraft } from './use-dialog-draft.ts';
import { useOperation } from './use-operation.ts';

/** The work that is asked about: a dispatch order, or another department's coordination form. */
export interface FollowedUp extends Pick<FollowUpInput, 'orderId' | 'formId' | 'unit'> {
  number: string;
  customer: string;
}

interface FollowUpDialogProps {
  work: FollowedUp;
  /** Checks another department's own follow-up instead of making one (4:职权2). */
  spotCheck: boolean;
  onClose: () => void;
}

const YES_NO = ['yes', 'no'] as const;
const MEANS = ['call', 'visit'] as const;

/**
 * What the customer says of the work: reached or not, five marks, overall, opinion. It is filled in while the customer speaks:
 * whoever unlocks the desk next finds it half-filled on Today.
 */
export function FollowUpDialog(props: FollowUpDialogProps) {
  const { work, spotCheck } = props;
  const kind = spotCheck ? 'spotCheck' : 'followUp';
  return (
    <May run="record-follow-up">
      <DraftGate dialog id={`${kind}-${work.orderId === '' ? work.formId : work.orderId}`} form={kind}>
        {(draft) => <FollowUpForm {...props} draft={draft} />}
      </DraftGate>
    </May>
  );
}

function FollowUpForm({ work, spotCheck, onClose, draft }: FollowUpDialogProps & { draft: DraftRow }) {
  const { t } = useTranslation(['dispatch', 'common']);
  const run = useOperation();
  const operationId = useRef(newId());
  // Kept with what was typed: saved, and offered again after a crash, it must not be recorded twice.
  const [id] = useState(() => (typeof draft.values['id'] === 'string' ? draft.values['id'] : newId()));
  const path = work.orderId === '' ? `/coordination/${work.formId}` : `/dispatch/${work.orderId}`;
  const { keeper, kept, close } = useDialogDraft(draft, `${path}?dialog=${draft.form}`, onClose);
  const [begun] = useState<FollowUpInput>({
    orderId: work.orderId,
    orderNumber: work.orderId === '' ? '' : work.number,
    formId: work.formId,
    unit: work.unit,
    spokenTo: work.customer,
    means: work.unit === '' ? '' : 'call',
    outcome: '',
    marks: { inTime: '', quality: '', manner: '', chargeAsAgreed: '', leftClean: '' },
    overall: '',
    opinion: '',
    at: '',
    spotCheck,
    agreesWithDepartment: '',
    note: '',
  });
  const [values, setValues] = useState(() => restoreFields(followUpInput, begun, draft.values));
  const set = (change: Partial<FollowUpInput>) => {
    const typed = { ...values, ...change };
    setValues(typed);
    keeper.keep({ ...typed, id }, begun);
  };
  const reached = values.outcome === 'reached';
  const gaps = followUpGaps(values);
  const outcomes = FOLLOW_UP_OUTCOMES.filter((outcome) => outcome !== 'notNeeded' || work.unit === '');
  const yesNo = YES_NO.map((value) => ({ value, label: t(`common:${value}`) }));

  return (
    <FormModal
      title={t(spotCheck ? 'spotCheckTitle' : 'followUpTitle', { number: work.number })}
      submit={t('followUpSave')}
      size="xl"
      kept={kept}
      onClose={close}
      onSubmit={async () => {
        const result = await run(recordFollowUp, { ...values, id }, { operationId: operationId.current, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <SimpleGrid cols={3} spacing="sm">
        <TextInput
          label={t('field.spokenTo')}
          value={values.spokenTo}
          onChange={(event) => set({ spokenTo: event.currentTarget.value })}
          data-autofocus
        />
        <DateTimeField label={t('field.at')} value={values.at} keptAs="at" onChange={(at) => set({ at })} />
        <ChoiceField
          label={t('field.followUpMeans')}
          value={values.means}
          onChange={(means) => set({ means })}
          choices={MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
        />
      </SimpleGrid>
      <ChoiceField
        label={t('field.outcome')}
        withAsterisk
        value={values.outcome}
        onChange={(outcome) => set({ outcome })}
        choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {work.unit === '' && (
        <Text size="sm" c="gray.7">
          {t('followUpNotNeededHelp')}
        </Text>
      )}
      {reached && (
        <>
          <ChoiceField
            label={t('field.overall')}
            withAsterisk
            value={values.overall}
            onChange={(overall) => set({ overall })}
            choices={OVERALL_MARKS.map((value) => ({ value, label: t(`overall.${value}`) }))}
          />
          <SimpleGrid cols={5} spacing="xs">
            {FOLLOW_UP_MARKS.map((mark) => (
              <ChoiceField
                key={mark}
                label={t(`mark.${mark}`)}
                value={values.marks[mark]}
                onChange={(given) => set({ marks: { ...values.marks, [mark]: given } })}
                choices={yesNo}
              />
            ))}
          </SimpleGrid>
        </>
      )}
      {spotCheck && (
        <ChoiceField
          label={t('departmentRecord')}
          withAsterisk={reached}
          value={values.agreesWithDepartment}
          onChange={(agreesWithDepartment) => set({ agreesWithDepartment })}
          choices={YES_NO.map((value) => ({ value, label: t(`agreesWithDepartment.${value}`) }))}
        />
      )}
      <Textarea
        label={t('customerOpinion')}
        withAsterisk={gaps.includes('opinion')}
        value={values.opinion}
        onChange={(event) => set({ opinion: event.currentTarget.value })}
      />
    </FormModal>
  );
}
