import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/result.ts';
import { fieldWord } from './history-words.ts';

/** Words a failure code in the person's language; a code nobody worded is shown as such rather than swallowed. */
export function useFailureText(): (failure: Failure) => string {
  const { t, i18n } = useTranslation('failures');
  return useCallback(
    ({ code, parameters }: Failure) => {
      const key = `failures:${code}`;
      if (!i18n.exists(key)) return t('unknown', { code });
      const worded = { ...parameters };
      // Gaps and steps are codes themselves; their words live with their register.
      for (const [name, prefix] of [
        ['gap', 'reception:gap'],
        ['step', 'letters:step'],
        ['missing', 'replies:missing'],
        ['obstacle', 'replies:obstacle'],
        ['problem', 'replies:postalProblem'],
        ['duty', 'replies:duty'],
        ['orderGap', 'dispatch:gap'],
        ['followUpGap', 'dispatch:followUpGap'],
        ['register', 'settings:registers'],
      ] as const) {
        const value = worded[name];
        if (typeof value === 'string') worded[name] = i18n.t(`${prefix}.${value}`, { defaultValue: value });
      }
      // Only these two show a field's name; the others are worded beside the field.
      if (code === 'inputInvalid' || code === 'recordInvalid') {
        const word = fieldWord(i18n, String(worded['field'] ?? ''));
        if (word === '') return t('someFieldInvalid');
        worded['field'] = word;
      }
      return i18n.t(key, { ...worded, defaultValue: code });
    },
    [t, i18n],
  );
}
