/** Size of a sheet in millimetres, as it lies in the printer's tray: width first. */
export interface PageSize {
  widthMm: number;
  heightMm: number;
}

/** ISO 216. */
export const A4_PORTRAIT: PageSize = { widthMm: 210, heightMm: 297 };
export const A4_LANDSCAPE: PageSize = { widthMm: 297, heightMm: 210 };
export const A5_PORTRAIT: PageSize = { widthMm: 148, heightMm: 210 };
export const A5_LANDSCAPE: PageSize = { widthMm: 210, heightMm: 148 };

/** Paper of an 80 mm receipt printer; its head covers 72 mm (576 dots at 8 dots/mm). */
export const ROLL_WIDTH_MM = 80;
export const ROLL_PRINTABLE_MM = 72;
