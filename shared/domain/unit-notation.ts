/**
 * One flat, many spellings: 3栋2单元1502, 3-2-1502, 3#2-1502, ３－２－１５０２, 3 2 1502 and 12栋801 (no unit) all name a place the
 * same way everywhere (DOMAIN §9). B2-117 is a parking space, 商铺12 a shop: those keep their own names.
 */
export interface UnitNotation {
  building: string;
  /** `''` when the building has no units (12栋801). */
  unit: string;
  room: string;
}

const NUMBERED = /^(\d{1,3})(?:栋|幢|号楼|座|#|-|\s)(?:(\d{1,2})(?:单元|-|\s))?(\d{2,5})(?:室|房|号)?$/;

/** Full-width to half-width, every kind of dash to `-`, spaces folded, upper case. */
export function normaliseUnitText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−－_/]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*-\s*/g, '-')
    .trim()
    .toUpperCase();
}

/** Reads a numbered flat; `null` for anything else (parking spaces, shops, aliases), which is looked up by name. */
export function parseUnit(text: string): UnitNotation | null {
  const plain = normaliseUnitText(text)
    .replace(/^(\d{1,3})\s*(栋|幢|号楼|座|#)\s*-?/, '$1#')
    .replace(/单元\s*-?/, '-');
  const match = NUMBERED.exec(plain);
  if (match === null) return null;
  const [, building, unit = '', room] = match;
  if (building === undefined || room === undefined) return null;
  return { building: String(Number(building)), unit: unit === '' ? '' : String(Number(unit)), room };
}

/** The short form used on screens and paper: `3-2-1502`, `12-801`. */
export function formatUnit(notation: UnitNotation): string {
  return [notation.building, notation.unit, notation.room].filter((part) => part !== '').join('-');
}

/** The canonical text of any place: numbered flats in short form, other names normalised but kept. */
export function canonicalUnit(text: string): string {
  const parsed = parseUnit(text);
  return parsed === null ? normaliseUnitText(text) : formatUnit(parsed);
}

/** Sort key that orders by number: 2-… before 10-…, and 12-801 before 12-1-101. */
export function unitSortKey(text: string): string {
  return canonicalUnit(text).replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));
}

/** Whether a partly typed place may mean this one: `3-2-15` and `3栋2单元15` both find 3-2-1502. */
export function unitMatches(typed: string, canonical: string): boolean {
  const wanted = canonicalUnit(typed)
    .replaceAll(/栋|幢|号楼|单元|#|\s/g, '-')
    .replaceAll(/-+/g, '-')
    .replace(/-$/, '');
  return wanted !== '' && canonical.startsWith(wanted);
}
