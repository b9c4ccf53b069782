import { useMemo } from 'react';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { useDesk } from '../../ui/session.tsx';
import { letterDocument } from './reply-paper.ts';

/** Sheets of a letter as it is printed: the same pages, without the marks that take no room. */
export function pageCount(letter: ReplyLetter, { estate, desk }: Pick<Settings, 'estate' | 'desk'>): number {
  const facts = { estate, number: letter.number, date: letter.letterDate, signedBy: '', signedAs: '', draft: false };
  const context = {
    language: letter.language,
    estateName: estate.estate,
    companyName: estate.propertyCompany,
    printedBy: '',
    printedAt: letter.createdAt,
    timeZone: desk.zone,
    sample: false,
    copy: false,
    reprint: 0,
    superseded: false,
  };
  return letterDocument(letter, facts, context).parts.pages.length;
}

/** The same on a screen, counted once a letter. */
export function usePageCount(letter: ReplyLetter): number {
  const { settings } = useDesk();
  return useMemo(() => pageCount(letter, settings), [letter, settings]);
}
