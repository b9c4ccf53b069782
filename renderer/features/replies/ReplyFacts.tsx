import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openItemOf, replyItem } from '../../../shared/domain/known-number.ts';
import { enquiryUntil, lostLetterCompensation } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter, ReplyPosting } from '../../../shared/domain/reply-letter.ts';
import { plainYuan } from '../../../shared/domain/money.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { LinkList } from '../../ui/LinkList.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useDesk } from '../../ui/session.tsx';

interface ReplyFactsProps {
  letter: ReplyLetter;
  onCompare: () => void;
}

/** Everything known of a letter beside its text. */
export function ReplyFacts({ letter, onCompare }: ReplyFactsProps) {
  const { t } = useTranslation(['replies', 'common']);
  const { settings, nameOf, departmentOf } = useDesk();
  const { zone } = settings.desk;
  const yes = (value: boolean) => value && t('common:yes');
  const { completion, archive } = letter;
  return (
    <Stack gap="xs">
      <FieldList
        fields={[
          { label: t('field.title'), value: letter.title, wide: true },
          { label: t('field.customer'), value: letter.customer },
          { label: t('field.unit'), value: letter.unit },
          {
            label: t('field.phone'),
            value: letter.phone !== '' && (
              <MaskedPhone
                phone={letter.phone}
                table="replies"
                recordId={letter.id}
                field="phone"
                openItem={openItemOf('replies', replyItem(letter))}
              />
            ),
          },
          { label: t('field.postalName'), value: letter.postalName },
          { label: t('field.postcode'), value: letter.postcode },
          { label: t('field.postalAddress'), value: letter.postalAddress, wide: true },
          { label: t('field.answers'), value: letter.answers.length > 0 && <LinkList links={letter.answers} /> },
          { label: t('field.handledBy'), value: t(`handledByName.${letter.handledBy}`) },
          { label: t('field.draftedBy'), value: nameOf(letter.draftedBy) },
          { label: t('field.createdAt'), value: formatDateTime(letter.createdAt, zone) },
          { label: t('field.concernsProperty'), value: yes(letter.concernsProperty) },
          { label: t('field.legalQuestion'), value: yes(letter.legalQuestion) },
          {
            label: t('field.departments'),
            value: letter.departmentIds.map(departmentOf).join(t('common:listSeparator')),
          },
          { label: t('field.letterDate'), value: letter.letterDate },
          {
            label: t('field.printed'),
            value:
              letter.printedAt !== '' &&
              t('printedLine', { at: formatDateTime(letter.printedAt, zone), by: nameOf(letter.printedBy), count: letter.timesPrinted }),
          },
          { label: t('field.sealed'), value: letter.sealedOn !== '' && t('sealLine', { on: letter.sealedOn, by: letter.sealedBy }) },
          { label: t('field.postings'), value: letter.postings.length > 0 && <Postings postings={letter.postings} />, wide: true },
          { label: t('field.confirmDueOn'), value: letter.state === 'posted' || letter.state === 'sentOnline' ? letter.confirmDueOn : '' },
          {
            label: t('field.confirmations'),
            value: letter.confirmations
              .map((call) =>
                t('callLine', {
                  at: formatDateTime(call.at, zone),
                  by: nameOf(call.by),
                  outcome: t(`outcome.${call.outcome}`),
                  spokenTo: call.spokenTo,
                  note: call.note,
                }).trim(),
              )
              .join('\n'),
            wide: true,
          },
          {
            label: t('field.completion'),
            value:
              completion !== null &&
              t('completedLine', {
                on: completion.on,
                by: nameOf(completion.by),
                ground: t(`ground.${completion.ground}`),
                opinion: completion.supervisorsWord?.opinion ?? '',
              }).trim(),
            wide: true,
          },
          {
            label: t('field.tellings'),
            value: letter.tellings
              .map((one) =>
                t('toldLine', { on: one.on, name: one.name, role: t(`common:role.${one.role}`), how: one.how, by: nameOf(one.by) }),
              )
              .join('\n'),
            wide: true,
          },
          {
            label: t('field.copies'),
            value: letter.copies
              .map((one) =>
                t('copiedLine', {
                  on: one.on,
                  to: t(`copy.${one.to}`),
                  receivedBy: one.receivedBy,
                  excerpt: one.excerptOnly ? t('excerptLine', { reason: one.excerptReason }) : '',
                }).trim(),
              )
              .join('\n'),
            wide: true,
          },
          {
            label: t('field.archive'),
            value:
              archive !== null &&
              t('archivedLine', {
                number: archive.number,
                place: archive.place,
                on: archive.on,
                by: nameOf(archive.by),
                onBehalf: archive.onBehalf ? t('archive.onBehalf') : '',
              }).trim(),
            wide: true,
          },
          {
            label: t('field.withdrawn'),
            value:
              letter.withdrawnAt !== '' &&
              t('withdrawnLine', {
                at: formatDateTime(letter.withdrawnAt, zone),
                by: nameOf(letter.withdrawnBy),
                reason: letter.withdrawReason,
              }),
            wide: true,
          },
          { label: t('field.note'), value: letter.note, wide: true },
        ]}
      />
      {letter.versions.length > 1 && (
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={onCompare}>
          {t('compare')} ({letter.versions.length})
        </Button>
      )}
    </Stack>
  );
}

/** What was handed to whom, and what came of it, one posting after the other. */
function Postings({ postings }: { postings: readonly ReplyPosting[] }) {
  const { t } = useTranslation('replies');
  return postings.map((posting, index) => {
    const lines = [
      t('postingLine', {
        form: t(`formName.${posting.form}`),
        number: posting.postalNumber === '' ? '' : ` ${posting.postalNumber}`,
        on: posting.postedOn,
        // A letter sent online or handed over has neither receipt nor postage.
        more: [
          posting.receiptNumber === '' ? '' : t('postingReceipt', { receipt: posting.receiptNumber }),
          posting.postOffice,
          posting.weightGrams > 0 ? t('post.grams', { grams: posting.weightGrams }) : '',
          posting.chargesFen > 0 ? `¥${plainYuan(posting.chargesFen)}` : '',
        ]
          .filter((part) => part !== '')
          .map((part) => t('postingMore', { part }))
          .join(''),
      }),
      [posting.onlineAddress, posting.onlineReason].filter((part) => part !== '').join(' '),
      posting.deliveredOn === '' || posting.signedBy === ''
        ? ''
        : t('deliveredLine', { on: posting.deliveredOn, signedBy: t(`signedBy.${posting.signedBy}`), note: posting.deliveryNote }).trim(),
      posting.sentBackOn === '' ? '' : t('sentBackLine', { on: posting.sentBackOn, reason: posting.sentBackReason }),
      posting.enquiredOn === '' ? '' : t('enquiredLine', { on: posting.enquiredOn, due: posting.enquiryAnswerDueOn }),
      posting.enquiryAnsweredOn === '' ? '' : t('answeredLine', { on: posting.enquiryAnsweredOn, result: posting.enquiryResult }),
      posting.form === 'registered' && posting.deliveredOn === ''
        ? t('enquiryUntil', { on: enquiryUntil(posting), amount: plainYuan(lostLetterCompensation(posting)) })
        : '',
    ];
    return (
      <span key={index} style={{ display: 'block' }}>
        {lines.filter((line) => line !== '').join('\n')}
      </span>
    );
  });
}
