import { useState } from 'react';
import { takeHighlighted } from './take-highlighted.ts';

/**
 * Props of a searchable select that Enter takes the first fitting option of, but only once something was typed: the list
 * opens by itself with the cursor, and Enter there must not put its first option in the place of what is chosen already.
 * @param chosen label of the option that is chosen; `''` for none
 */
export function useFirstWhileTyping(chosen: string) {
  const [typing, setTyping] = useState(false);
  return {
    selectFirstOptionOnChange: typing,
    onSearchChange: (search: string) => setTyping(search !== '' && search !== chosen),
    onKeyDown: takeHighlighted,
  };
}
