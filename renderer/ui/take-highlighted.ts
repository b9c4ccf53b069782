import type { KeyboardEvent } from 'react';
import { isComposing } from './form-keys.ts';

/**
 * Takes the highlighted option on Enter. Mantine forgets which one it highlighted when the list opens and the first key
 * falls together, and Enter then does nothing: whoever types fast would lose the choice.
 */
export function takeHighlighted(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || isComposing(event)) return;
  const list = document.querySelector(`#${CSS.escape(event.currentTarget.getAttribute('aria-controls') ?? '')}`);
  // With nothing highlighted Enter confirms what is chosen already.
  const option = list?.querySelector<HTMLElement>('[data-combobox-selected]') ?? list?.querySelector<HTMLElement>('[data-combobox-active]');
  if (option === null || option === undefined) return;
  event.preventDefault();
  option.click();
}
