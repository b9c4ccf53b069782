import { createInstance } from 'i18next';
import en from '../../resources/locales/en/print.json';
import zh from '../../resources/locales/zh/print.json';
import type { PrintLanguage } from './print-context.ts';

type PathTo<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${PathTo<Tree[Key]>}`;
}[keyof Tree & string];

export type PrintWord = PathTo<typeof zh>;

/** Words of a printout in its fixed language. */
export type PrintWords = (word: PrintWord, values?: Record<string, string | number>) => string;

// An instance of its own: paper is also composed in workers and tests, where the screen's i18n was never started.
const catalogue = createInstance();
void catalogue.init({
  initAsync: false,
  fallbackLng: false,
  resources: { zh: { print: zh }, en: { print: en } },
  ns: ['print'],
  defaultNS: 'print',
  interpolation: { escapeValue: false },
});

/** The words of print.json in one language, independent of the screen's. Values replace `{{name}}`. */
export function printWords(language: PrintLanguage): PrintWords {
  return (word, values = {}) => {
    const text: unknown = catalogue.getResource(language, 'print', word);
    if (typeof text !== 'string') throw new RangeError(`print.json (${language}): expected a text at ${word}`);
    return catalogue.services.interpolator.interpolate(text, values, language, {});
  };
}
