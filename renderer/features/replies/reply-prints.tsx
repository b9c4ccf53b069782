import { Group, NumberInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole } from '../../../shared/domain/person.ts';
import { currentPosting } from '../../../shared/domain/reply-delivery.ts';
import { replyBarcode, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { letterWeight } from '../../../shared/domain/reply-steps.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { printLabelSheets, printSingleLabels } from '../../print/address-labels.tsx';
import { printCompletionNotice } from '../../print/completion-notice.tsx';
import { ENVELOPES, printEnvelopes, type EnvelopeFormat } from '../../print/envelope.tsx';
import { NO_OFFSET } from '../../print/postal-address.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useLetterFonts } from './letter-fonts.ts';
import { addressOf, letterDocument, postedOn, senderOf } from './reply-paper.ts';
import { usePageCount } from './page-count.ts';

interface LetterPrintProps {
  letter: ReplyLetter;
  onClose: () => void;
}

/** What enters the print log of a paper of this letter. */
function logOf(letter: ReplyLetter, printout: PrintRequest['log']['printout']): PrintRequest['log'] {
  return { printout, table: 'replies', recordId: letter.id, recordNumber: letter.number, personalData: true, range: '' };
}

/** The letter itself, once it is approved; before that only as a draft, which says so across the page (1:3.4). */
export function LetterPrint({ letter, draft, onClose }: LetterPrintProps & { draft: boolean }) {
  const { t, i18n } = useTranslation('common');
  const { settings, people } = useDesk();
  const run = useOperation();
  const fonts = useLetterFonts();
  const request = useMemo<PrintRequest | null>(() => {
    if (fonts === null) return null;
    const approvedBy = people.find((one) => one.id === letter.approval?.decidedBy)?.name ?? '';
    const signedAs = i18n.getFixedT(letter.language, 'common')('role.marketingManager');
    const facts = {
      number: letter.number,
      date: letter.letterDate,
      signedBy: approvedBy,
      signedAs: approvedBy === '' ? '' : signedAs,
      draft,
    };
    return {
      build: (context) => letterDocument(letter, { estate: settings.estate, ...facts }, context, fonts),
      log: logOf(letter, draft ? 'replyDraft' : 'replyLetter'),
      ...(draft
        ? {}
        : {
            onPrinted: async () => {
              const result = await run(advanceReply, { action: 'print', id: letter.id }, { quiet: true });
              return result.ok ? '' : result.text;
            },
          }),
    };
    // The words of the letter's own language come with the language of the screen's words.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [letter, draft, settings, people, run, t, fonts]);
  return request === null ? null : <PrintDialog request={request} onClose={onClose} />;
}

/** A pre-printed envelope in the size the letter needs. */
export function EnvelopePrint({ letter, onClose }: LetterPrintProps) {
  const { t } = useTranslation('replies');
  const { settings } = useDesk();
  const [format, setFormat] = useState<EnvelopeFormat>(letterWeight(usePageCount(letter)).envelope);
  const request = useMemo<PrintRequest>(
    () => ({
      build: (context) => {
        const { envelopeFootMm, envelopeFootFromRightMm } = settings.rules;
        const foot = { heightMm: envelopeFootMm, fromRightMm: envelopeFootFromRightMm };
        const sides = [{ to: addressOf(letter), from: senderOf(settings.estate) }];
        return printEnvelopes(sides, { ...context, language: 'zh' }, format, NO_OFFSET, foot);
      },
      log: logOf(letter, 'envelope'),
    }),
    [letter, settings, format],
  );
  return (
    <PrintDialog request={request} onClose={onClose}>
      <ChoiceField
        label={t('envelopeFormat')}
        value={format}
        onChange={setFormat}
        choices={(['DL', 'ZL', 'C5'] as const).map((value) => ({
          value,
          label: `${value} ${ENVELOPES[value].widthMm}×${ENVELOPES[value].heightMm}`,
        }))}
      />
    </PrintDialog>
  );
}

const LABELS_A_SHEET = 24;

/** An address label, on a sheet that may have been begun or on a label printer; with our own number as a bar code. */
export function LabelPrint({ letter, onClose }: LetterPrintProps) {
  const { t } = useTranslation('replies');
  const [paper, setPaper] = useState<'sheet' | 'single'>('sheet');
  const [used, setUsed] = useState(0);
  const request = useMemo<PrintRequest>(() => {
    const labels = [{ to: addressOf(letter), number: replyBarcode(letter) }];
    return {
      build: (context) => (paper === 'sheet' ? printLabelSheets(labels, context, { used }) : printSingleLabels(labels, context)),
      log: logOf(letter, 'addressLabel'),
    };
  }, [letter, paper, used]);
  return (
    <PrintDialog request={request} onClose={onClose}>
      <Group align="flex-end" gap="lg">
        <ChoiceField
          label={t('labelPaper')}
          value={paper}
          onChange={setPaper}
          choices={[
            { value: 'sheet', label: t('labelSheet') },
            { value: 'single', label: t('labelSingle') },
          ]}
        />
        {paper === 'sheet' && (
          <NumberInput
            label={t('labelUsed')}
            w={130}
            min={0}
            max={LABELS_A_SHEET - 1}
            allowDecimal={false}
            value={used}
            onChange={(value) => setUsed(Number(value) || 0)}
          />
        )}
      </Group>
    </PrintDialog>
  );
}

/** The notice that the letter is complete, for those who are told (1:3.5). */
export function NoticePrint({ letter, onClose }: LetterPrintProps) {
  const { t } = useTranslation(['replies', 'common']);
  const { people } = useDesk();
  const request = useMemo<PrintRequest>(() => {
    const posting = currentPosting(letter);
    const toldTo = (['marketingVP', 'generalManager'] as const).flatMap((role) =>
      people.filter((one) => holdsRole(one, role)).map((one) => `${one.name} ${t(`common:role.${role}`)}`),
    );
    return {
      build: (context) =>
        printCompletionNotice(
          {
            number: letter.number,
            barcode: replyBarcode(letter),
            title: letter.title,
            customer: letter.customer,
            unit: letter.unit,
            answers: letter.answers.map((answer) => answer.number),
            letterDate: letter.letterDate,
            sentBy: posting === null ? '' : [t(`formName.${posting.form}`), posting.postalNumber].join(' ').trim(),
            postedOn: postedOn(letter),
            ground: letter.completion === null ? '' : t(`ground.${letter.completion.ground}`),
            completedOn: letter.completion?.on ?? '',
            toldTo,
          },
          context,
        ),
      log: logOf(letter, 'completionNotice'),
    };
  }, [letter, people, t]);
  return <PrintDialog request={request} onClose={onClose} />;
}
