import { code128, type DrawingContext } from 'bwip-js/generic';

/** 203 dpi heads of label and receipt printers have 8 dots a millimetre. */
const DOT_MM = 1 / 8;

// Two dots (0.25 mm, 10 mil) is the narrowest module that hand scanners are specified to read without trouble.
const DOTS_PER_MODULE = 2;

/** Width of the narrowest bar, in millimetres. */
export const MODULE_MM = DOTS_PER_MODULE * DOT_MM;

/** ISO/IEC 15417: at least ten modules of blank on both sides. */
const QUIET_MODULES = 10;

interface Bars {
  /** Bars only, without the quiet zones, in modules. */
  width: number;
  bars: { left: number; width: number }[];
}

/** Collects the bars, which bwip-js draws as vertical lines in whole modules when the scale is 1. */
function barCollector(): DrawingContext<Bars> {
  const collected: Bars = { width: 0, bars: [] };
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init(width) {
      collected.width = width;
    },
    line(x, _y0, _x1, _y1, width) {
      // A line is named by its middle, rounded up to a whole module when the width is odd.
      collected.bars.push({ left: x - Math.ceil(width / 2), width });
    },
    polygon() {},
    hexagon() {},
    ellipse() {},
    fill() {},
    text() {},
    end: () => collected,
  };
}

function barsOf(value: string): Bars {
  return code128({ bcid: 'code128', text: value, scaleX: 1, scaleY: 1 }, barCollector());
}

/**
 * Whether a number can stand as a bar code: Code 128 holds printable ASCII. The format of numbers is a setting, and a
 * form with a 文号 on it must still print, in plain text only.
 */
export function hasBarcode(value: string): boolean {
  return /^[ -~]+$/.test(value);
}

/** Width of the symbol with its quiet zones, in millimetres. */
export function barcodeWidthMm(value: string): number {
  return (barsOf(value).width + 2 * QUIET_MODULES) * MODULE_MM;
}

interface BarcodeProps {
  /** Printable ASCII: one of the app's own numbers. */
  value: string;
  /** Height of the bars in millimetres. */
  heightMm: number;
}

/** Code 128 with quiet zones, its module a whole number of dots of a 203 dpi head. The plain number belongs below it. */
export function Barcode({ value, heightMm }: BarcodeProps) {
  const { width, bars } = barsOf(value);
  const total = width + 2 * QUIET_MODULES;
  const path = bars.map((bar) => `M${bar.left + QUIET_MODULES} 0h${bar.width}v1h-${bar.width}z`).join('');
  return (
    <svg
      className="barcode"
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      style={{ width: `${total * MODULE_MM}mm`, height: `${heightMm}mm` }}
    >
      <path d={path} />
    </svg>
  );
}
