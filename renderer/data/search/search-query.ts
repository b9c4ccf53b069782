import { isPhone, normalisePhone } from '../../../shared/domain/phone.ts';
import { canonicalUnit, unitPrefix } from '../../../shared/domain/unit-notation.ts';

/**
 * What to look for when somebody typed this: the text as it stands, a unit in short form, the digits of a phone number, or
 * all of several words. Each inner list must be contained whole.
 */
export function needlesOf(typed: string): string[][] {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return [];
  const needles = [[text]];
  const unit = canonicalUnit(text).toLowerCase();
  const prefix = unitPrefix(text).toLowerCase();
  const phone = normalisePhone(text);
  for (const needle of [unit, prefix]) if (/\d/.test(needle)) needles.push([needle]);
  // Digits with the marks of a phone number only: `138 0571 0099`, `(0571) 8812 3456 转 802`, not a sentence with a figure in it.
  if (isPhone(text) && phone.length >= 4) needles.push([phone]);
  const words = text.split(/\s+/);
  if (words.length > 1)
    needles.push(
      words.map((word) => (/\d/.test(word) ? canonicalUnit(word).toLowerCase() : word)),
      words,
    );
  const known = new Set<string>();
  return needles.filter((needle) => {
    const key = needle.join('\n');
    return !known.has(key) && known.add(key);
  });
}
