import { normalisePhone } from '../../shared/domain/phone.ts';

/** The dictionary of readings; fails where it cannot be fetched. */
export function loadDictionary() {
  return import('pinyin-pro');
}

/**
 * What a name is found by while typing: itself, its pinyin and its initials (`欧阳娜娜` → `ouyangnana`, `oynn`). A reading
 * given by the customer (单 as `shan`) comes beside the computed one. Loads the dictionary on first use: it is kept out of
 * the first chunk. Never call it inside a transaction.
 */
export async function nameKeys(name: string, reading = ''): Promise<string[]> {
  const plain = name.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return [];
  const keys = new Set([plain]);
  if (/\p{Script=Han}/u.test(plain)) {
    const { pinyin } = await loadDictionary();
    const syllables = pinyin(plain, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' });
    addReading(keys, syllables);
  }
  if (reading.trim() !== '')
    addReading(
      keys,
      reading
        .normalize('NFKC')
        .trim()
        .toLowerCase()
        .split(/[\s'’]+/),
    );
  return [...keys];
}

function addReading(keys: Set<string>, syllables: readonly string[]): void {
  const latin = syllables.map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9ü]/g, '')).filter((syllable) => syllable !== '');
  keys.add(latin.join(''));
  keys.add(latin.map((syllable) => syllable.charAt(0)).join(''));
}

/** Pinyin and initials as two fields, for records that store them apart. */
export async function pinyinOf(name: string, reading = ''): Promise<{ pinyin: string; initials: string }> {
  const keys = await nameKeys(name, reading);
  return { pinyin: keys.at(-2) ?? '', initials: keys.at(-1) ?? '' };
}

/** Keys of a record with one customer and some phone numbers. */
export async function contactKeys(name: string, reading: string, phones: readonly string[]): Promise<string[]> {
  const numbers = phones.map(normalisePhone).filter((phone) => phone !== '');
  return [...new Set([...(await nameKeys(name, reading)), ...numbers])];
}
