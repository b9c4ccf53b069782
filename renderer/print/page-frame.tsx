import type { ReactNode } from 'react';
import { formatMoment, formatZone, type PrintContext } from './print-context.ts';
import type { PrintWords } from './print-words.ts';

/** Distance from the sheet's edge to what is printed, in millimetres. Office printers reach to about 4 mm. */
export interface PageMargins {
  topMm: number;
  rightMm: number;
  bottomMm: number;
  leftMm: number;
}

/** Height that the foot line takes from a page's bottom margin upwards, in millimetres. */
export const FOOT_MM = 5;

interface MarksProps {
  context: PrintContext;
  words: PrintWords;
}

/** Words in boxes that tell this sheet from the valid original: sample, copy, reprint, superseded. */
export function marksOf({ context, words }: MarksProps): string[] {
  const marks: string[] = [];
  if (context.sample) marks.push(words('mark.sample'));
  if (context.superseded) marks.push(words('mark.superseded'));
  if (context.copy) marks.push(words('mark.copy'));
  if (context.reprint > 0) marks.push(words('mark.reprint', { times: context.reprint + 1 }));
  return marks;
}

/** One word in light grey across the sheet, where the paper must not be used: void before draft before sample. */
export function Across({ context, words, draft = false }: MarksProps & { draft?: boolean }) {
  if (context.superseded) return <div className="across">{words('mark.supersededAcross')}</div>;
  if (draft) return <div className="across">{words('mark.draftAcross')}</div>;
  if (context.sample) return <div className="across">{words('mark.sampleAcross')}</div>;
  return null;
}

/** Who printed it and when, with the zone. */
export function printedLine({ context, words }: MarksProps): string {
  const { printedAt, printedBy, timeZone } = context;
  const at = `${formatMoment(printedAt, timeZone)} (${formatZone(printedAt, timeZone)})`;
  return words('foot.printed', { by: printedBy, at });
}

interface PageFrameProps extends MarksProps {
  margins: PageMargins;
  /** Number of this page, from 1. */
  page: number;
  pages: number;
  children: ReactNode;
}

/** Frame of forms and registers: marks above, who printed it and the page below; the children fill what is between. */
export function PageFrame({ context, words, margins, page, pages, children }: PageFrameProps) {
  const { topMm, rightMm, bottomMm, leftMm } = margins;
  const sides = { left: `${leftMm}mm`, right: `${rightMm}mm` };
  return (
    <>
      <Across context={context} words={words} />
      <div className="marks" style={{ top: `${Math.max(topMm - 4.6, 3)}mm`, left: sides.left }}>
        {marksOf({ context, words }).map((mark) => (
          <span key={mark} className="mark">
            {mark}
          </span>
        ))}
      </div>
      <div style={{ position: 'absolute', ...sides, top: `${topMm}mm`, bottom: `${bottomMm + FOOT_MM}mm` }}>{children}</div>
      <div className="foot" style={{ ...sides, bottom: `${bottomMm}mm` }}>
        <span className="foot-company">{context.companyName}</span>
        <span className="foot-printed">{printedLine({ context, words })}</span>
        <span>{words('foot.page', { page, pages })}</span>
      </div>
    </>
  );
}
