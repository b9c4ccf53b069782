/** Height of the line to tear along, in millimetres. */
export const TEAR_LINE_MM = 5;

interface TearLineProps {
  /** What the line is for, set in its middle. */
  word: string;
}

/** A dashed line across the sheet to tear or cut along. */
export function TearLine({ word }: TearLineProps) {
  return (
    <div className="tear" style={{ height: `${TEAR_LINE_MM}mm` }}>
      <span>{word}</span>
    </div>
  );
}

export const TEAR_STYLES = `
.tear{display:flex;align-items:center;gap:2mm;font-size:7pt;line-height:3mm;white-space:nowrap}
.tear::before,.tear::after{content:"";flex:1;border-top:.25mm dashed #000}
`;
