import { Across, marksOf } from './page-frame.tsx';
import type { PrintContext } from './print-context.ts';
import type { PrintWords } from './print-words.ts';

interface LetterMarksProps {
  context: PrintContext;
  words: PrintWords;
  /** Not approved yet. */
  draft: boolean;
}

/**
 * Marks of a letter, in its upper corner: what goes to a customer carries no line about who printed it, but a draft, a
 * sample, a copy or a reprint must never pass for the original.
 */
export function LetterMarks({ context, words, draft }: LetterMarksProps) {
  const marks = [...(draft ? [words('mark.draft')] : []), ...marksOf({ context, words })];
  return (
    <>
      <Across context={context} words={words} draft={draft} />
      <div className="letter-marks">
        {marks.map((mark) => (
          <span key={mark} className="mark">
            {mark}
          </span>
        ))}
      </div>
    </>
  );
}
