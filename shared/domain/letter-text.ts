/** Characters that Word and web pages leave behind and nobody sees. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g;
/** Other control characters, line feed and tab aside. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
/** Bullets of symbol fonts lie in the private use area; on paper they would be empty boxes. */
const SYMBOL_BULLETS = /^[\uF0A7\uF0B7\uF0D8\uF0FC\u2022\u25AA]\s*/gm;

/**
 * Text of a letter as it is kept and printed: line ends as `\n`, paragraphs without blanks at their ends and without the
 * indent somebody typed (the printout indents by itself), no more than one empty line, nothing invisible, and no bullets
 * of Word's symbol fonts. Words and punctuation stay as they were written.
 */
export function normaliseLetterText(text: string): string {
  return text
    .replaceAll(/\r\n?|\v|\u2028|\u2029/g, '\n')
    .replaceAll(INVISIBLE, '')
    .replaceAll(CONTROLS, '')
    .replaceAll(SYMBOL_BULLETS, '')
    .replaceAll(/[\t\u00A0]/g, ' ')
    .split('\n')
    .map((line) => line.replaceAll(/^[ \u3000]+|[ \u3000]+$/g, ''))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^\n+|\n+$/g, '');
}

/** The same for what must stay on one line: title, salutation, names. */
export function normaliseLine(text: string): string {
  return normaliseLetterText(text).replaceAll(/\s*\n\s*/g, ' ');
}

/** What stands where a template asks for something that is not known: it must be written in before review. */
export const BLANK = '____';

/** Whether something is still to be written in. */
export function hasBlank(text: string): boolean {
  return text.includes(BLANK);
}

/**
 * Fills a template: `{{name}}` becomes the fact of that name. What is not known becomes a blank to be written in, never an
 * empty place that nobody notices.
 */
export function fillTemplate(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const fact = facts[name] ?? '';
    return fact === '' ? BLANK : fact;
  });
}
