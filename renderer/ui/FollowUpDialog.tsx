import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  FOLLOW_UP_MARKS,
  FOLLOW_UP_OUTCOMES,
  followUpGaps,
  followUpInput,
  OVERALL_MARKS,
  type FollowUpInput,
} from '../../shared/domain/follow-up.ts';
import { recordFollowUp } from '../data/operations/record-follow-up.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DateTimeField } from './DateTimeField.tsx';
import { FormModal } from './FormModal.tsx';
import { useKeptFields } from './use-kept-fields.ts';
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
export function FollowUpDialog({ work, spotCheck, onClose }: FollowUpDialogProps) {
  const { t } = useTranslation(['dispatch', 'common']);
  const run = useOperation();
  const begun: FollowUpInput = {
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
  };
  const { values, set, operationId, modal } = useKeptFields(followUpInput, begun, onClose);
  const reached = values.outcome === 'reached';
  const gaps = followUpGaps(values);
  const outcomes = FOLLOW_UP_OUTCOMES.filter((outcome) => outcome !== 'notNeeded' || work.unit === '');
  const yesNo = YES_NO.map((value) => ({ value, label: t(`common:${value}`) }));

  return (
    <FormModal
      {...modal}
      title={t(spotCheck ? 'spotCheckTitle' : 'followUpTitle', { number: work.number })}
      submit={t('followUpSave')}
      size="xl"
      onSubmit={async () => {
        const result = await run(recordFollowUp, { ...values, id: operationId }, { operationId, quiet: true });
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
