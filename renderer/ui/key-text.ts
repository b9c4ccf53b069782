/** How a Mac's keyboard writes what a PC's calls by name. */
const ON_A_MAC = [
  ['Ctrl+', '⌘'],
  ['Alt+', '⌥'],
] as const;

/**
 * A key as this computer's keyboard names it. Where the desk listens to Ctrl it listens to ⌘ as well.
 * @param key as on a PC, `Ctrl+K`
 */
export function keyText(key: string, apple: boolean): string {
  return apple ? ON_A_MAC.reduce((text, [name, sign]) => text.replace(name, sign), key) : key;
}
