/** Where a letter goes, as envelopes, labels and posting lists need it. */
export interface PostalAddress {
  postcode: string;
  /** Street, house and unit; long addresses are broken into lines. */
  address: string;
  /** Name with its courtesy title. */
  name: string;
}

/** How far a printer sets the image off, in millimetres: right and down are positive (a setting per printer). */
export interface PrintOffset {
  xMm: number;
  yMm: number;
}

export const NO_OFFSET: PrintOffset = { xMm: 0, yMm: 0 };
