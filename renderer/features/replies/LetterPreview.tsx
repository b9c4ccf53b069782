import { Alert, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasBlank, normaliseLetterText, normaliseLine } from '../../../shared/domain/letter-text.ts';
import type { ReplyInput } from '../../../shared/domain/reply-letter.ts';
import { letterWeight } from '../../../shared/domain/reply-steps.ts';
import { PrintFrame } from '../../ui/PrintFrame.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useLetterFonts } from './letter-fonts.ts';
import { letterDocument } from './reply-paper.ts';

/** Milliseconds after the last key before the page is set anew. */
const SET_AFTER_MS = 600;

interface LetterPreviewProps {
  letter: ReplyInput;
  number: string;
  date: string;
  draft: boolean;
  height: string;
}

/** The letter as it will be printed, with its pages and its weight. */
export function LetterPreview({ letter, number, date, draft, height }: LetterPreviewProps) {
  const { t } = useTranslation('replies');
  const { session, settings, person } = useDesk();
  const fonts = useLetterFonts() ?? undefined;
  const [text] = useDebouncedValue(letter, SET_AFTER_MS);
  const [printedAt] = useState(session.clock.now());
  const document = useMemo(
    () =>
      letterDocument(
        {
          ...text,
          title: normaliseLine(text.title),
          salutation: normaliseLine(text.salutation),
          body: normaliseLetterText(text.body),
          enclosures: normaliseLetterText(text.enclosures),
        },
        { estate: settings.estate, number, date, signedBy: '', signedAs: '', draft },
        {
          language: text.language,
          estateName: settings.estate.estate,
          companyName: settings.estate.propertyCompany,
          printedBy: person.name,
          printedAt,
          timeZone: settings.desk.zone,
          sample: session.description.sample,
          copy: false,
          reprint: 0,
          superseded: false,
        },
        fonts,
      ),
    [text, number, date, draft, settings, person, printedAt, session, fonts],
  );
  const pages = document.parts.pages.length;
  const { envelope, grams } = letterWeight(pages);
  return (
    <Stack gap={4}>
      <PrintFrame document={document} title={t('previewTitle')} height={height} />
      <Text size="xs" c="gray.7">
        {t('pages', { pages, grams })}
        {hasBlank(text.body) && ` · ${t('missing.blanks')}`}
      </Text>
      {envelope === 'C5' && (
        <Alert color="orange" py={4}>
          {t('manyPages', { pages })}
        </Alert>
      )}
    </Stack>
  );
}
