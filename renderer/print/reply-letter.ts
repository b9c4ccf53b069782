/** A reply letter (DOMAIN §5) as paper needs it. `''` and empty lists are left out. */
export interface ReplyLetterPaper {
  /** In whose name it is written: the developer. */
  sender: string;
  /** 文号, e.g. 客函〔2026〕12号; `''` before approval. */
  number: string;
  /** The letter's date `YYYY-MM-DD`; `''` before approval. */
  date: string;
  subject: string;
  /** To whom: 尊敬的…, or Dear …; without the mark after it in Chinese. */
  addressee: string;
  /** Name and postal address, one line each; stands on English letters only. */
  address: readonly string[];
  /** Paragraphs, parted by line ends. */
  body: string;
  enclosures: readonly string[];
  /** Who gets a copy (抄送). */
  copiesTo: readonly string[];
  /** Whom to ask, in words (附注). */
  contact: string;
  /** The sender's seal will be put on it; its place is kept free. */
  sealed: boolean;
  /** Who signs an English letter, and as what. */
  signedBy: string;
  signedAs: string;
  /** Address, phone and post code of the sender, for the head of company letters. */
  senderAddress: string;
  senderPhone: string;
  /** Not approved yet: the paper says so. */
  draft: boolean;
}

export interface LetterFonts {
  /** Set the body in the PC's own 仿宋 where there is one; else in the shipped serif, which looks alike on every PC. */
  systemFangSong: boolean;
}
