import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A4_LANDSCAPE } from './page-size.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import { fitWidths, layTableRow, paginateTable, RuledTable, TableTitle, TABLE_STYLES, type TableColumn } from './ruled-table.tsx';

/** One piece of mail on a posting list; amounts are in yuan as they shall print, e.g. `3.00`. */
export interface PostingPiecePaper {
  postalNumber: string;
  addressee: string;
  address: string;
  postcode: string;
  /** Grams. */
  weight: string;
  postage: string;
  registration: string;
  returnReceipt: string;
  letterNumber: string;
}

/** A posting list 交寄清单: letters handed in at the post office together. */
export interface PostingListPaper {
  number: string;
  sender: string;
  /** `YYYY-MM-DD`, `''` to be written in. */
  postedOn: string;
  postOffice: string;
  pieces: readonly PostingPiecePaper[];
  /** Sums of the columns and of all charges, added up by the caller from whole fen. */
  totals: { weight: string; postage: string; registration: string; returnReceipt: string; sum: string };
}

const MARGINS: PageMargins = { topMm: 12, rightMm: 10, bottomMm: 7, leftMm: 10 };
const WIDTH_MM = A4_LANDSCAPE.widthMm - MARGINS.leftMm - MARGINS.rightMm;
const TITLE_MM = 10;
const SUBTITLE_MM = 6;
/** Signatures and the place for the post office's date stamp. */
const CLOSING_MM = 34;
const SLACK_MM = 2;
const BODY_MM = A4_LANDSCAPE.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM - TITLE_MM - SUBTITLE_MM - SLACK_MM;

const POSTING_STYLES = `
.posting-line{display:flex;gap:10mm;height:${SUBTITLE_MM}mm;font:8.5pt/4.8mm "Print Sans",sans-serif;white-space:nowrap}
.posting-line span:last-child{margin-left:auto}
.posting-closing{display:flex;justify-content:space-between;align-items:flex-end;height:${CLOSING_MM}mm;font:9pt/5mm "Print Sans",sans-serif;white-space:nowrap}
.posting-sign{width:80mm;border-bottom:.2mm solid #000;margin-bottom:8mm}
.posting-stamp{width:30mm;height:30mm;border:.2mm dashed #000;border-radius:50%;display:flex;align-items:center;justify-content:center;color:#777}
.foot,.marks{font-family:"Print Sans",sans-serif}
`;

/** Prints a posting list in the two copies the post office wants: one stays there, one comes back stamped. */
export function printPostingList(list: PostingListPaper, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const column = (header: string, widthMm: number, align: TableColumn['align']): TableColumn => ({
    header,
    widthMm,
    align,
  });
  const columns = [
    column(words('posting.order'), 9, 'center'),
    column(words('posting.postalNumber'), 31, 'center'),
    column(words('posting.addressee'), 30, 'left'),
    column(words('posting.address'), 92, 'left'),
    column(words('posting.postcode'), 16, 'center'),
    column(words('posting.weight'), 17, 'right'),
    column(words('posting.postage'), 17, 'right'),
    column(words('posting.registration'), 20, 'right'),
    column(words('posting.returnReceipt'), 20, 'right'),
    column(words('posting.letterNumber'), 30, 'center'),
  ];
  const widths = fitWidths(columns, WIDTH_MM);
  const lay = (texts: readonly string[]) => layTableRow(texts, widths);
  const head = lay(columns.map(({ header }) => header));
  const { totals } = list;
  const sum = `${words('posting.sum')}  ${totals.sum}`;
  const totalsRow = lay([
    '',
    words('posting.total', { count: list.pieces.length }),
    '',
    '',
    '',
    totals.weight,
    totals.postage,
    totals.registration,
    totals.returnReceipt,
    sum,
  ]);
  const rows = list.pieces.map((piece, index) =>
    lay([
      String(index + 1),
      piece.postalNumber,
      piece.addressee,
      piece.address,
      piece.postcode,
      piece.weight,
      piece.postage,
      piece.registration,
      piece.returnReceipt,
      piece.letterNumber,
    ]),
  );
  const pages = paginateTable(rows, BODY_MM - head.heightMm, totalsRow.heightMm + CLOSING_MM);
  const title = words('posting.title', { sender: list.sender });
  const copies = [words('posting.copyForPost'), words('posting.copyForSender')];
  return printDocument({
    title: [title, list.number].filter((part) => part !== '').join(' '),
    language: context.language,
    pageSize: A4_LANDSCAPE,
    fonts: ['serif-bold', 'sans-regular'],
    styles: [TABLE_STYLES, POSTING_STYLES],
    pages: copies.flatMap((copy) =>
      pages.map((pageRows, index) => (
        <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
          <TableTitle text={title} heightMm={TITLE_MM} widthMm={WIDTH_MM} />
          <div className="posting-line">
            <span>{words('posting.number', { number: list.number })}</span>
            <span>{words('posting.postedOn', { date: list.postedOn })}</span>
            <span>{words('posting.postOffice', { office: list.postOffice })}</span>
            <span>{copy}</span>
          </div>
          <RuledTable
            columns={columns}
            widths={widths}
            head={head}
            rows={pageRows}
            totals={index === pages.length - 1 ? totalsRow : undefined}
          />
          {index === pages.length - 1 && (
            <div className="posting-closing">
              <div className="posting-sign">{words('posting.handedBy')}</div>
              <div className="posting-sign">{words('posting.acceptedBy')}</div>
              <div className="posting-stamp">{words('posting.dateStamp')}</div>
            </div>
          )}
        </PageFrame>
      )),
    ),
  });
}
