import { currentPosting } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyInput, ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import type { EstateSettings } from '../../../shared/domain/settings.ts';
import { printCompanyLetter } from '../../print/company-letter.tsx';
import { printEnglishLetter } from '../../print/english-letter.tsx';
import { printOfficialLetter } from '../../print/official-letter.tsx';
import type { PostalAddress } from '../../print/postal-address.ts';
import type { PrintContext } from '../../print/print-context.ts';
import type { PrintDocument } from '../../print/print-document.tsx';
import type { LetterFonts, ReplyLetterPaper } from '../../print/reply-letter.ts';

type Letter = Pick<
  ReplyInput,
  'language' | 'style' | 'title' | 'salutation' | 'body' | 'enclosures' | 'postalName' | 'postalAddress' | 'postcode'
>;

/** What the text does not say itself: number, date, who signs, whether it is still a draft. */
export interface LetterFacts {
  estate: EstateSettings;
  number: string;
  date: string;
  signedBy: string;
  signedAs: string;
  draft: boolean;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function toPaper(letter: Letter, { estate, number, date, signedBy, signedAs, draft }: LetterFacts): ReplyLetterPaper {
  const english = letter.language === 'en';
  const address = [letter.postalName, letter.postalAddress, letter.postcode].filter((line) => line !== '');
  return {
    sender: english && estate.developerEnglish ? estate.developerEnglish : estate.developer,
    number,
    date,
    subject: letter.title,
    addressee: letter.salutation,
    address: english ? address : [],
    body: letter.body,
    enclosures: linesOf(letter.enclosures),
    copiesTo: [],
    contact: '',
    sealed: !english,
    signedBy,
    signedAs,
    senderAddress: english && estate.developerAddressEnglish ? estate.developerAddressEnglish : estate.developerAddress,
    senderPhone: estate.developerPhone,
    draft,
  };
}

/** The letter on paper, in its own language and style whatever the screen's. */
export function letterDocument(letter: Letter, facts: LetterFacts, context: PrintContext, fonts?: LetterFonts): PrintDocument {
  const paper = toPaper(letter, facts);
  const own = { ...context, language: letter.language };
  if (letter.language === 'en') return printEnglishLetter(paper, own);
  return letter.style === 'official' ? printOfficialLetter(paper, own, fonts) : printCompanyLetter(paper, own);
}

/** Where the letter goes, for envelopes, labels and lists. */
export function addressOf(letter: Pick<ReplyLetter, 'postalName' | 'postalAddress' | 'postcode'>): PostalAddress {
  return { name: letter.postalName, address: letter.postalAddress, postcode: letter.postcode };
}

/** In whose name it is sent (1:2): the developer. */
export function senderOf(estate: EstateSettings): PostalAddress {
  return { name: estate.developer, address: estate.developerAddress, postcode: estate.developerPostcode };
}

/** Last day the letter was handed to the post, or sent. */
export function postedOn(letter: Pick<ReplyLetter, 'postings'>): string {
  return currentPosting(letter)?.postedOn ?? '';
}
